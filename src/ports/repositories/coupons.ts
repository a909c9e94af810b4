import type { UserId } from '../../domain/customer/customer.ts';
import type { Coupon } from '../../domain/loyalty/coupon.ts';
import type { CouponHistory } from '../../domain/loyalty/coupon-policy.ts';
import type { LoyaltyFacts } from '../../domain/loyalty/loyalty-score.ts';
import type { OrderId } from '../../domain/order/order.ts';

export interface Coupons {
  /** What speaks for a customer, at `now`: completed orders only, ages in whole days gone by. */
  factsOf(userId: UserId, now: Date): Promise<LoyaltyFacts>;
  /**
   * Past coupons and the month's budget; locks issuing until the transaction ends, so that no budget is spent
   * twice.
   */
  historyOf(userId: UserId, now: Date, monthStart: Date): Promise<CouponHistory>;
  insert(coupon: Coupon): Promise<void>;
  findByCode(code: string): Promise<Coupon | null>;
  /** Coupons that were used for an order may be used again. */
  release(orderId: OrderId): Promise<void>;
  /** Marks an unused coupon as used; false when somebody was faster. */
  redeem(code: string, orderId: OrderId | null, now: Date): Promise<boolean>;
}
