import { about, trace } from '../../domain/audit/audit-entry.ts';
import { cancel, type OrderId } from '../../domain/order/order.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import { staffId, type StaffDeps } from '../staff/take-over.ts';
import { undoSale } from './undo-sale.ts';

/** A member of staff takes an order back, also a completed one: stock, figures, follow-ups and coupon follow. */
export class CancelOrder {
  readonly #deps: StaffDeps;

  constructor(deps: StaffDeps) {
    this.#deps = deps;
  }

  /** A second time changes nothing. @throws LeaError `forbidden`, `order_not_found` (404) */
  async execute(command: {
    readonly actor: Actor;
    readonly orderId: OrderId;
    readonly reason: string;
    /** Tells the customer, as a cart's cancellation does. */
    readonly notifyCustomer?: boolean | undefined;
  }): Promise<void> {
    const { uow, clock } = this.#deps;
    await authorise(uow, command.actor, 'order.cancel');
    const now = clock.now();
    await uow.run(SERVICE, async (repositories) => {
      const before = await repositories.orders.lock(command.orderId);
      if (before === null) throw notFound('order');
      const { order, changed } = cancel(before, command.reason, now);
      await repositories.audit.record(
        trace(command.actor, 'order.cancel', {
          rows: [order.id],
          subjects: about(order.userId),
          columns: changed ? ['status', 'cancelled_at', 'cancel_reason'] : [],
        }),
      );
      if (!changed) return;
      await repositories.orders.save(order);
      await undoSale(repositories, order);
      await repositories.orders.note({
        orderId: order.id,
        at: now,
        kind: 'cancelled',
        via: 'staff',
        actorId: staffId(command.actor),
        amountCfa: before.amountCfa,
        reason: command.reason,
        reportKey: null,
      });
      if (command.notifyCustomer === true)
        await repositories.jobs.enqueue({ name: 'order-settled', data: { orderId: order.id } });
    });
  }
}
