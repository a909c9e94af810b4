import type { TableName } from '../../../ports/table-store.ts';

export type ColumnType =
  'uuid' | 'text' | 'integer' | 'bigint' | 'boolean' | 'timestamptz' | 'date' | 'jsonb' | 'text[]';

export type Columns = ReadonlyMap<string, ColumnType>;

type Listed = Readonly<Partial<Record<ColumnType, string>>>;

/**
 * What `/rest/v1` shows, by type. Left out on purpose: generated search columns, and what the conversation
 * worker keeps for itself (leases, fences, the dialogue's state).
 */
const SHOWN: Readonly<Record<TableName, Listed>> = {
  products: {
    uuid: 'id',
    text: 'name description category image_url ingredients brand barcode usage_tip',
    integer: 'price_cfa stock_qty promo_price_cfa low_stock_threshold',
    boolean: 'active',
    date: 'expiration_date promo_from promo_to',
    'text[]': 'tags attributes',
    jsonb: 'cautions',
    timestamptz: 'created_at updated_at',
  },
  users: {
    uuid: 'id',
    text: 'phone_number name role language consent_version transfer_version',
    boolean: 'service_consent marketing_consent transfer_consent',
    'text[]': 'other_names',
    jsonb: 'preferences health',
    timestamptz: 'created_at consent_asked_at disabled_at',
  },
  conversations: {
    uuid: 'id user_id assigned_to',
    text: 'status mode chat_id summary',
    integer: 'unread_count',
    'text[]': 'labels',
    timestamptz: 'started_at ended_at last_message_at last_inbound_at human_since snoozed_until',
  },
  messages: {
    uuid: 'id conversation_id author_id turn_id',
    text: 'sender content kind status provider_id button_id echo_id',
    bigint: 'seq',
    jsonb: 'part attachment',
    timestamptz: 'timestamp received_at edited_at deleted_at',
  },
  recommendations: {
    uuid: 'id conversation_id product_id turn_id',
    text: 'reason',
    integer: 'rank',
    timestamptz: 'recommended_at',
  },
  advisor_alerts: {
    uuid: 'id conversation_id handled_by',
    text: 'reason category severity',
    timestamptz: 'triggered_at handled_at raised_again_at',
  },
  orders: {
    uuid: 'id conversation_id user_id campaign_id coupon_id',
    text: 'order_link status code source tracking_url currency cancel_reason',
    integer: 'amount_cfa clicks',
    timestamptz: 'created_at updated_at first_clicked_at completed_at cancelled_at delivered_at',
  },
  loyalty_coupons: {
    uuid: 'id user_id order_id',
    text: 'code',
    integer: 'discount_pct score budget_cfa',
    boolean: 'used',
    date: 'valid_from valid_to',
    jsonb: 'reasons',
    timestamptz: 'redeemed_at created_at',
  },
  campaign_messages: {
    uuid: 'id user_id campaign_id order_id product_id coupon_id message_id',
    text: 'type status cause failure',
    timestamptz: 'sent_at due_at replied_at created_at',
  },
  consent_logs: {
    uuid: 'id user_id message_id',
    boolean: 'consent_given',
    text: 'purpose version',
    timestamptz: 'timestamp',
  },
};

const columnsOf = (listed: Listed): Columns =>
  new Map(
    (Object.entries(listed) as [ColumnType, string][]).flatMap(([type, names]) =>
      names.split(' ').map((name) => [name, type] as const),
    ),
  );

/** The columns of each table that the contract shows, with the type that values are read as. */
export const TABLE_COLUMNS = Object.fromEntries(
  Object.entries(SHOWN).map(([table, listed]) => [table, columnsOf(listed)]),
) as Readonly<Record<TableName, Columns>>;
