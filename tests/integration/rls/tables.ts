import { createHash } from 'node:crypto';

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;

/** Rows to meet, and commands to try on them, of one table. A command's name is its key. */
export interface TableCase {
  /** The column that tells one row from another. */
  readonly key: string;
  readonly rows: Readonly<Record<string, Row>>;
  readonly insert: Readonly<Record<string, Row>>;
  /** What follows the table's name in UPDATE; one with WHERE means one row. */
  readonly update: Readonly<Record<string, string>>;
  /** WHERE clauses; empty means all rows. */
  readonly delete?: Readonly<Record<string, string>>;
}

/** The same UUID for the same word. */
export const id = (word: string): string =>
  `00000000-0000-4000-8000-${createHash('sha256').update(word).digest('hex').slice(0, 12)}`;

const one = (row: Row): { one: Row } => ({ one: row });
const any = (set: string): { any: string } => ({ any: `set ${set}` });

const user = { user_id: id('customer') };
const conversation = { conversation_id: id('conversation') };
const product = { product_id: id('active') };
const coupon = {
  ...user,
  discount_pct: 10,
  valid_from: '2026-01-01',
  valid_to: '2026-12-31',
};

/** Every table of `public`, those that are referred to first. */
export const TABLES: Readonly<Record<string, TableCase>> = {
  users: {
    key: 'id',
    rows: {
      customer: { id: id('customer'), role: 'customer' },
      support: { id: id('support'), role: 'support' },
      product_editor: { id: id('product_editor'), role: 'product_editor' },
      admin: { id: id('admin'), role: 'admin' },
    },
    insert: { customer: { role: 'customer' }, colleague: { role: 'admin' } },
    update: any(`name = 'x'`),
  },
  customer_aliases: {
    key: 'alias',
    rows: one({ alias: 'one', ...user }),
    insert: one({ alias: 'two', ...user }),
    update: any('created_at = now()'),
  },
  consent_logs: {
    key: 'id',
    rows: one({ id: id('consent'), ...user, consent_given: true }),
    insert: one({ ...user, consent_given: false }),
    update: any('consent_given = false'),
  },
  products: {
    key: 'id',
    rows: {
      active: { id: id('active'), name: 'Crème', price_cfa: 1000, stock_qty: 1 },
      inactive: { id: id('inactive'), name: 'Huile', price_cfa: 1, stock_qty: 1, active: false },
    },
    insert: one({ name: 'Baume', price_cfa: 1, stock_qty: 1 }),
    update: { price: 'set price_cfa = 2', stock: 'set stock_qty = 2' },
  },
  product_prices: {
    key: 'change_id',
    rows: one({
      change_id: id('change'),
      ...product,
      via: 'edit',
      price_before: 1,
      price_after: 2,
    }),
    insert: one({
      change_id: id('another change'),
      ...product,
      via: 'undo',
      price_before: 2,
      price_after: 1,
    }),
    update: any('price_before = 3'),
  },
  conversations: {
    key: 'id',
    rows: {
      open: { id: id('conversation'), ...user, status: 'open' },
      closed: { id: id('closed'), status: 'closed' },
    },
    insert: one({ status: 'closed' }),
    update: any(`mode = 'human'`),
  },
  messages: {
    key: 'id',
    rows: one({ id: id('message'), ...conversation, sender: 'user', content: 'x' }),
    insert: {
      human: { ...conversation, sender: 'human', content: 'x' },
      assistant: { ...conversation, sender: 'assistant', content: 'x' },
      user: { ...conversation, sender: 'user', content: 'x' },
    },
    update: any(`content = 'y'`),
  },
  conversation_notes: {
    key: 'id',
    rows: one({ id: id('note'), ...conversation, content: 'x' }),
    insert: one({ ...conversation, content: 'y' }),
    update: any(`content = 'z'`),
  },
  turns: {
    key: 'id',
    rows: one({ id: id('turn'), ...conversation, outcome: 'recommended' }),
    insert: one({ ...conversation, outcome: 'recommended' }),
    update: any(`outcome = 'silent'`),
  },
  recommendations: {
    key: 'id',
    rows: one({ id: id('recommendation'), ...conversation, ...product }),
    insert: one({ ...conversation, ...product }),
    update: any('rank = 2'),
  },
  advisor_alerts: {
    key: 'id',
    rows: {
      first: { id: id('first'), ...conversation, reason: 'x', category: 'a' },
      second: { id: id('second'), ...conversation, reason: 'x', category: 'b' },
    },
    insert: one({ ...conversation, reason: 'x', category: 'c' }),
    update: any('handled_at = now()'),
  },
  slack_messages: {
    key: 'alert_id',
    rows: one({ alert_id: id('first'), channel: 'x', ts: '1' }),
    insert: one({ alert_id: id('second'), channel: 'x', ts: '1' }),
    update: any(`ts = '2'`),
  },
  loyalty_coupons: {
    key: 'id',
    rows: {
      fresh: { id: id('fresh'), code: 'A', ...coupon },
      spent: { id: id('spent'), code: 'B', ...coupon, used: true },
    },
    insert: one({ code: 'C', ...coupon }),
    update: {
      redeem: `set used = true, redeemed_at = now() where code = 'A'`,
      restore: `set used = false where code = 'B'`,
      discount: `set discount_pct = 90 where code = 'A'`,
      blindly: 'set score = 1',
    },
  },
  campaigns: {
    key: 'id',
    rows: one({ id: id('campaign'), name: 'x', type: 'survey', template: 'x' }),
    insert: one({ name: 'y', type: 'survey', template: 'x' }),
    update: any(`state = 'paused'`),
  },
  orders: {
    key: 'id',
    rows: one({ id: id('order'), ...conversation, order_link: 'x', status: 'pending' }),
    insert: one({ ...conversation, order_link: 'y', status: 'pending' }),
    update: any('clicks = 1'),
  },
  order_items: {
    key: 'line',
    rows: one({ order_id: id('order'), line: 1, name: 'x', quantity: 1, unit_price_cfa: 1 }),
    insert: one({ order_id: id('order'), line: 2, name: 'x', quantity: 1, unit_price_cfa: 1 }),
    update: any('quantity = 2'),
  },
  order_events: {
    key: 'kind',
    rows: one({ order_id: id('order'), kind: 'completed', via: 'cart' }),
    insert: one({ order_id: id('order'), kind: 'cancelled', via: 'staff' }),
    update: any(`reason = 'x'`),
  },
  campaign_messages: {
    key: 'id',
    rows: one({ id: id('campaign message'), ...user, type: 'survey', status: 'pending' }),
    insert: one({ ...user, type: 'survey', status: 'pending' }),
    update: any(`status = 'failed'`),
  },
  survey_answers: {
    key: 'id',
    rows: one({ id: id('answer'), ...user, score: 5 }),
    insert: one({ ...user, score: 4 }),
    update: any('score = 3'),
  },
  unmet_demand: {
    key: 'id',
    rows: one({
      id: id('demand'),
      ...conversation,
      query: 'x',
      need_key: 'x',
      reason: 'not_found',
    }),
    insert: one({ ...conversation, query: 'x', need_key: 'x', reason: 'not_found' }),
    update: any(`reason = 'unsuitable'`),
  },
  restock_requests: {
    key: 'product_id',
    rows: one({ ...user, ...product }),
    insert: one({ ...user, product_id: id('inactive') }),
    update: any('notified_at = now()'),
  },
  settings: {
    key: 'value',
    rows: one({ value: '{}' }),
    insert: one({ value: '{"a": 1}' }),
    update: any(`value = '{"b": 1}'`),
  },
  audit_logs: {
    key: 'action',
    rows: one({ actor_role: 'admin', action: 'update', table_name: 'users' }),
    insert: one({ actor_role: 'admin', action: 'delete', table_name: 'users' }),
    update: any(`action = 'insert'`),
  },
  deletion_logs: {
    key: 'id',
    rows: one({
      id: id('deletion'),
      subject_hash: 'x',
      requested_by: 'staff',
      counts: '{}',
      hash_expires_at: '2027-01-01',
    }),
    insert: one({
      subject_hash: 'y',
      requested_by: 'staff',
      counts: '{}',
      hash_expires_at: '2027-01-01',
    }),
    update: any(`subject_hash = ''`),
  },
  erased_keys: {
    key: 'key_hash',
    rows: one({ key_hash: 'x', expires_at: '2027-01-01' }),
    insert: one({ key_hash: 'y', expires_at: '2027-01-01' }),
    update: any('expires_at = now()'),
  },
  early_changes: {
    key: 'provider_id',
    rows: one({ provider_id: 'early', chat_id: 'x', text: 'y' }),
    insert: one({ provider_id: 'earlier', chat_id: 'x', text: 'y' }),
    update: any(`text = 'z'`),
  },
  erasure_confirmations: {
    key: 'id',
    rows: one({ id: id('confirmation'), chat_id: 'x', language: 'fr' }),
    insert: one({ id: id('another confirmation'), chat_id: 'y', language: 'fr' }),
    update: any(`language = 'en'`),
  },
  media_purges: {
    key: 'id',
    rows: one({ id: id('purge'), folders: '{x}' }),
    insert: one({ id: id('another purge'), folders: '{y}' }),
    update: any(`folders = '{z}'`),
  },
  quarantined_events: {
    key: 'id',
    rows: one({ id: id('event'), channel: 'x', reason: 'x', raw: '{}' }),
    insert: one({ channel: 'y', reason: 'x', raw: '{}' }),
    update: any(`reason = 'y'`),
  },
  idempotency_keys: {
    key: 'key',
    rows: one({ scope: 'x', key: 'x', request_hash: 'x' }),
    insert: one({ scope: 'x', key: 'y', request_hash: 'x' }),
    update: any(`response = '{}'`),
  },
  export_links: {
    key: 'token_hash',
    rows: one({ token_hash: 'x', ...user, expires_at: '2027-01-01' }),
    insert: one({ token_hash: 'y', ...user, expires_at: '2027-01-01' }),
    update: any('used_at = now()'),
  },
  push_subscriptions: {
    key: 'endpoint',
    rows: Object.fromEntries(
      ['support', 'product_editor', 'admin'].map((role) => [
        role,
        { endpoint: role, user_id: id(role), keys: '{}' },
      ]),
    ),
    insert: Object.fromEntries(
      ['support', 'product_editor', 'admin'].map((role) => [
        role,
        { endpoint: `another of ${role}`, user_id: id(role), keys: '{}' },
      ]),
    ),
    update: Object.fromEntries(
      ['support', 'product_editor', 'admin'].map((role) => [
        role,
        `set keys = '{"a": 1}' where endpoint = '${role}'`,
      ]),
    ),
    delete: Object.fromEntries(
      ['support', 'product_editor', 'admin'].map((role) => [role, `where endpoint = '${role}'`]),
    ),
  },
  kpi_daily: {
    key: 'metric',
    rows: one({ day: '2026-01-01', metric: 'x' }),
    insert: one({ day: '2026-01-01', metric: 'y' }),
    update: any('value = 1'),
  },
  kpi_monthly: {
    key: 'metric',
    rows: one({ month: '2026-01-01', metric: 'x', label: 'p', value: 1 }),
    insert: one({ month: '2026-01-01', metric: 'y', label: 'p', value: 1 }),
    update: any('value = 1'),
  },
  kpi_changes: {
    key: 'metric',
    rows: one({ day: '2026-01-01', metric: 'x', value: 1 }),
    insert: one({ day: '2026-01-01', metric: 'y', value: 1 }),
    update: any('value = 2'),
  },
  kpi_conversations: {
    key: 'conversation_id',
    rows: one(conversation),
    insert: one({ conversation_id: id('closed') }),
    update: any('handed = true'),
  },
  kpi_clock: {
    key: 'time_zone',
    rows: one({ time_zone: 'UTC' }),
    // There is one row only, which the command tries to add again.
    insert: one({ time_zone: 'UTC' }),
    update: any(`time_zone = 'Africa/Douala'`),
  },
  operator_alerts: {
    key: 'key',
    rows: one({ key: 'x', message: 'x' }),
    insert: one({ key: 'y', message: 'x' }),
    update: any('told_at = now()'),
  },
  live_changes: {
    key: 'type',
    rows: one({ type: 'message' }),
    insert: one({ type: 'order' }),
    update: any(`type = 'alert'`),
  },
};
