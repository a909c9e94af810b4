import type { ProductId } from '../catalogue/product.ts';
import type { Order } from './order.ts';

const HOUR_MS = 3_600_000;
/** How long a sale that was told may be told again. */
export const SAME_SALE_MS = 24 * HOUR_MS;
/** How old an order may be that a sale in the shop is taken for. */
export const PENDING_MS = 7 * 24 * HOUR_MS;
/** Without products to compare, a sale of this age is asked about whatever its amount. */
const JUST_NOW_MS = HOUR_MS / 2;

/** A sale as it is told: what was sold, if that is said, and what was paid. */
export interface ToldSale {
  readonly productIds: readonly ProductId[];
  readonly amountCfa: number;
}

/**
 * Whether a completed order may be the sale that is now told: one of its products lately, or, where products are
 * not known, its amount or its moment. Only a person can know, so this is a question to ask, not an answer.
 */
export function mayBeSameSale(order: Order, sale: ToldSale, now: Date): boolean {
  if (order.status !== 'completed' || order.completedAt === null) return false;
  const age = now.getTime() - order.completedAt.getTime();
  if (age > SAME_SALE_MS) return false;
  if (order.items.length > 0 && sale.productIds.length > 0) return shares(order, sale);
  return order.amountCfa === sale.amountCfa || age <= JUST_NOW_MS;
}

/** Whether a pending order is what is now sold: by a product, or by its amount when products are not said. */
export function isSoldNow(order: Order, sale: ToldSale, now: Date): boolean {
  if (order.status !== 'pending' || now.getTime() - order.createdAt.getTime() > PENDING_MS)
    return false;
  return sale.productIds.length > 0 ? shares(order, sale) : order.amountCfa === sale.amountCfa;
}

const shares = (order: Order, { productIds }: ToldSale): boolean =>
  order.items.some(({ productId }) => productId !== null && productIds.includes(productId));
