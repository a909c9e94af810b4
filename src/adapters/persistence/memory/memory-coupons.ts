import type { UserId } from '../../../domain/customer/customer.ts';
import type { CouponHistory } from '../../../domain/loyalty/coupon-policy.ts';
import type { Coupon } from '../../../domain/loyalty/coupon.ts';
import type { LoyaltyFacts } from '../../../domain/loyalty/loyalty-score.ts';
import type { OrderId } from '../../../domain/order/order.ts';
import type { Coupons } from '../../../ports/repositories/coupons.ts';
import type { MemoryStore } from './memory-store.ts';

const DAY_MS = 86_400_000;

export class MemoryCoupons implements Coupons {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async factsOf(userId: UserId, now: Date): Promise<LoyaltyFacts> {
    const completed = this.#completedOrders(userId);
    const lastYear = completed.filter(({ completedAt }) => daysBetween(completedAt, now) < 365);
    return {
      daysSinceLastOrder: daysSinceLast(
        completed.map(({ completedAt }) => completedAt),
        now,
      ),
      ordersLastYear: lastYear.length,
      spentLastYearCfa: lastYear.reduce((sum, { amountCfa }) => sum + amountCfa, 0),
      conversationsLast90Days: this.#store.conversations
        .by('userId', userId)
        .filter(({ startedAt }) => daysBetween(startedAt, now) < 90).length,
      averageRating: mean(this.#store.surveyAnswers.by('userId', userId).map(({ score }) => score)),
    };
  }

  /** Transactions run one after another here, so that nobody else issues meanwhile. */
  async historyOf(userId: UserId, now: Date, monthStart: Date): Promise<CouponHistory> {
    const own = this.#store.coupons.by('userId', userId);
    const amounts = this.#completedOrders(userId).map(({ amountCfa }) => amountCfa);
    return {
      monthCommittedCfa: this.#store.coupons
        .all()
        .filter(({ createdAt }) => createdAt >= monthStart)
        .reduce((sum, { budgetCfa }) => sum + budgetCfa, 0),
      daysSinceLastCoupon: daysSinceLast(
        own.map(({ createdAt }) => createdAt),
        now,
      ),
      couponsLastYear: own.filter(({ createdAt }) => daysBetween(createdAt, now) < 365).length,
      averageOrderCfa:
        amounts.length === 0
          ? 0
          : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length),
    };
  }

  #completedOrders(
    userId: UserId,
  ): readonly { readonly completedAt: Date; readonly amountCfa: number }[] {
    return this.#store.orders
      .by('userId', userId)
      .flatMap(({ status, completedAt, amountCfa }) =>
        status === 'completed' && completedAt !== null ? { completedAt, amountCfa } : [],
      );
  }

  async insert(coupon: Coupon): Promise<void> {
    this.#store.customers.mustHave(coupon.userId);
    if (this.#byCode(coupon.code) !== undefined)
      throw new Error(`Duplicate code in loyalty_coupons: ${coupon.code}`);
    this.#store.coupons.insert(coupon);
  }

  async findByCode(code: string): Promise<Coupon | null> {
    return this.#byCode(code) ?? null;
  }

  async release(orderId: OrderId): Promise<void> {
    for (const coupon of this.#store.coupons.all())
      if (coupon.orderId === orderId)
        this.#store.coupons.update(coupon.id, { used: false, orderId: null });
  }

  async redeem(code: string, orderId: OrderId | null): Promise<boolean> {
    const row = this.#byCode(code);
    if (row === undefined || row.used) return false;
    this.#store.orders.mustHave(orderId);
    return this.#store.coupons.update(row.id, { used: true, orderId });
  }

  #byCode(code: string): Coupon | undefined {
    return this.#store.coupons.by('code', code)[0];
  }
}

const daysBetween = (earlier: Date, later: Date): number =>
  (later.getTime() - earlier.getTime()) / DAY_MS;

function daysSinceLast(times: readonly Date[], now: Date): number | null {
  if (times.length === 0) return null;
  return Math.floor(Math.min(...times.map((time) => daysBetween(time, now))));
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
