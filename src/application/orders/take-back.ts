import type { UserId } from '../../domain/customer/customer.ts';
import { cancel, type Order, type OrderId, type OrderVia } from '../../domain/order/order.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';
import { undoSale } from './undo-sale.ts';

/** Takes an order back in the caller's transaction, with what follows from it; a second time changes nothing. Null: no such order. */
export async function takeBack(
  repositories: Repositories,
  orderId: OrderId,
  by: { readonly via: OrderVia; readonly actorId: UserId | null; readonly reason: string },
  now: Date,
): Promise<{ readonly order: Order; readonly changed: boolean } | null> {
  const before = await repositories.orders.lock(orderId);
  if (before === null) return null;
  const cancelled = cancel(before, by.reason, now);
  if (!cancelled.changed) return cancelled;
  const { order } = cancelled;
  await repositories.orders.save(order);
  await undoSale(repositories, order);
  await repositories.orders.note({
    orderId: order.id,
    at: now,
    kind: 'cancelled',
    via: by.via,
    actorId: by.actorId,
    amountCfa: before.amountCfa,
    reason: by.reason,
    reportKey: null,
  });
  return cancelled;
}
