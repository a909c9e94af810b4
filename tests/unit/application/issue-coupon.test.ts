import { describe, expect, it } from 'vitest';
import { StubLanguageModel } from '../../../src/adapters/llm/stub/stub-language-model.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import { defaultSettings, type ShopSettings } from '../../../src/domain/shop/shop-settings.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { aCoupon, aCustomer, anOrder, aUserId } from '../../support/builders.ts';
import { createHarness, type Harness } from '../../support/harness.ts';

/** The harness's clock stands on this day. */
const TODAY = new Date('2026-11-24T09:00:00.000Z');
const daysAgo = (days: number): Date => new Date(TODAY.getTime() - days * 86_400_000);
const ADMIN: Actor = { kind: 'staff', userId: aUserId(), role: 'admin' };
const RULES = defaultSettings('GA').couponRules;

/** A model that moves each score by so much, or fails. */
class MovingModel extends StubLanguageModel {
  readonly delta: number | ProviderError;
  constructor(delta: number | ProviderError) {
    super();
    this.delta = delta;
  }
  override async adjustLoyaltyScore() {
    if (this.delta instanceof ProviderError) throw this.delta;
    return { ...(await super.adjustLoyaltyScore()), delta: this.delta, reason: 'souvent là' };
  }
}

const shop = (settings: Partial<ShopSettings> = {}, delta?: number | ProviderError): Harness =>
  createHarness({
    settings,
    ...(delta === undefined ? {} : { adapters: { model: new MovingModel(delta) } }),
  });

/** Somebody who ordered that often, for so much each time, the last time so many days ago. */
function aBuyer(lea: Harness, orders: number, amountCfa = 20_000, lastDays = 5): UserId {
  const customer = aCustomer({ createdAt: daysAgo(400) });
  lea.store.customers.insert(customer);
  for (let index = 0; index < orders; index += 1)
    lea.store.orders.insert(
      anOrder({
        userId: customer.id,
        amountCfa,
        status: 'completed',
        completedAt: daysAgo(lastDays + index),
      }),
    );
  return customer.id;
}

const issue = (lea: Harness, userId: UserId, actor: Actor = ADMIN) =>
  lea.parts.issueCoupon.execute({ actor, userId });
const kept = (lea: Harness) => lea.store.coupons.all();

describe('a coupon', () => {
  it('is given to a loyal customer, kept with score and reasons, and leaves its line in the audit log', async () => {
    const lea = shop();
    const userId = aBuyer(lea, 5);
    const result = await issue(lea, userId);
    expect(result).toMatchObject({
      kind: 'issued',
      // 25 for recency, 25 for five orders, 25 for 100 000 francs: the tier from 60.
      coupon: { userId, discountPct: 10, score: 75, budgetCfa: 2_000, used: false },
    });
    const coupon = kept(lea)[0]!;
    expect(result).toEqual({ kind: 'issued', coupon });
    expect(coupon).toMatchObject({ validFrom: '2026-11-24', validTo: '2026-12-24' });
    expect(coupon.code).toMatch(/^[A-Z0-9]{12}$/);
    expect(coupon.reasons).toHaveLength(4);
    expect(lea.store.audits.all()).toMatchObject([
      { action: 'coupon.issue', outcome: 'done', rows: [coupon.id], subjects: [userId] },
    ]);
  });

  const bought = (lea: Harness) => aBuyer(lea, 5);
  it.each<{
    readonly who: string;
    readonly reason: RegExp;
    readonly given: (lea: Harness) => UserId;
    readonly settings?: Partial<ShopSettings>;
  }>([
    { who: 'somebody who never ordered', reason: /Score 0 sous/, given: (lea) => aBuyer(lea, 0) },
    {
      who: 'somebody who had one lately',
      reason: /Dernier coupon il y a 10 j/,
      given: (lea) => {
        const userId = bought(lea);
        lea.store.coupons.insert(aCoupon({ userId, createdAt: daysAgo(10) }));
        return userId;
      },
    },
    {
      who: 'somebody who had as many as a year allows',
      reason: /Déjà 6 coupons/,
      given: (lea) => {
        const userId = bought(lea);
        for (const days of [40, 80, 120, 160, 200, 240])
          lea.store.coupons.insert(aCoupon({ userId, createdAt: daysAgo(days) }));
        return userId;
      },
    },
    {
      who: 'anybody when the month is spent, by whomever',
      reason: /Budget mensuel/,
      given: (lea) => {
        lea.store.coupons.insert(aCoupon({ createdAt: daysAgo(3), budgetCfa: 8_001 }));
        return bought(lea);
      },
      settings: { couponRules: { ...RULES, monthlyBudgetCfa: 10_000 } },
    },
  ])('is refused to $who, with the reason', async ({ reason, given, settings }) => {
    const lea = shop(settings);
    const userId = given(lea);
    const before = kept(lea);
    const result = await issue(lea, userId);
    expect(result.kind === 'not_eligible' && result.reasons.at(-1)).toMatch(reason);
    expect(kept(lea)).toEqual(before);
  });

  it('is given again when the wait is over, and when last month had spent the budget', async () => {
    const lea = shop({ couponRules: { ...RULES, monthlyBudgetCfa: 10_000 } });
    const userId = aBuyer(lea, 5);
    lea.store.coupons.insert(aCoupon({ userId, createdAt: daysAgo(30), budgetCfa: 10_000 }));
    expect((await issue(lea, userId)).kind).toBe('issued');
  });

  it('counts a month by the clock of the shop', async () => {
    const late = new Date('2026-10-31T23:30:00Z');
    const lea = shop({ couponRules: { ...RULES, monthlyBudgetCfa: 10_000 } });
    lea.store.coupons.insert(aCoupon({ createdAt: late, budgetCfa: 10_000 }));
    // 00:30 of 1 November in Libreville: it counts for this month.
    expect(await issue(lea, aBuyer(lea, 5))).toMatchObject({ kind: 'not_eligible' });
  });

  it.each([
    [1_000, 10],
    [-1_000, -10],
    [4, 4],
    [Number.NaN, 0],
  ])('is moved by a model that says %d by %d points', async (wished, moved) => {
    const lea = shop({}, wished);
    const result = await issue(lea, aBuyer(lea, 5));
    expect(result.kind === 'issued' && result.coupon.score).toBe(75 + moved);
  });

  it('is given without a model that fails', async () => {
    const lea = shop({}, new ProviderError('openai', 'unavailable', 'down'));
    expect(await issue(lea, aBuyer(lea, 5))).toMatchObject({
      kind: 'issued',
      coupon: { score: 75 },
    });
    expect(lea.log.lines.map(({ event }) => event)).toContain('coupon_without_model');
  });

  it('is given once when two ask at once', async () => {
    const lea = shop();
    const userId = aBuyer(lea, 5);
    const results = await Promise.all([issue(lea, userId), issue(lea, userId)]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['issued', 'not_eligible']);
    expect(kept(lea)).toHaveLength(1);
  });

  it('is given to nobody by whoever may not, and to nobody who is not there', async () => {
    const lea = shop();
    const userId = aBuyer(lea, 5);
    await expect(
      issue(lea, userId, { kind: 'staff', userId: aUserId(), role: 'product_editor' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(issue(lea, aUserId())).rejects.toMatchObject({ code: 'user_not_found' });
    expect(kept(lea)).toEqual([]);
  });
});

describe("a campaign's coupon", () => {
  const gift = (lea: Harness) =>
    lea.adapters.uow.run(SERVICE, (repositories) =>
      lea.parts.issueCoupon.forCampaign(
        repositories,
        { customer: lea.store.customers.all()[0]!, discountPct: 20, campaignName: 'Rentrée' },
        TODAY,
      ),
    );

  it('goes to whomever the campaign chose, and is left to the caller to write', async () => {
    const lea = shop();
    aBuyer(lea, 1, 10_000, 200);
    expect(await gift(lea)).toMatchObject({
      discountPct: 20,
      budgetCfa: 2_000,
      reasons: ['Campagne : Rentrée'],
    });
    expect(kept(lea)).toEqual([]);
  });

  it('stays within the same budget of the month', async () => {
    const lea = shop({ couponRules: { ...RULES, monthlyBudgetCfa: 10_000 } });
    aBuyer(lea, 1, 10_000, 200);
    lea.store.coupons.insert(aCoupon({ createdAt: daysAgo(1), budgetCfa: 8_001 }));
    expect(await gift(lea)).toBe('over_budget');
  });
});
