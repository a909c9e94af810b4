import type { Customer } from '../../domain/customer/customer.ts';
import type { Coupon, CouponId } from '../../domain/loyalty/coupon.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { ShopSettings } from '../../domain/shop/shop-settings.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

const DAY_MS = 86_400_000;
const CODE_LENGTH = 12;

/** A coupon that goes with a campaign message, within the month's budget; it is not stored yet. */
export async function giveCoupon(
  { coupons }: Repositories,
  ids: IdGenerator,
  gift: {
    readonly customer: Customer;
    readonly discountPct: number;
    readonly campaignName: string;
  },
  { couponRules, timeZone }: ShopSettings,
  now: Date,
): Promise<Coupon | 'over_budget' | null> {
  const today = localDay(now, timeZone);
  const history = await coupons.historyOf(
    gift.customer.id,
    now,
    new Date(`${today.slice(0, 7)}-01T00:00:00Z`),
  );
  const budgetCfa = Math.ceil((history.averageOrderCfa * gift.discountPct) / 100);
  if (history.monthCommittedCfa + budgetCfa > couponRules.monthlyBudgetCfa) return 'over_budget';
  return {
    id: ids.uuid() as CouponId,
    userId: gift.customer.id,
    code: ids.code(CODE_LENGTH),
    discountPct: gift.discountPct,
    validFrom: today,
    validTo: localDay(new Date(now.getTime() + couponRules.validDays * DAY_MS), timeZone),
    used: false,
    score: 0,
    reasons: [`Campagne : ${gift.campaignName}`],
    budgetCfa,
    orderId: null,
    createdAt: now,
  };
}
