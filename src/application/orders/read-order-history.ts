import type { Order, OrderId } from '../../domain/order/order.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { OrderEvent } from '../../ports/repositories/records.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** An order with its lines and what happened to it, for who may see orders. */
export class ReadOrderHistory {
  readonly #uow: UnitOfWork;

  constructor(needs: { readonly uow: UnitOfWork }) {
    this.#uow = needs.uow;
  }

  /** @throws LeaError `order_not_found` (404) */
  async execute(command: {
    readonly actor: Actor;
    readonly orderId: OrderId;
  }): Promise<{ readonly order: Order; readonly events: readonly OrderEvent[] }> {
    await authorise(this.#uow, command.actor, 'order.read_history');
    return this.#uow.run(command.actor, async ({ orders }) => {
      const order = await orders.lock(command.orderId);
      if (order === null) throw notFound('order');
      return { order, events: await orders.historyOf(order.id) };
    });
  }
}
