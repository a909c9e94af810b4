import type { Order, OrderId } from '../../domain/order/order.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/** An order with its lines, for the demo cart. */
export class ViewOrder {
  readonly #uow: UnitOfWork;

  constructor(needs: { readonly uow: UnitOfWork }) {
    this.#uow = needs.uow;
  }

  async execute(command: { readonly orderId: OrderId }): Promise<Order | null> {
    return this.#uow.run(SERVICE, ({ orders }) => orders.lock(command.orderId));
  }
}
