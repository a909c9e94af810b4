import type { Holdings } from './holdings.ts';

export type ExportedRow = Readonly<Record<string, unknown>>;

/** The rows of a person under the schema's table and column names. */
export function exportRows(held: Holdings): Readonly<Record<string, readonly ExportedRow[]>> {
  return {
    users: held.customers.map((row) => columns(row, { phone: 'phone_number' })),
    customer_aliases: held.aliases.map((row) => columns(row)),
    consent_logs: held.consents.map((row) =>
      columns(row, { given: 'consent_given', at: 'timestamp' }),
    ),
    conversations: held.conversations.map((row) => columns(row)),
    messages: held.messages.map((row) => columns(row)),
    recommendations: held.recommendations.map((row) => columns(row, { at: 'recommended_at' })),
    unmet_demand: held.unmetDemand.map((row) => columns(row, { at: 'asked_at' })),
    advisor_alerts: held.alerts.map((row) => columns(row)),
    turns: held.turns.map((row) => columns(row)),
    loyalty_coupons: held.coupons.map((row) => columns(row)),
    campaign_messages: held.campaignMessages.map((row) => columns(row)),
    survey_answers: held.surveyAnswers.map((row) => columns(row)),
    restock_requests: held.restockRequests.map((row) => columns(row)),
    orders: held.orders.map(({ items: _items, ...row }) => columns(row)),
    order_items: held.orders.flatMap(({ id, items }) =>
      items.map((item, line) => ({ order_id: id, line: line + 1, ...columns(item) })),
    ),
  };
}

function columns(row: object, renamed: Readonly<Record<string, string>> = {}): ExportedRow {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      renamed[field] ?? snakeCase(field),
      value as unknown,
    ]),
  );
}

const snakeCase = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
