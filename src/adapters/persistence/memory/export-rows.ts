import { EXPORTED, inFile, type ExportedTable } from '../../../domain/privacy/export-rules.ts';
import type { PersonalRow, PersonalRows } from '../../../ports/repositories/erasure.ts';
import type { Holdings } from './holdings.ts';

/** The rows of a person under the schema's names, of each table the columns that the rules of the export name. */
export function exportRows(held: Holdings): PersonalRows {
  const rows = rowsOf(held);
  return Object.fromEntries(
    EXPORTED.map(([table, rule]) => [
      table,
      rows[table]
        .map((row) => Object.fromEntries(inFile(rule).map((name) => [name, row[name] ?? null])))
        .toSorted(by(rule.order)),
    ]),
  ) as unknown as PersonalRows;
}

function rowsOf(held: Holdings): Readonly<Record<ExportedTable, readonly PersonalRow[]>> {
  return {
    users: held.customers.map((row) => columns(row, { phone: 'phone_number' })),
    customer_aliases: held.aliases.map((row) => columns(row)),
    consent_logs: held.consents.map((row) =>
      columns(row, { given: 'consent_given', at: 'timestamp' }),
    ),
    orders: held.orders.map(({ order, clicks }) => columns({ ...order, ...clicks })),
    order_items: held.orders.flatMap(({ order }) =>
      order.items.map((item, index) => columns({ orderId: order.id, line: index + 1, ...item })),
    ),
    order_events: held.orderEvents.map((row) => columns(row)),
    recommendations: held.recommendations.map((row) => columns(row, { at: 'recommended_at' })),
    loyalty_coupons: held.coupons.map((row) => columns(row)),
    campaign_messages: held.campaignMessages.map((row) => columns(row)),
    survey_answers: held.surveyAnswers.map((row) => columns(row)),
    unmet_demand: held.unmetDemand.map((row) => columns(row, { at: 'asked_at' })),
    restock_requests: held.restockRequests.map((row) => columns(row)),
    conversations: held.conversations.map((row) => ({
      ...columns(row),
      labels: held.marks.find(({ id }) => id === row.id)?.labels ?? [],
    })),
    advisor_alerts: held.alerts.map((row) => columns(row)),
    conversation_notes: held.notes.map((row) => columns(row, { at: 'created_at' })),
    export_links: held.exportLinks.map((row) => columns(row)),
    quarantined_events: held.quarantine.map((row) => columns(row, { at: 'received_at' })),
    turns: held.turns.map((row) => columns(row)),
    messages: held.messages.map((row) => columns(row)),
  };
}

function columns(row: object, renamed: Readonly<Record<string, string>> = {}): PersonalRow {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      renamed[field] ?? snakeCase(field),
      value as unknown,
    ]),
  );
}

const snakeCase = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** As `order by` does; what is not kept here leaves the order of insertion. */
function by(names: readonly string[]) {
  return (a: PersonalRow, b: PersonalRow): number => {
    for (const name of names) {
      const [left, right] = [comparable(a[name]), comparable(b[name])];
      if (left < right) return -1;
      if (left > right) return 1;
    }
    return 0;
  };
}

const comparable = (value: unknown): number | string =>
  value instanceof Date ? value.getTime() : typeof value === 'number' ? value : String(value);
