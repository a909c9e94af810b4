import type { Order } from '../../domain/order/order.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

/**
 * What follows from a cancelled order, in its transaction: the stock comes back, nothing is asked or advised about
 * it any more, and a coupon that was used for it may be used again, within the dates it always had.
 */
export async function undoSale(
  { orders, campaigns, coupons }: Repositories,
  order: Order,
): Promise<void> {
  await orders.returnStock(order.id);
  await campaigns.dropPendingOf(order.id);
  await coupons.release(order.id);
}
