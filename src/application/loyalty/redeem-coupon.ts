import { trace } from '../../domain/audit/audit-entry.ts';
import type { CouponId } from '../../domain/loyalty/coupon.ts';
import type { OrderId } from '../../domain/order/order.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** Uses a coupon once. */
export class RedeemCoupon {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly settings: ShopSettingsSource;
  };

  constructor(deps: { uow: UnitOfWork; clock: Clock; settings: ShopSettingsSource }) {
    this.#deps = deps;
  }

  /**
   * @throws LeaError `coupon_not_found` (404), `coupon_expired`, `order_cancelled` (422), `coupon_used` (409),
   * `order_not_found` (404)
   */
  async execute(command: {
    readonly actor: Actor;
    readonly code: string;
    readonly orderId?: OrderId | undefined;
  }): Promise<{ readonly couponId: CouponId }> {
    const { uow, clock, settings } = this.#deps;
    await authorise(uow, command.actor, 'coupon.redeem');
    return uow.run(SERVICE, async ({ campaigns, coupons, orders, audit }) => {
      const now = clock.now();
      const code = command.code.trim().toUpperCase();
      const coupon = await coupons.findByCode(code);
      if (coupon === null) throw notFound('coupon');
      if (coupon.used)
        throw new LeaError('conflict', 'coupon_used', 'This coupon was used already.');
      const today = localDay(now, settings.current().timeZone);
      if (today < coupon.validFrom || today > coupon.validTo)
        throw new LeaError(
          'unprocessable',
          'coupon_expired',
          `This coupon is valid from ${coupon.validFrom} to ${coupon.validTo}.`,
        );
      const order = command.orderId === undefined ? null : await orders.lock(command.orderId);
      if (command.orderId !== undefined && order === null) throw notFound('order');
      if (order?.status === 'cancelled')
        throw new LeaError('unprocessable', 'order_cancelled', 'This order was cancelled.');
      if (!(await coupons.redeem(code, command.orderId ?? null, now)))
        throw new LeaError('conflict', 'coupon_used', 'This coupon was used already.');
      const campaignId = order === null ? null : await campaigns.campaignOfCoupon(coupon.id);
      // Nothing shows better what brought the customer than the campaign's own coupon.
      if (order !== null && campaignId !== null)
        await orders.save({ ...order, source: 'campaign', campaignId });
      await audit.record(
        trace(command.actor, 'coupon.redeem', {
          rows: [coupon.id],
          subjects: [coupon.userId],
          columns: command.orderId === undefined ? ['used'] : ['used', 'order_id'],
        }),
      );
      return { couponId: coupon.id };
    });
  }
}
