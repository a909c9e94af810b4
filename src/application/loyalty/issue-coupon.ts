import { trace } from '../../domain/audit/audit-entry.ts';
import type { Customer, UserId } from '../../domain/customer/customer.ts';
import type { Coupon, CouponId } from '../../domain/loyalty/coupon.ts';
import { decideCoupon } from '../../domain/loyalty/coupon-policy.ts';
import { adjusted, loyaltyScore, type LoyaltyScore } from '../../domain/loyalty/loyalty-score.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Log } from '../../ports/log.ts';
import { speakerOf, type ModelGate } from '../advice/model-gate.ts';
import { ProviderError } from '../../ports/provider-error.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

const DAY_MS = 86_400_000;
const CODE_LENGTH = 12;

export interface IssueCouponMeans {
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

/** Gives a loyal customer a coupon, with the reasons kept. The model may move the score within bounds. */
export class IssueCoupon {
  readonly #means: IssueCouponMeans;

  constructor(means: IssueCouponMeans) {
    this.#means = means;
  }

  /** @throws LeaError `user_not_found` */
  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
  }): Promise<IssueCouponResult> {
    const { uow, clock, ids, settings } = this.#means;
    await authorise(uow, command.actor, 'coupon.issue');
    const { customer, facts } = await uow.run(SERVICE, async ({ customers, coupons }) => {
      const known = await customers.get(command.userId);
      if (known === null) throw notFound('user');
      return { customer: known, facts: await coupons.factsOf(command.userId, clock.now()) };
    });
    const scored = await this.#withModel(customer, loyaltyScore(facts));
    return uow.run(SERVICE, async ({ coupons, audit }): Promise<IssueCouponResult> => {
      const now = clock.now();
      const { couponRules, timeZone } = settings.current();
      const today = localDay(now, timeZone);
      const history = await coupons.historyOf(
        command.userId,
        now,
        new Date(`${today.slice(0, 7)}-01T00:00:00Z`),
      );
      const decision = decideCoupon(scored.score, history, couponRules);
      if (!decision.eligible)
        return {
          kind: 'not_eligible',
          score: scored.score,
          reasons: [...scored.reasons, decision.reason],
        };
      const coupon: Coupon = {
        id: ids.uuid() as CouponId,
        userId: command.userId,
        code: ids.code(CODE_LENGTH),
        discountPct: decision.discountPct,
        validFrom: today,
        validTo: localDay(new Date(now.getTime() + couponRules.validDays * DAY_MS), timeZone),
        used: false,
        score: scored.score,
        reasons: scored.reasons,
        budgetCfa: decision.budgetCfa,
        orderId: null,
        createdAt: now,
      };
      await coupons.insert(coupon);
      await audit.record(
        trace(command.actor, 'coupon.issue', { rows: [coupon.id], subjects: [command.userId] }),
      );
      return { kind: 'issued', coupon };
    });
  }

  async #withModel(customer: Customer, base: LoyaltyScore): Promise<LoyaltyScore> {
    try {
      const moved = await this.#means.modelGate.adjustLoyaltyScore(speakerOf(customer), base);
      return moved === null ? base : adjusted(base, moved);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      this.#means.log.warn('coupon_without_model', { kind: error.kind });
      return base;
    }
  }
}
