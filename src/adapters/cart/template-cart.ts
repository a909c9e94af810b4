import type { OrderId, OrderItem } from '../../domain/order/order.ts';
import type { Cart } from '../../ports/cart.ts';

/** Any cart that takes its order by URL; without a template, the demo cart page of this installation. */
export class TemplateCart implements Cart {
  readonly #template: string;
  readonly #publicUrl: string;

  constructor(options: { readonly template: string | null; readonly publicUrl: string }) {
    this.#publicUrl = options.publicUrl;
    this.#template = options.template ?? `${options.publicUrl}/cart?order_id={order_id}`;
  }

  orderLink(orderId: OrderId, items: readonly OrderItem[]): string {
    const lines = items.map((item) => `${item.productId ?? ''}:${item.quantity}`).join(',');
    return this.#template
      .replaceAll('{order_id}', encodeURIComponent(orderId))
      .replaceAll('{items}', encodeURIComponent(lines));
  }

  shortLink(code: string): string {
    return `${this.#publicUrl}/o/${code}`;
  }
}
