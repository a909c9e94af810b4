/** What the shop decided about coupons. */
export interface CouponRules {
  /** From the lowest score; each gives a discount in per cent. */
  readonly tiers: readonly { readonly minScore: number; readonly discountPct: number }[];
  /** CFA francs that coupons of one month may cost at most. */
  readonly monthlyBudgetCfa: number;
  readonly validDays: number;
  /** Days between two coupons of one customer. */
  readonly cooldownDays: number;
  /** Coupons of one customer in a year. */
  readonly maxPerYear: number;
}

export const DEFAULT_COUPON_RULES: CouponRules = {
  tiers: [
    { minScore: 40, discountPct: 5 },
    { minScore: 60, discountPct: 10 },
    { minScore: 80, discountPct: 15 },
  ],
  monthlyBudgetCfa: 200_000,
  validDays: 30,
  cooldownDays: 30,
  maxPerYear: 6,
};

export interface CouponHistory {
  /** Committed this month by all coupons, in CFA francs. */
  readonly monthCommittedCfa: number;
  readonly daysSinceLastCoupon: number | null;
  readonly couponsLastYear: number;
  /** Of the customer's past orders, in CFA francs; what a coupon is expected to cost follows from it. */
  readonly averageOrderCfa: number;
}

export type CouponDecision =
  | { readonly eligible: true; readonly discountPct: number; readonly budgetCfa: number }
  | { readonly eligible: false; readonly reason: string };

/** Which coupon a score earns, or why none. */
export function decideCoupon(
  score: number,
  history: CouponHistory,
  rules: CouponRules,
): CouponDecision {
  const tier = [...rules.tiers]
    .sort((a, b) => b.minScore - a.minScore)
    .find((candidate) => score >= candidate.minScore);
  if (!tier) return { eligible: false, reason: `Score ${score} sous le premier palier.` };
  if (history.daysSinceLastCoupon !== null && history.daysSinceLastCoupon < rules.cooldownDays) {
    return {
      eligible: false,
      reason: `Dernier coupon il y a ${history.daysSinceLastCoupon} j (délai : ${rules.cooldownDays} j).`,
    };
  }
  if (history.couponsLastYear >= rules.maxPerYear)
    return { eligible: false, reason: `Déjà ${history.couponsLastYear} coupons en un an.` };
  const budgetCfa = couponCostCfa(history, tier.discountPct);
  if (isOverBudget(history, budgetCfa, rules))
    return { eligible: false, reason: 'Budget mensuel des coupons atteint.' };
  return { eligible: true, discountPct: tier.discountPct, budgetCfa };
}

/** What a coupon is expected to cost, in CFA francs. */
export const couponCostCfa = (
  { averageOrderCfa }: Pick<CouponHistory, 'averageOrderCfa'>,
  discountPct: number,
): number => Math.ceil((averageOrderCfa * discountPct) / 100);

/** Whether this month's coupons would cost more than the shop allows. */
export const isOverBudget = (
  { monthCommittedCfa }: Pick<CouponHistory, 'monthCommittedCfa'>,
  costCfa: number,
  { monthlyBudgetCfa }: Pick<CouponRules, 'monthlyBudgetCfa'>,
): boolean => monthCommittedCfa + costCfa > monthlyBudgetCfa;
