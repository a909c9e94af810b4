import type { Currency } from '../../domain/shared/money.ts';
import type { KpiFigures, KpiPeriods } from '../../ports/kpi-reads.ts';

/** A figure of the period beside that of the period before; null where nothing was to be measured. */
export interface Compared<T = number> {
  readonly value: T;
  readonly previous: T;
}

export interface KpiReport {
  readonly from: string;
  readonly to: string;
  readonly previous_from: string;
  readonly previous_to: string;
  readonly time_zone: string;
  /** Of all amounts. */
  readonly currency: Currency;
  readonly conversations: Compared;
  readonly conversion_rate: Compared<number | null>;
  readonly sales_cfa: Compared & {
    readonly by_source: readonly ({ readonly source: string } & Compared)[];
  };
  readonly orders: Compared;
  readonly satisfaction: Compared<number | null> & { readonly answers: Compared };
  readonly response_time_ms: Compared<number | null>;
  readonly automation_rate: Compared<number | null>;
  readonly escalations: Compared & {
    readonly by_reason: readonly ({ readonly reason: string } & Compared)[];
  };
  readonly unmet_demand: Compared & {
    readonly by_reason: readonly ({ readonly reason: string } & Compared)[];
    readonly top: readonly ({
      readonly need: string;
      readonly category: string | null;
    } & Compared)[];
  };
  readonly model_cost_cfa: Compared;
  readonly funnel: readonly ({ readonly step: string } & Compared)[];
  readonly top_products: readonly {
    readonly product_id: string;
    readonly name: string | null;
    readonly recommended: number;
    readonly sold: number;
  }[];
  readonly days: readonly KpiReportDay[];
}

/** What a day tells, beside its date. */
export type KpiReportDay = { readonly day: string } & Readonly<ReturnType<typeof told>>;

type Sum = (metric: string) => number;

const FUNNEL = [
  ['conversations', 'conversations'],
  ['recommended', 'recommended'],
  ['order_link', 'ordered'],
  ['clicked', 'clicked'],
  ['completed', 'completed'],
] as const;

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const ratio = (part: number, whole: number, digits = 4): number | null =>
  whole === 0 ? null : rounded(part / whole, digits);

/** What can be told from the counters of one stretch of time. */
const told = (sum: Sum) => ({
  conversations: sum('conversations'),
  conversion_rate: ratio(sum('converted'), sum('recommended')),
  sales_cfa: sum('sales_cfa'),
  orders: sum('orders'),
  satisfaction: ratio(sum('score_sum'), sum('scores'), 2),
  response_time_ms: ratio(sum('response_ms'), sum('responses'), 0),
  automation_rate: ratio(sum('conversations') - sum('handed'), sum('conversations')),
  escalations: sum('escalations'),
  unmet_demand: sum('unmet'),
  model_cost_cfa: rounded(sum('model_milli_cfa') / 1000, 2),
});

/** The columns of one line a day. */
export const DAY_COLUMNS = [
  'day',
  ...Object.keys(told(() => 0)),
] as readonly (keyof KpiReportDay)[];

/** Puts the counters into the words of the contract. */
export function kpiReport(
  figures: KpiFigures,
  periods: KpiPeriods,
  timeZone: string,
  currency: Currency,
): KpiReport {
  const add = (side: 'value' | 'previous'): Sum => {
    const sums = new Map<string, number>();
    for (const total of figures.totals)
      sums.set(total.metric, (sums.get(total.metric) ?? 0) + total[side]);
    return (metric) => sums.get(metric) ?? 0;
  };
  const [sum, sumBefore] = [add('value'), add('previous')];
  const [now, before] = [told(sum), told(sumBefore)];
  const compared = <K extends keyof typeof now>(key: K): Compared<(typeof now)[K]> => ({
    value: now[key],
    previous: before[key],
  });
  const byLabel = <N extends string>(metric: string, name: N) =>
    figures.totals
      .filter((total) => total.metric === metric && (total.value !== 0 || total.previous !== 0))
      .map(
        ({ label, value, previous }) =>
          ({ [name]: label, value, previous }) as { readonly [K in N]: string } & Compared,
      )
      .toSorted(
        (a, b) => b.value - a.value || b.previous - a.previous || (a[name] < b[name] ? -1 : 1),
      );
  return {
    from: periods.from,
    to: periods.to,
    previous_from: periods.previousFrom,
    previous_to: periods.previousTo,
    time_zone: timeZone,
    currency,
    conversations: compared('conversations'),
    conversion_rate: compared('conversion_rate'),
    sales_cfa: { ...compared('sales_cfa'), by_source: byLabel('sales_cfa', 'source') },
    orders: compared('orders'),
    satisfaction: {
      ...compared('satisfaction'),
      answers: { value: sum('scores'), previous: sumBefore('scores') },
    },
    response_time_ms: compared('response_time_ms'),
    automation_rate: compared('automation_rate'),
    escalations: { ...compared('escalations'), by_reason: byLabel('escalations', 'reason') },
    unmet_demand: {
      ...compared('unmet_demand'),
      by_reason: byLabel('unmet', 'reason'),
      top: figures.needs,
    },
    model_cost_cfa: compared('model_cost_cfa'),
    funnel: FUNNEL.map(([step, metric]) => ({
      step,
      value: sum(metric),
      previous: sumBefore(metric),
    })),
    top_products: figures.products.map(({ productId, name, recommended, sold }) => ({
      product_id: productId,
      name,
      recommended,
      sold,
    })),
    days: seriesOf(figures, periods),
  };
}

/** Every day of the period, also those without any figure. */
function seriesOf(figures: KpiFigures, { from, to }: KpiPeriods): readonly KpiReportDay[] {
  const byDay = new Map<string, Map<string, number>>();
  for (const { day, metric, value } of figures.days) {
    const metrics = byDay.get(day) ?? new Map<string, number>();
    byDay.set(day, metrics.set(metric, value));
  }
  const days: KpiReportDay[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1))
    days.push({ day, ...told((metric) => byDay.get(day)?.get(metric) ?? 0) });
  return days;
}

const DAY_MS = 86_400_000;

/** The calendar day `count` days later, or earlier. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** How many days there are from `from` to `to`, both counted. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;
