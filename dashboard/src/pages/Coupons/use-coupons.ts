import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { generateCoupon, redeemCoupon } from '@http/coupons/contract.ts';
import { ApiError, call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { contains, listRows, oneOf, type Filters } from '../../api/rest.ts';

export const COUPON_PAGE = 30;
export const STATES = ['ready', 'used', 'expired'] as const;
export type CouponState = (typeof STATES)[number];

interface CouponRow {
  readonly id: string;
  readonly user_id: string | null;
  readonly code: string;
  readonly discount_pct: number;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly used: boolean;
  readonly score: number | null;
  readonly reasons: readonly string[];
}
export interface Customer {
  readonly id: string;
  readonly name: string | null;
  readonly phone_number: string | null;
}
export interface CouponItem extends CouponRow {
  readonly customer: Customer | null;
}

function stateFilters(state: CouponState | null, today: string): Filters {
  if (state === null) return [];
  if (state === 'used') return [['used', 'is.true']];
  return [
    ['used', 'is.false'],
    ['valid_to', state === 'ready' ? `gte.${today}` : `lt.${today}`],
  ];
}

export const useCoupons = (q: string, state: CouponState | null, page: number, today: string) =>
  useQuery({
    queryKey: ['coupons', q, state, page, today],
    queryFn: async ({ signal }) => {
      const { rows, total } = await listRows<CouponRow>('loyalty_coupons', {
        filters: [
          ...stateFilters(state, today),
          ...(q === '' ? [] : [['code', contains(q)] as const]),
        ],
        order: 'created_at.desc,id.desc',
        limit: COUPON_PAGE,
        offset: (page - 1) * COUPON_PAGE,
        signal,
      });
      const ids = [...new Set(rows.flatMap((row) => row.user_id ?? []))];
      const people =
        ids.length === 0
          ? []
          : (
              await listRows<Customer>('users', {
                select: 'id,name,phone_number',
                filters: [['id', oneOf(ids)]],
                signal,
              }).catch(() => ({ rows: [] as readonly Customer[] }))
            ).rows;
      const items = rows.map((row): CouponItem => ({
        ...row,
        customer: people.find((person) => person.id === row.user_id) ?? null,
      }));
      return { items, total };
    },
    placeholderData: keepPreviousData,
  });

/** By name, or by number once digits are typed. */
export const useCustomers = (q: string) =>
  useQuery({
    queryKey: ['customers', q],
    queryFn: async ({ signal }) => {
      const digits = q.replace(/[^\d]/g, '');
      return (
        await listRows<Customer>('users', {
          select: 'id,name,phone_number',
          filters: [
            ['role', 'eq.customer'],
            ...(q === ''
              ? []
              : digits.length >= 3
                ? [['phone_number', contains(digits)] as const]
                : [['name', contains(q)] as const]),
          ],
          order: 'name.asc.nullslast,id.asc',
          limit: 20,
          signal,
        })
      ).rows;
    },
    placeholderData: keepPreviousData,
  });

const refresh = () => queryClient.invalidateQueries({ queryKey: ['coupons'] });

/** @throws ApiError `order_not_found` */
async function orderIdOf(code: string): Promise<string> {
  const { rows } = await listRows<{ readonly id: string }>('orders', {
    select: 'id',
    filters: [['code', `eq.${code}`]],
    limit: 1,
  });
  const id = rows[0]?.id;
  if (id === undefined) throw new ApiError(404, 'order_not_found', code);
  return id;
}

export const useIssueCoupon = () =>
  useMutation({
    mutationFn: (request: { readonly userId: string; readonly key: string }) =>
      call<typeof generateCoupon>({
        method: 'POST',
        path: '/functions/generate-coupon',
        body: { user_id: request.userId },
        idempotencyKey: request.key,
      }),
    onSettled: refresh,
  });

export const useRedeemCoupon = () =>
  useMutation({
    mutationFn: async ({ code, order }: { readonly code: string; readonly order: string }) =>
      call<typeof redeemCoupon>({
        method: 'POST',
        path: '/functions/redeem-coupon',
        body: { code, ...(order === '' ? {} : { order_id: await orderIdOf(order) }) },
      }),
    onSettled: refresh,
  });
