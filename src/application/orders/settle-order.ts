import type { OrderId } from '../../domain/order/order.ts';
import { settle } from '../../domain/order/order.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { StaffMeans } from '../staff/take-over.ts';

/** The cart reports what became of an order; stock is taken once, and the customer hears of it. */
export class SettleOrder {
  readonly #means: StaffMeans;

  constructor(means: StaffMeans) {
    this.#means = means;
  }

  /** @throws LeaError `order_not_found` (404), `order_final` (409) */
  async execute(command: {
    readonly orderId: OrderId;
    readonly status: 'completed' | 'cancelled';
    readonly amountCfa?: number | undefined;
    readonly deliveredAt?: Date | undefined;
    readonly trackingUrl?: string | undefined;
  }): Promise<void> {
    const { uow, clock } = this.#means;
    await uow.run(SERVICE, async (repositories) => {
      const order = await repositories.orders.lock(command.orderId);
      if (order === null) throw notFound('order');
      const settled = settle(order, command, clock.now());
      await repositories.orders.save(settled.order);
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
