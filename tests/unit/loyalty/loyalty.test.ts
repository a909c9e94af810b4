import { describe, expect, it } from 'vitest';
import { adjusted, loyaltyScore } from '../../../src/domain/loyalty/loyalty-score.ts';
import { decideCoupon, DEFAULT_COUPON_RULES } from '../../../src/domain/loyalty/coupon-policy.ts';

const stranger = {
  daysSinceLastOrder: null,
  ordersLastYear: 0,
  spentLastYearCfa: 0,
  conversationsLast90Days: 0,
  averageRating: null,
};
const regular = {
  daysSinceLastOrder: 10,
  ordersLastYear: 5,
  spentLastYearCfa: 100_000,
  conversationsLast90Days: 5,
  averageRating: 5,
};
const history = {
  monthCommittedCfa: 0,
  daysSinceLastCoupon: null,
  couponsLastYear: 0,
  averageOrderCfa: 20_000,
};

describe('loyalty score', () => {
  it('runs from 0 for a stranger to 100 for the best customer', () => {
    expect(loyaltyScore(stranger).score).toBe(0);
    expect(loyaltyScore(regular).score).toBe(100);
    expect(
      loyaltyScore({
        ...regular,
        ordersLastYear: 500,
        spentLastYearCfa: 9e9,
        conversationsLast90Days: 99,
      }).score,
    ).toBe(100);
  });

  it('falls as the last order gets older', () => {
    const scores = [5, 20, 45, 100, 300, 400].map(
      (daysSinceLastOrder) => loyaltyScore({ ...stranger, daysSinceLastOrder }).score,
    );
    expect(scores).toEqual([25, 20, 14, 8, 3, 0]);
  });

  it('says why, one reason a part', () => {
    expect(loyaltyScore(regular).reasons).toHaveLength(4);
  });

  it('lets a model move it by ten points at most, and never past the ends', () => {
    const base = loyaltyScore(regular);
    expect(adjusted(base, { delta: 1e9, reason: 'x' }).score).toBe(100);
    expect(adjusted(base, { delta: -50, reason: 'x' }).score).toBe(90);
    expect(adjusted(base, { delta: Number.NaN, reason: 'x' })).toEqual(base);
    expect(adjusted(base, { delta: -3, reason: 'peu actif' }).reasons.at(-1)).toContain(
      'peu actif',
    );
  });
});

describe('coupon policy', () => {
  it('gives the discount of the highest tier reached', () => {
    expect(
      [39, 40, 60, 80, 100].map((score) => decideCoupon(score, history, DEFAULT_COUPON_RULES)),
    ).toEqual([
      { eligible: false, reason: expect.stringContaining('39') as string },
      { eligible: true, discountPct: 5, budgetCfa: 1_000 },
      { eligible: true, discountPct: 10, budgetCfa: 2_000 },
      { eligible: true, discountPct: 15, budgetCfa: 3_000 },
      { eligible: true, discountPct: 15, budgetCfa: 3_000 },
    ]);
  });

  it.each([
    ['cooldown', { ...history, daysSinceLastCoupon: 29 }],
    ['cap', { ...history, couponsLastYear: 6 }],
    ['budget', { ...history, monthCommittedCfa: 199_000 }],
  ])('refuses on %s', (_name, past) => {
    expect(decideCoupon(100, past, DEFAULT_COUPON_RULES).eligible).toBe(false);
  });
});
