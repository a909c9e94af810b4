/** The names in a list such as `'id user_id'`, as a type. */
type Words<List extends string> = List extends `${infer Name} ${infer Rest}`
  ? Name | Words<Rest>
  : List extends ''
    ? never
    : List;

/** What leads from a person to the rows: the person, a conversation or an order of hers, or her number in the text. */
export type ExportPath = 'self' | 'person' | 'conversation' | 'either' | 'order' | 'number';

/** How the rows of one table come into a person's export. Every column of the register stands in exactly one place. */
export interface ExportedRows<Given extends string = string> {
  readonly by: ExportPath;
  /** The columns that the rows are sorted by. */
  readonly order: readonly string[];
  /** Shown to the person with a label in her language (`domain/texts/my-data`), and in the file. */
  readonly given: readonly Given[];
  /** What only a program reads, such as ids that join the rows: in the file alone. */
  readonly file: readonly string[];
  /** What is left out, and why. */
  readonly left: Readonly<Record<string, string>>;
}

/** No row of this table comes into an export, for this reason. */
export interface NotExported {
  readonly because: string;
}

const split = (list: string): readonly string[] => list.split(' ').filter((name) => name !== '');

const rows = <const Given extends string>(
  by: ExportPath,
  order: string,
  columns: {
    readonly given: Given;
    readonly file?: string;
    /** Names of columns by the reason why they are left out. */
    readonly left?: Readonly<Record<string, string>>;
  },
): ExportedRows<Words<Given>> => ({
  by,
  order: split(order),
  given: split(columns.given) as readonly Words<Given>[],
  file: split(columns.file ?? ''),
  left: Object.fromEntries(
    Object.entries(columns.left ?? {}).flatMap(([reason, list]) =>
      split(list).map((name) => [name, reason]),
    ),
  ),
});

const COLLEAGUE = 'which member of staff: data about somebody else';
const MACHINERY = 'how the machine works off its tasks: says nothing about the person';
const SECRET = 'a secret, or the hash of one';
const COST = "the shop's own cost accounting";
const STAFF_ONLY = 'says something about staff alone';

/**
 * What a person gets of herself, table by table: a table about customers without a line here, or a column without a
 * place, fails the tests.
 */
export const EXPORT_RULES = {
  'public.users': rows('self', 'id', {
    given:
      'phone_number name other_names language created_at service_consent consent_version consent_asked_at transfer_consent transfer_version marketing_consent preferences health',
    file: 'id',
    left: { [STAFF_ONLY]: 'role disabled_at' },
  }),
  'public.customer_aliases': rows('person', 'created_at alias', {
    given: 'alias created_at',
    file: 'user_id',
  }),
  'public.consent_logs': rows('person', 'timestamp id', {
    given: 'timestamp purpose consent_given version',
    file: 'id user_id message_id',
  }),
  'public.recommendations': rows('conversation', 'recommended_at rank id', {
    given: 'recommended_at product_id reason',
    file: 'id conversation_id turn_id rank',
  }),
  'public.orders': rows('either', 'created_at id', {
    given:
      'created_at status amount_cfa code order_link clicks first_clicked_at completed_at cancelled_at cancel_reason delivered_at tracking_url',
    file: 'id conversation_id user_id updated_at currency source campaign_id coupon_id',
  }),
  'public.order_items': rows('order', 'order_id line', {
    given: 'name quantity unit_price_cfa',
    file: 'order_id line product_id',
    left: { "the shop's own stock keeping": 'stock_taken' },
  }),
  'public.order_events': rows('order', 'at id', {
    given: 'at kind via amount_cfa reason',
    file: 'id order_id',
    left: { [COLLEAGUE]: 'actor_id', [MACHINERY]: 'report_key' },
  }),
  'public.loyalty_coupons': rows('person', 'created_at id', {
    given: 'created_at code discount_pct valid_from valid_to used redeemed_at score reasons',
    file: 'id user_id order_id',
    left: { [COST]: 'budget_cfa' },
  }),
  'public.campaign_messages': rows('person', 'created_at id', {
    given: 'created_at type status due_at sent_at replied_at failure product_id',
    file: 'id user_id campaign_id cause order_id coupon_id message_id',
  }),
  'public.survey_answers': rows('either', 'answered_at id', {
    given: 'answered_at score comment',
    file: 'id campaign_message_id conversation_id order_id user_id',
  }),
  'public.unmet_demand': rows('conversation', 'asked_at id', {
    given: 'asked_at query category reason product_id',
    file: 'id conversation_id need_key',
  }),
  'public.restock_requests': rows('person', 'requested_at product_id', {
    given: 'requested_at product_id notified_at',
    file: 'user_id',
  }),
  'public.conversations': rows('person', 'started_at id', {
    given:
      'started_at ended_at status mode chat_id summary labels dialogue last_message_at last_inbound_at human_since',
    file: 'id user_id',
    left: {
      [COLLEAGUE]: 'assigned_to',
      [MACHINERY]:
        'unread_count snoozed_until due_at burst_started_at lease_owner lease_expires_at fence attempts dead_at',
    },
  }),
  'public.advisor_alerts': rows('conversation', 'triggered_at id', {
    given: 'triggered_at reason severity handled_at raised_again_at',
    file: 'id conversation_id category',
    left: { [COLLEAGUE]: 'handled_by' },
  }),
  'public.conversation_notes': rows('conversation', 'created_at id', {
    given: 'created_at',
    file: 'id conversation_id',
    left: {
      [COLLEAGUE]: 'author_id',
      "a note between colleagues, in an advisor's own words, which may speak of others: that there is one is told, and the shop answers whoever asks for it":
        'content',
    },
  }),
  'public.export_links': rows('person', 'expires_at', {
    given: 'expires_at used_at',
    file: 'user_id',
    left: { [SECRET]: 'token_hash' },
  }),
  'public.quarantined_events': rows('number', 'received_at id', {
    given: 'received_at channel',
    file: 'id reason',
    left: {
      'an event that could not be read, found by the number in it: nobody can tell whose else words are in it; gone after seven days':
        'raw',
    },
  }),
  'public.turns': rows('either', 'started_at id', {
    given: 'started_at outcome triage candidates model model_calls',
    file: 'id conversation_id user_id finished_at response_ms',
    left: { [COST]: 'prompt_tokens cached_tokens completion_tokens cost_milli_cfa' },
  }),
  'public.messages': rows('conversation', 'timestamp seq', {
    given: 'timestamp sender kind content attachment status edited_at deleted_at',
    file: 'id conversation_id seq part button_id turn_id provider_id quoted_id details received_at',
    left: {
      [COLLEAGUE]: 'author_id',
      [SECRET]: 'swift_hash',
      [MACHINERY]: 'echo_id handled_at left_to_human send_attempts',
    },
  }),

  'public.slack_messages': {
    because: "where the shop's own notice of an alert stands; the alert itself is given",
  },
  'public.kpi_conversations': {
    because: 'dates of recommendations and orders, which are given, once more for the figures',
  },
  'public.early_changes': {
    because:
      'an edit that came before its message, until that comes and is given, or for a day at the most',
  },
  'public.erasure_confirmations': {
    because: 'is there only after an erasure, when nobody is left who could ask',
  },
  'public.media_purges': {
    because: 'is there only after an erasure, when nobody is left who could ask',
  },
  'public.deletion_logs': {
    because: 'is there only after an erasure, and names nobody who could ask',
  },
  'public.erased_keys': { because: 'hashes, there only after an erasure' },
  'public.live_changes': { because: 'ids of rows that are given; gone after ten minutes' },
  'public.idempotency_keys': {
    because: 'answers to programs, repeating rows that are given; gone after two days',
  },
} satisfies Readonly<Record<string, ExportedRows | NotExported>>;

type Rules = typeof EXPORT_RULES;
/** Tables that come into the export, under the name that they have there. */
export type ExportedTable = {
  [T in keyof Rules]: Rules[T] extends ExportedRows
    ? T extends `public.${infer Name}`
      ? Name
      : never
    : never;
}[keyof Rules];
/** The columns of a table that are shown, each with a label. */
export type GivenColumn<T extends ExportedTable> =
  Rules[`public.${T}`] extends ExportedRows<infer Given> ? Given : never;

export const isExported = (rule: ExportedRows | NotExported): rule is ExportedRows => 'by' in rule;

/** The exported tables in the order of the export, each with its rule. */
export const EXPORTED: readonly (readonly [ExportedTable, ExportedRows])[] = Object.entries<
  ExportedRows | NotExported
>(EXPORT_RULES).flatMap(([name, rule]) =>
  isExported(rule) ? [[name.replace('public.', '') as ExportedTable, rule] as const] : [],
);

/** Columns of a table that are in the file. */
export const inFile = ({ given, file }: ExportedRows): readonly string[] => [...file, ...given];
