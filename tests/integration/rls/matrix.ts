/**
 * Who may do what: S select, I insert, U update, D delete; in brackets which rows or which of the commands of
 * `tables.ts`, where it is not all of them. Who is not named may do nothing. The owner, for migrations and
 * backups, may do everything, and the server's login, before it has become somebody, nothing.
 */
export const ROLES = [
  'anonymous',
  'no_claims',
  'stranger',
  'support',
  'product_editor',
  'admin',
  'service',
  'login',
  'owner',
] as const;
export type MatrixRole = (typeof ROLES)[number];

type Rights = Readonly<Partial<Record<Exclude<MatrixRole, 'owner' | 'login'>, string>>>;

const ALL = 'S I U D';
const ADVISORS = { support: 'S I U', admin: 'S I U', service: ALL };
const BACK_ROOM = { service: ALL };
const OVERSEEN = { admin: 'S', service: ALL };
const LOG = { admin: 'S', service: 'I' };

export const MATRIX: Readonly<Record<string, Rights>> = {
  // The contract's.
  products: {
    anonymous: 'S(active)',
    no_claims: 'S(active)',
    stranger: 'S(active)',
    support: 'S',
    product_editor: ALL,
    admin: ALL,
    service: 'S U(stock)',
  },
  users: {
    support: 'S(customer,support)',
    product_editor: 'S(product_editor)',
    admin: 'S I U',
    service: ALL,
  },
  consent_logs: { support: 'S I', admin: 'S I', service: 'S I D' },
  conversations: ADVISORS,
  messages: { support: 'S I(human)', admin: 'S I(human)', service: ALL },
  recommendations: { support: 'S', product_editor: 'S', admin: 'S', service: ALL },
  advisor_alerts: ADVISORS,
  orders: ADVISORS,
  loyalty_coupons: { support: 'S U(redeem)', admin: 'S I U', service: ALL },
  campaign_messages: { support: 'S', admin: 'S I U', service: ALL },
  deletion_logs: LOG,
  audit_logs: LOG,
  // Added to the seed's.
  customer_aliases: OVERSEEN,
  conversation_notes: { support: 'S I', admin: 'S I', service: ALL },
  order_items: { support: 'S I', admin: 'S I', service: ALL },
  product_prices: { support: 'S', product_editor: 'S I', admin: 'S I', service: 'S' },
  order_events: { support: 'S', admin: 'S', service: ALL },
  turns: { support: 'S', admin: 'S', service: ALL },
  survey_answers: { support: 'S', admin: 'S', service: ALL },
  unmet_demand: { support: 'S', product_editor: 'S', admin: 'S', service: ALL },
  restock_requests: { support: 'S', product_editor: 'S', admin: 'S', service: ALL },
  campaigns: { support: 'S', admin: 'S I U', service: ALL },
  settings: { support: 'S', product_editor: 'S', admin: 'S I', service: 'S I' },
  push_subscriptions: {
    support: 'S(support) I(support) U(support) D(support)',
    product_editor: 'S(product_editor) I(product_editor) U(product_editor) D(product_editor)',
    admin: 'S(admin) I(admin) U(admin) D(admin)',
    service: ALL,
  },
  quarantined_events: OVERSEEN,
  kpi_daily: OVERSEEN,
  kpi_monthly: OVERSEEN,
  kpi_changes: OVERSEEN,
  operator_alerts: OVERSEEN,
  slack_messages: BACK_ROOM,
  erased_keys: BACK_ROOM,
  early_changes: BACK_ROOM,
  erasure_confirmations: BACK_ROOM,
  media_purges: BACK_ROOM,
  idempotency_keys: BACK_ROOM,
  export_links: BACK_ROOM,
  kpi_conversations: BACK_ROOM,
  kpi_clock: BACK_ROOM,
  live_changes: { service: 'S D' },
};

/** What the matrix says of one table, with every role in it. */
export function rightsOn(table: string): Readonly<Record<MatrixRole, string>> {
  const given: Partial<Record<MatrixRole, string>> = { ...MATRIX[table], owner: ALL };
  return Object.fromEntries(ROLES.map((role) => [role, given[role] ?? '-'])) as Record<
    MatrixRole,
    string
  >;
}
