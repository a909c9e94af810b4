import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { addDays } from '../../i18n/days.ts';
import { isDay, startOfDay } from '../../i18n/day-start.ts';
import { contains, listRows, type Filters } from '../../api/rest.ts';

export const STATUSES = ['pending', 'completed', 'cancelled'] as const;
export const SOURCES = ['assistant', 'human', 'campaign'] as const;
export const ORDER_PAGE = 30;
const BLOCK = 1000;
export const MOST_EXPORTED = 20_000;

/** The row of `orders`. */
export interface Order {
  readonly id: string;
  readonly conversation_id: string | null;
  readonly code: string | null;
  readonly status: (typeof STATUSES)[number];
  readonly source: (typeof SOURCES)[number];
  readonly amount_cfa: number;
  readonly currency: string;
  readonly cancelled_at: string | null;
  readonly cancel_reason: string | null;
  readonly clicks: number;
  readonly created_at: string;
  readonly completed_at: string | null;
  readonly delivered_at: string | null;
  readonly tracking_url: string | null;
}
export interface OrderSearch {
  readonly q: string;
  readonly status: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly order: string;
}

const SELECT =
  'id,conversation_id,code,status,source,amount_cfa,currency,cancelled_at,cancel_reason,clicks,created_at,completed_at,delivered_at,tracking_url';

function filtersOf(search: OrderSearch, timeZone: string): Filters {
  return [
    ...(search.q === '' ? [] : [['code', contains(search.q)] as const]),
    ...(search.status === '' ? [] : [['status', `eq.${search.status}`] as const]),
    ...(search.source === '' ? [] : [['source', `eq.${search.source}`] as const]),
    ...(isDay(search.from)
      ? [['created_at', `gte.${startOfDay(search.from, timeZone)}`] as const]
      : []),
    ...(isDay(search.to)
      ? [['created_at', `lt.${startOfDay(addDays(search.to, 1), timeZone)}`] as const]
      : []),
  ];
}

export const useOrders = (search: OrderSearch, page: number, timeZone: string) =>
  useQuery({
    queryKey: ['orders', 'list', search, page, timeZone],
    queryFn: ({ signal }) =>
      listRows<Order>('orders', {
        select: SELECT,
        filters: filtersOf(search, timeZone),
        order: `${search.order},id.desc`,
        limit: ORDER_PAGE,
        offset: (page - 1) * ORDER_PAGE,
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** Every order that the filters meet, up to a bound. */
export async function allOrders(search: OrderSearch, timeZone: string): Promise<readonly Order[]> {
  const all: Order[] = [];
  for (let total = 1; all.length < Math.min(total, MOST_EXPORTED);) {
    const page = await listRows<Order>('orders', {
      select: SELECT,
      filters: filtersOf(search, timeZone),
      order: `${search.order},id.desc`,
      limit: BLOCK,
      offset: all.length,
    });
    all.push(...page.rows);
    total = page.rows.length === 0 ? 0 : page.total;
  }
  return all;
}
