import type { IssueCoupon } from '../../../application/issue-coupon.ts';
import type { RedeemCoupon } from '../../../application/loyalty/redeem-coupon.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import { generateCoupon, redeemCoupon } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';
import { RowReply } from '../core/reply.ts';
import type { UseCase } from '../core/use-cases.ts';

export interface CouponDeps {
  readonly issueCoupon: UseCase<IssueCoupon>;
  readonly redeemCoupon: UseCase<RedeemCoupon>;
}

/** Loyalty coupons: issued with their reasons, used once. */
export function couponRoutes(deps: CouponDeps): readonly Route[] {
  return [
    defineRoute(generateCoupon, {
      summary: 'Gives a loyal customer a coupon, with score and reasons',
      tag: 'Loyalty',
      who: 'coupon.issue',
      status: 201,
      idempotent: true,
      errors: { 404: 'user_not_found', 422: 'not_eligible, with score and reasons' },
      async handle({ actor, body }) {
        const result = await deps.issueCoupon.execute({ actor, userId: body.user_id });
        if (result.kind === 'issued') return new RowReply('loyalty_coupons', result.coupon.id);
        const { score, reasons } = result;
        throw new LeaError(
          'unprocessable',
          'not_eligible',
          'This customer is not eligible for a coupon.',
          { score, reasons },
        );
      },
    }),
    defineRoute(redeemCoupon, {
      summary: 'Uses a coupon, once',
      tag: 'Loyalty',
      who: 'coupon.redeem',
      errors: {
        404: 'coupon_not_found, order_not_found',
        409: 'coupon_used',
        422: 'coupon_expired, order_cancelled',
      },
      async handle({ actor, body }) {
        const { couponId } = await deps.redeemCoupon.execute({
          actor,
          code: body.code,
          orderId: body.order_id,
        });
        return new RowReply('loyalty_coupons', couponId);
      },
    }),
  ];
}
