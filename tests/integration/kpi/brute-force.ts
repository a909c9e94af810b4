import type pg from 'pg';
import { localDay } from '../../../src/domain/shared/local-time.ts';

type Row = Readonly<Record<string, unknown>>;

/** The same figures from the rows themselves, as docs/kpis.md defines them, one conversation at a time. */
export async function bruteForce(
  owner: pg.Client,
  everHanded: ReadonlySet<string>,
  timeZone: string,
  from: string,
  to: string,
) {
  const read = async (table: string): Promise<readonly Row[]> =>
    (await owner.query<Row>(`select * from ${table}`)).rows;
  const [conversations, recommendations, orders, items, turns, answers, alerts, unmet] =
    (await Promise.all(
      [
        'conversations',
        'recommendations',
        'orders',
        'order_items',
        'turns',
        'survey_answers',
        'advisor_alerts',
        'unmet_demand',
      ].map(read),
    )) as unknown as readonly [
      readonly Row[],
      readonly Row[],
      readonly Row[],
      readonly Row[],
      readonly Row[],
      readonly Row[],
      readonly Row[],
      readonly Row[],
    ];
  const within = (at: unknown): boolean => {
    const day = localDay(at as Date, timeZone);
    return day >= from && day <= to;
  };
  const sum = (rows: readonly Row[], column: string): number =>
    rows.reduce((total, row) => total + Number(row[column]), 0);
  const ratio = (part: number, whole: number, digits: number): number | null =>
    whole === 0 ? null : Number((part / whole).toFixed(digits));

  const started = conversations.filter((row) => within(row['started_at']));
  const firstRecommendation = new Map<unknown, Date>();
  for (const row of recommendations) {
    const known = firstRecommendation.get(row['conversation_id']);
    if (known === undefined || (row['recommended_at'] as Date) < known)
      firstRecommendation.set(row['conversation_id'], row['recommended_at'] as Date);
  }
  const recommended = [...firstRecommendation].filter(([, at]) => within(at)).map(([id]) => id);
  const completed = orders.filter((row) => row['status'] === 'completed');
  const buyers = new Set(completed.map((row) => row['conversation_id']));
  const sold = completed.filter((row) => within(row['completed_at']));
  const soldItems = items.filter((row) => sold.some((order) => order['id'] === row['order_id']));
  const answered = turns.filter(
    (row) =>
      within(row['started_at']) &&
      row['response_ms'] !== null &&
      row['outcome'] !== 'silent' &&
      row['outcome'] !== 'suggested',
  );
  const scored = answers.filter((row) => within(row['answered_at']));
  const asked = unmet.filter((row) => within(row['asked_at']));
  return {
    conversations: started.length,
    conversion_rate: ratio(
      recommended.filter((id) => buyers.has(id)).length,
      recommended.length,
      4,
    ),
    sales_cfa: sum(sold, 'amount_cfa'),
    sales_of_humans: sum(
      sold.filter((row) => row['source'] === 'human'),
      'amount_cfa',
    ),
    orders: sold.length,
    satisfaction: ratio(sum(scored, 'score'), scored.length, 2),
    response_time_ms: ratio(sum(answered, 'response_ms'), answered.length, 0),
    automation_rate: ratio(
      started.filter((row) => !everHanded.has(row['id'] as string)).length,
      started.length,
      4,
    ),
    escalations: alerts.filter(
      (row) => within(row['triggered_at']) && row['category'] !== 'approval',
    ).length,
    burns: alerts.filter((row) => within(row['triggered_at']) && row['category'] === 'burn').length,
    unmet_demand: asked.length,
    biberons: asked.filter((row) => row['need_key'] === 'biberon').length,
    model_cost_cfa: Number(
      (
        sum(
          turns.filter((row) => within(row['started_at'])),
          'cost_milli_cfa',
        ) / 1000
      ).toFixed(2),
    ),
    sold_pieces: sum(soldItems, 'quantity'),
  };
}
