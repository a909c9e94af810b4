import type { Knex } from 'knex';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { KpiFigures, KpiPeriods, KpiReads } from '../../../ports/kpi-reads.ts';
import { identityOf, inTransactionAs } from './database.ts';

/** Few labels each, so that all of them are read. */
const TOTALS = [
  'conversations',
  'handed',
  'recommended',
  'converted',
  'ordered',
  'clicked',
  'completed',
  'orders',
  'sales_cfa',
  'turns',
  'model_milli_cfa',
  'responses',
  'response_ms',
  'scores',
  'score_sum',
  'escalations',
  'unmet',
] as const;

/** A label for each product: whole months of them are kept as sums (`kpi_monthly`). */
export const BY_PRODUCT = ['product_recommended', 'product_sold'] as const;

/** The sums by day and what is not yet folded into them; together always exact. */
const counted = (metrics: string, first: string): string =>
  ['kpi_daily', 'kpi_changes']
    .map(
      (table) =>
        `select day, metric, label, value from ${table} where metric = any(:${metrics}) and day between :${first} and :to`,
    )
    .join(' union all ');

const TOTALS_SQL = `select metric, label, coalesce(sum(value) filter (where day >= :from), 0)::bigint as value, coalesce(sum(value) filter (where day < :from), 0)::bigint as previous
  from (${counted('metrics', 'first')}) as counted group by metric, label`;

const DAYS_SQL = `select day, metric, sum(value)::bigint as value from (${counted('metrics', 'from')}) as counted group by day, metric`;

/** Whole months as such, the days before and behind them, and what is not yet folded into either. */
const BY_PRODUCT_SQL = [
  `kpi_monthly where month >= :months and month < :tail`,
  `kpi_daily where day >= :from and day < :months`,
  `kpi_daily where day >= :tail and day <= :to`,
  `kpi_changes where day between :from and :to`,
]
  .map((source) => `select metric, label, value from ${source} and metric = any(:productMetrics)`)
  .join(' union all ');

const PRODUCTS_SQL = `select best.label as "productId", p.name, best.recommended, best.sold
  from (select label, coalesce(sum(value) filter (where metric = 'product_recommended'), 0)::bigint as recommended,
          coalesce(sum(value) filter (where metric = 'product_sold'), 0)::bigint as sold
        from (${BY_PRODUCT_SQL}) as counted group by label having sum(value) <> 0 order by sold desc, recommended desc, label limit :top) as best
  left join products p on p.id = best.label::uuid order by best.sold desc, best.recommended desc, best.label`;

/** Live needs, and those kept by their words because several customers asked for the same. */
const NEEDS_SQL = `select need, max(category) as category, (sum(value) filter (where current))::bigint as value, coalesce(sum(value) filter (where not current), 0)::bigint as previous
  from (select need_key as need, category, asked_at >= :from::date::timestamp at time zone :zone as current, 1 as value from unmet_demand
        where asked_at >= :first::date::timestamp at time zone :zone and asked_at < (:to::date + 1)::timestamp at time zone :zone
        union all select label, null, day >= :from::date, value from (${counted('keptMetrics', 'first')}) as counted) as asked
  group by need having sum(value) filter (where current) > 0 order by value desc, need limit :top`;

const listed = (sql: string): string =>
  `(select coalesce(json_agg(one), '[]') from (${sql}) as one)`;
/** One statement and so one instant: a fold between two queries would be seen half. */
const FIGURES_SQL = `select ${listed(TOTALS_SQL)} as totals, ${listed(DAYS_SQL)} as days, ${listed(PRODUCTS_SQL)} as products, ${listed(NEEDS_SQL)} as needs`;

export class KnexKpiReads implements KpiReads {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async figures(
    actor: Actor,
    { from, to, previousFrom }: KpiPeriods,
    timeZone: string,
    top: number,
  ): Promise<KpiFigures> {
    const bindings = {
      from,
      to,
      first: previousFrom,
      zone: timeZone,
      top,
      metrics: [...TOTALS],
      productMetrics: [...BY_PRODUCT],
      ...wholeMonths(from, to),
      keptMetrics: ['unmet_kept'],
    };
    const { rows } = await inTransactionAs(this.#db, identityOf(actor), (trx) =>
      trx.raw<{ rows: [KpiFigures] }>(FIGURES_SQL, bindings),
    );
    return rows[0];
  }
}

const DAY_MS = 86_400_000;
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/**
 * Cuts a period of days at its whole months: they begin with `months` and end before `tail`. Where there is none
 * both are the day after the period, and all of its days stand before `months`.
 */
export function wholeMonths(
  from: string,
  to: string,
): { readonly months: string; readonly tail: string } {
  const after = new Date(utc(to).getTime() + DAY_MS);
  const first = utc(from);
  const months = isoDay(
    new Date(
      Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0), 1),
    ),
  );
  const tail = isoDay(new Date(Date.UTC(after.getUTCFullYear(), after.getUTCMonth(), 1)));
  return months < tail ? { months, tail } : { months: isoDay(after), tail: isoDay(after) };
}
