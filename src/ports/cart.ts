import type { Currency } from '../domain/shared/money.ts';
import type { OrderId, OrderItem } from '../domain/order/order.ts';

/** The shop's external cart. */
export interface Cart {
  /** What its amounts are in. */
  readonly currency: Currency;
  /** Where the customer completes this order. */
  orderLink(orderId: OrderId, items: readonly OrderItem[]): string;
  /** The short, counted link that customers get. */
  shortLink(code: string): string;
}
