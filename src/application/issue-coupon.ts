import { trace } from '../domain/audit/audit-entry.ts';
import type { Customer, UserId } from '../domain/customer/customer.ts';
import type { Coupon, CouponId } from '../domain/loyalty/coupon.ts';
import {
  couponCostCfa,
  decideCoupon,
  isOverBudget,
  type CouponHistory,
} from '../domain/loyalty/coupon-policy.ts';
import { adjusted, loyaltyScore, type LoyaltyScore } from '../domain/loyalty/loyalty-score.ts';
import { SERVICE, type Actor } from '../domain/shared/actor.ts';
import { notFound } from '../domain/shared/errors.ts';
import { localDay, monthStart } from '../domain/shared/local-time.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Log } from '../ports/log.ts';
import { speakerOf, type ModelGate } from './advice/model-gate.ts';
import { ProviderError } from '../ports/provider-error.ts';
import type { ShopSettingsSource } from '../ports/shop-settings-source.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { authorise } from './audit/authorise.ts';

const DAY_MS = 86_400_000;
const CODE_LENGTH = 12;

export interface IssueCouponDeps {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly modelGate: ModelGate;
  readonly settings: ShopSettingsSource;
  readonly log: Log;
}

export type IssueCouponResult =
  | { readonly kind: 'issued'; readonly coupon: Coupon }
  | { readonly kind: 'not_eligible'; readonly score: number; readonly reasons: readonly string[] };

/** The one way to a coupon, with its reasons kept: for a loyal customer, and with a campaign's message. */
export class IssueCoupon {
  readonly #deps: IssueCouponDeps;

  constructor(deps: IssueCouponDeps) {
    this.#deps = deps;
  }

  /**
   * By the customer's loyalty, which the model may move within bounds.
   * @throws LeaError `user_not_found` (404)
   */
  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
  }): Promise<IssueCouponResult> {
    const { uow, clock, settings } = this.#deps;
    await authorise(uow, command.actor, 'coupon.issue');
    const { customer, facts } = await uow.run(SERVICE, async ({ customers, coupons }) => {
      const known = await customers.get(command.userId);
      if (known === null) throw notFound('user');
      return { customer: known, facts: await coupons.factsOf(command.userId, clock.now()) };
    });
    const scored = await this.#withModel(customer, loyaltyScore(facts));
    return uow.run(SERVICE, async (repositories): Promise<IssueCouponResult> => {
      const now = clock.now();
      const history = await this.#history(repositories, customer.id, now);
      const decision = decideCoupon(scored.score, history, settings.current().couponRules);
      if (!decision.eligible) {
        // Score and reasons are shown all the same.
        await repositories.audit.record(
          trace(command.actor, 'coupon.issue', { outcome: 'failed', subjects: [customer.id] }),
        );
        return {
          kind: 'not_eligible',
          score: scored.score,
          reasons: [...scored.reasons, decision.reason],
        };
      }
      const coupon = this.#coupon(customer.id, { ...scored, ...decision }, now);
      await repositories.coupons.insert(coupon);
      await repositories.audit.record(
        trace(command.actor, 'coupon.issue', { rows: [coupon.id], subjects: [customer.id] }),
      );
      return { kind: 'issued', coupon };
    });
  }

  /**
   * A campaign's present to whoever it chose, of any score, within the month's budget. It is written by the caller,
   * in the same transaction, once there is a message that it goes with.
   */
  async forCampaign(
    repositories: Repositories,
    gift: {
      readonly customer: Customer;
      readonly discountPct: number;
      readonly campaignName: string;
    },
    now: Date,
  ): Promise<Coupon | 'over_budget'> {
    const { customer, discountPct, campaignName } = gift;
    const { couponRules } = this.#deps.settings.current();
    const history = await this.#history(repositories, customer.id, now);
    const budgetCfa = couponCostCfa(history, discountPct);
    if (isOverBudget(history, budgetCfa, couponRules)) return 'over_budget';
    const reasons = [`Campagne : ${campaignName}`];
    return this.#coupon(customer.id, { score: 0, reasons, discountPct, budgetCfa }, now);
  }

  /** Also keeps others from issuing until the transaction ends, so that the budget is spent once. */
  #history({ coupons }: Repositories, userId: UserId, now: Date): Promise<CouponHistory> {
    return coupons.historyOf(userId, now, monthStart(now, this.#deps.settings.current().timeZone));
  }

  #coupon(
    userId: UserId,
    given: Pick<Coupon, 'score' | 'reasons' | 'discountPct' | 'budgetCfa'>,
    now: Date,
  ): Coupon {
    const { ids, settings } = this.#deps;
    const { couponRules, timeZone } = settings.current();
    const { score, reasons, discountPct, budgetCfa } = given;
    return {
      id: ids.uuid() as CouponId,
      userId,
      code: ids.code(CODE_LENGTH),
      discountPct,
      validFrom: localDay(now, timeZone),
      validTo: localDay(new Date(now.getTime() + couponRules.validDays * DAY_MS), timeZone),
      used: false,
      score,
      reasons,
      budgetCfa,
      orderId: null,
      createdAt: now,
    };
  }

  async #withModel(customer: Customer, base: LoyaltyScore): Promise<LoyaltyScore> {
    try {
      const moved = await this.#deps.modelGate.adjustLoyaltyScore(speakerOf(customer), base);
      return moved === null ? base : adjusted(base, moved);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      this.#deps.log.warn('coupon_without_model', { kind: error.kind });
      return base;
    }
  }
}
