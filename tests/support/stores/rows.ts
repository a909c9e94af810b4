import type { MemoryStore } from '../../../src/adapters/persistence/memory/memory-store.ts';
import { comparable } from './play.ts';

type Row = Readonly<Record<string, unknown>>;

/** The tables of the store in memory, by the schema's names. */
const TABLES = {
  users: 'customers',
  customer_aliases: 'aliases',
  consent_logs: 'consents',
  products: 'products',
  conversations: 'conversations',
  messages: 'messages',
  early_changes: 'earlyChanges',
  advisor_alerts: 'alerts',
  orders: 'orders',
  loyalty_coupons: 'coupons',
  campaigns: 'campaigns',
  campaign_messages: 'campaignMessages',
  survey_answers: 'surveyAnswers',
  restock_requests: 'restockRequests',
  turns: 'turns',
  recommendations: 'recommendations',
  unmet_demand: 'unmetDemand',
  quarantined_events: 'quarantine',
  conversation_notes: 'notes',
  deletion_logs: 'deletions',
  erased_keys: 'erasedKeys',
} as const satisfies Readonly<Record<string, keyof MemoryStore>>;

/** Fields that the schema names otherwise. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  users: { phone: 'phone_number' },
  consent_logs: { given: 'consent_given', at: 'timestamp' },
};

/** Of the store's own clock, numbered by each store, or stored in a form of its own, which the reading calls undo. */
const OWN: ReadonlySet<string> = new Set([
  'dialogue',
  'audience',
  'due_at',
  'burst_started_at',
  'lease_expires_at',
  'dead_at',
  'seq',
]);

const snakeCase = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const inOrder = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted();

/** Every row of both stores, with the columns that both of them keep. */
export async function rowsOfBoth(
  store: MemoryStore,
  postgres: { rowsOf(table: string): Promise<readonly object[]> },
): Promise<readonly [memory: object, postgres: object]> {
  const memory: Record<string, readonly string[]> = {};
  const database: Record<string, readonly string[]> = {};
  for (const [table, name] of Object.entries(TABLES)) {
    const kept = store[name].all().map((row) => columnsOf(table, row));
    const stored = (await postgres.rowsOf(table)) as readonly Row[];
    const names = Object.keys(kept[0] ?? {}).filter(
      (column) => column in (stored[0] ?? {}) && !OWN.has(column),
    );
    const only = (row: Row): Row =>
      Object.fromEntries(names.toSorted().map((column) => [column, plain(row[column])]));
    memory[table] = inOrder(kept.map(only));
    database[table] = inOrder(stored.map(only));
  }
  return [memory, database];
}

const columnsOf = (table: string, row: object): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]: [string, unknown]) => [
      RENAMED[table]?.[field] ?? snakeCase(field),
      value,
    ]),
  );

/** As JSON with its fields in order, whole numbers as numbers: what the driver makes of columns is no drift. */
function plain(value: unknown): unknown {
  const simple = comparable(value ?? null);
  if (typeof simple === 'string' && /^-?\d{1,15}$/.test(simple)) return Number(simple);
  return sorted(simple);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, one]: [string, unknown]) => [field, sorted(one)]),
  );
}
