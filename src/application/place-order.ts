import type { Conversation } from '../domain/conversation/conversation.ts';
import { orderTotalCfa, type Order, type OrderId } from '../domain/order/order.ts';
import { orderLines } from '../domain/order/order-lines.ts';
import type { WantedLine } from '../domain/order/wanted-line.ts';
import type { Touches } from '../domain/order/attribution.ts';
import type { ShopSettings } from '../domain/shop/shop-settings.ts';
import type { Cart } from '../ports/cart.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { attributeOrder } from './orders/attribute-order.ts';

import type { IdGenerator } from '../ports/id-generator.ts';
import type { EscalateToAdvisor } from './escalate-to-advisor.ts';

export interface OrderDeps {
  readonly ids: IdGenerator;
  readonly escalateToAdvisor: EscalateToAdvisor;
  readonly cart: Cart;
}

/**
 * Creates a pending order at the catalogue's prices of `today` and alerts an advisor for a large cart.
 * @throws LeaError `product_not_found` (404), `quantity_too_large`, `out_of_stock`, `amount_too_large` (422)
 */
export async function placeOrder(
  repositories: Repositories,
  deps: OrderDeps,
  wish: {
    readonly conversation: Conversation;
    readonly items: readonly WantedLine[];
    readonly madeBy: Touches['madeBy'];
    /** Of the short link, where one was told already. */
    readonly code?: string;
  },
  shop: ShopSettings,
  today: string,
  now: Date,
): Promise<Order> {
  const ids = wish.items.map(({ productId }) => productId);
  const items = orderLines(await repositories.products.getMany(ids), wish.items, today);
  const id = deps.ids.uuid() as OrderId;
  const order: Order = {
    id,
    conversationId: wish.conversation.id,
    userId: wish.conversation.userId,
    orderLink: deps.cart.orderLink(id, items),
    code: wish.code ?? newOrderCode(deps.ids),
    status: 'pending',
    amountCfa: orderTotalCfa(items),
    currency: deps.cart.currency,
    ...(await attributeOrder(repositories, wish.conversation, wish.madeBy, shop, now)),
    items,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
    cancelledAt: null,
    cancelReason: null,
    deliveredAt: null,
    trackingUrl: null,
  };
  await repositories.orders.insert(order);
  if (order.amountCfa > shop.largeCartCfa) {
    await deps.escalateToAdvisor.within(
      repositories,
      {
        conversationId: wish.conversation.id,
        category: 'large_cart',
        severity: 'handoff',
        reason: `Panier de ${order.amountCfa} FCFA.`,
      },
      now,
    );
  }
  return order;
}

/** What a short link ends with. */
export const newOrderCode = (ids: IdGenerator): string => ids.code(8);
