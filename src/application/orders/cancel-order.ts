import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { OrderId } from '../../domain/order/order.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import { staffId, type StaffDeps } from '../staff/take-over.ts';
import { takeBack } from './take-back.ts';

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
      const cancelled = await takeBack(
        repositories,
        command.orderId,
        { via: 'staff', actorId: staffId(command.actor), reason: command.reason },
        now,
      );
      if (cancelled === null) throw notFound('order');
      const { order, changed } = cancelled;
      await repositories.audit.record(
        trace(command.actor, 'order.cancel', {
          rows: [order.id],
          subjects: about(order.userId),
          columns: changed ? ['status', 'cancelled_at', 'cancel_reason'] : [],
        }),
      );
      if (!changed) return;
      if (command.notifyCustomer === true)
        await repositories.jobs.enqueue({ name: 'order-settled', data: { orderId: order.id } });
    });
  }
}
