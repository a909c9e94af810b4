import type { OrderId, OrderItem } from '../../domain/order/order.ts';
import type { Currency } from '../../domain/shared/money.ts';
import type { Cart } from '../../ports/cart.ts';

/** Any cart that takes its order by URL; without a template, the demo cart page of this installation. */
export class TemplateCart implements Cart {
  readonly #template: string;
  readonly currency: Currency;
  readonly #publicUrl: string;

  constructor(options: {
    readonly template: string | null;
    readonly publicUrl: string;
    readonly currency: Currency;
  }) {
    this.currency = options.currency;
    this.#publicUrl = options.publicUrl;
    this.#template = options.template ?? `${options.publicUrl}/cart?order_id={order_id}`;
  }

  orderLink(orderId: OrderId, items: readonly OrderItem[]): string {
    const lines = items.map((item) => `${item.productId ?? ''}:${item.quantity}`).join(',');
    return this.#template
      .replaceAll('{order_id}', encodeURIComponent(orderId))
      .replaceAll('{currency}', this.currency)
      .replaceAll('{items}', encodeURIComponent(lines));
  }

  shortLink(code: string): string {
    return `${this.#publicUrl}/o/${code}`;
  }
}
