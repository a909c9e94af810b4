import type { Branded } from '../shared/branded.ts';
import type { UserId } from '../customer/customer.ts';
import type { OrderId } from '../order/order.ts';

export type CouponId = Branded<string, 'CouponId'>;

/** A single-use discount. Days are `YYYY-MM-DD` in the shop's time zone, both inclusive. */
export interface Coupon {
  readonly id: CouponId;
  readonly userId: UserId;
  readonly code: string;
  readonly discountPct: number;
  readonly validFrom: string;
  readonly validTo: string;
  readonly used: boolean;
  readonly score: number;
  readonly reasons: readonly string[];
  /** What it is expected to cost, in CFA francs. */
  readonly budgetCfa: number;
  readonly orderId: OrderId | null;
  readonly createdAt: Date;
}
