import { PRODUCT_COLUMNS, type FieldKind } from '../domain/catalogue/product-fields.ts';

export type ColumnType =
  'uuid' | 'text' | 'integer' | 'bigint' | 'boolean' | 'timestamptz' | 'date' | 'jsonb' | 'text[]';

/** What a row of it is called in codes such as `order_not_found`, and its columns by type. */
type Shown = Readonly<Partial<Record<ColumnType, string>>> & { readonly one: string };

export const TYPE_OF: Readonly<Record<FieldKind, ColumnType>> = {
  text: 'text',
  barcode: 'text',
  image: 'text',
  price: 'integer',
  count: 'integer',
  day: 'date',
  flag: 'boolean',
  words: 'text[]',
  cautions: 'jsonb',
};

/**
 * The tables that `/rest/v1` shows, in the order of its document, each with the columns that it shows. Left out on
 * purpose: generated search columns, and what the conversation worker keeps for itself (leases, fences, the
 * dialogue's state).
 */
const SHOWN = {
  products: { one: 'product', uuid: 'id', timestamptz: 'created_at updated_at' },
  users: {
    one: 'user',
    uuid: 'id',
    text: 'phone_number name role language consent_version transfer_version',
    boolean: 'service_consent marketing_consent transfer_consent',
    'text[]': 'other_names',
    jsonb: 'preferences health',
    timestamptz: 'created_at consent_asked_at disabled_at',
  },
  conversations: {
    one: 'conversation',
    uuid: 'id user_id assigned_to',
    text: 'status mode chat_id summary',
    integer: 'unread_count',
    'text[]': 'labels',
    timestamptz: 'started_at ended_at last_message_at last_inbound_at human_since snoozed_until',
  },
  messages: {
    one: 'message',
    uuid: 'id conversation_id author_id turn_id',
    text: 'sender content kind status provider_id button_id echo_id',
    bigint: 'seq',
    jsonb: 'part attachment',
    timestamptz: 'timestamp received_at edited_at deleted_at',
  },
  recommendations: {
    one: 'recommendation',
    uuid: 'id conversation_id product_id turn_id',
    text: 'reason',
    integer: 'rank',
    timestamptz: 'recommended_at',
  },
  advisor_alerts: {
    one: 'alert',
    uuid: 'id conversation_id handled_by',
    text: 'reason category severity',
    timestamptz: 'triggered_at handled_at raised_again_at',
  },
  orders: {
    one: 'order',
    uuid: 'id conversation_id user_id campaign_id coupon_id',
    text: 'order_link status code source tracking_url currency cancel_reason',
    integer: 'amount_cfa clicks',
    timestamptz: 'created_at updated_at first_clicked_at completed_at cancelled_at delivered_at',
  },
  loyalty_coupons: {
    one: 'coupon',
    uuid: 'id user_id order_id',
    text: 'code',
    integer: 'discount_pct score budget_cfa',
    boolean: 'used',
    date: 'valid_from valid_to',
    jsonb: 'reasons',
    timestamptz: 'redeemed_at created_at',
  },
  campaign_messages: {
    one: 'campaign_message',
    uuid: 'id user_id campaign_id order_id product_id coupon_id message_id',
    text: 'type status cause failure',
    timestamptz: 'sent_at due_at replied_at created_at',
  },
  consent_logs: {
    one: 'consent_log',
    uuid: 'id user_id message_id',
    boolean: 'consent_given',
    text: 'purpose version',
    timestamptz: 'timestamp',
  },
} as const satisfies Readonly<Record<string, Shown>>;

export type TableName = keyof typeof SHOWN;
export const TABLES = Object.keys(SHOWN) as readonly TableName[];
export const isTable = (name: string): name is TableName => Object.hasOwn(SHOWN, name);

/** `order` for `orders`. */
export const singularOf = (table: TableName): string => SHOWN[table].one;

export type Columns = ReadonlyMap<string, ColumnType>;

const columnsOf = ([table, { one: _, ...listed }]: readonly [string, Shown]) => {
  const columns = (Object.entries(listed) as [ColumnType, string][]).flatMap(([type, names]) =>
    names.split(' ').map((name) => [name, type] as const),
  );
  const fields = PRODUCT_COLUMNS.map(({ column, kind }) => [column, TYPE_OF[kind]] as const);
  if (table !== 'products') return [table, new Map(columns)] as const;
  const [id, ...times] = columns;
  return [table, new Map([...(id === undefined ? [] : [id]), ...fields, ...times])] as const;
};

/** The columns that are shown of each table, with the type that values are read as. */
export const TABLE_COLUMNS = Object.fromEntries(
  Object.entries(SHOWN).map(columnsOf),
) as unknown as Readonly<Record<TableName, Columns>>;
