import type { OrderId, OrderStatus } from '../../domain/order/order.ts';
import { settle } from '../../domain/order/order.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { scheduleFollowUps } from '../campaigns/schedule-follow-ups.ts';
import type { StaffMeans } from '../staff/take-over.ts';

export interface SettleMeans extends StaffMeans {
  readonly ids: IdGenerator;
  readonly settings: ShopSettingsSource;
}

/** The cart reports what became of an order; stock is taken once, and the customer hears of it. */
export class SettleOrder {
  readonly #means: SettleMeans;

  constructor(means: SettleMeans) {
    this.#means = means;
  }

  /** @throws LeaError `order_not_found` (404), `order_final` (409) */
  async execute(command: {
    readonly orderId: OrderId;
    readonly status: OrderStatus;
    readonly amountCfa?: number | undefined;
    readonly deliveredAt?: Date | undefined;
    readonly trackingUrl?: string | undefined;
  }): Promise<void> {
    const { uow, clock, ids, settings } = this.#means;
    await uow.run(SERVICE, async (repositories) => {
      const order = await repositories.orders.lock(command.orderId);
      if (order === null) throw notFound('order');
      const settled = settle(order, command, clock.now());
      await repositories.orders.save(settled.order);
      // Also when only the delivery is news: what waits is moved.
      await scheduleFollowUps(
        repositories,
        ids,
        settled.order,
        settings.current().campaignRules,
        clock.now(),
      );
      if (!settled.changed) return;
      if (command.status === 'completed') {
        await repositories.products.takeStock(
          order.items.flatMap(({ productId, quantity }) =>
            productId === null ? [] : [{ productId, quantity }],
          ),
        );
      }
      await repositories.jobs.enqueue({ name: 'order-settled', data: { orderId: order.id } });
    });
  }
}
