import { currentPriceCfa, isSellable } from '../domain/catalogue/product.ts';
import type { Conversation } from '../domain/conversation/conversation.ts';
import { orderTotalCfa, type Order, type OrderId } from '../domain/order/order.ts';
import type { Touches } from '../domain/order/attribution.ts';
import { LeaError } from '../domain/shared/errors.ts';
import type { ShopSettings } from '../domain/shop/shop-settings.ts';
import type { Cart } from '../ports/cart.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { attributeOrder } from './orders/attribute-order.ts';
import { linesOf, type WantedLine } from './orders/order-lines.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { EscalateToAdvisor } from './escalate-to-advisor.ts';

export interface OrderDeps {
  readonly ids: IdGenerator;
  readonly escalateToAdvisor: EscalateToAdvisor;
  readonly cart: Cart;
}

/**
 * Creates a pending order at the catalogue's prices of `today` and alerts an advisor for a large cart.
 * @throws LeaError `product_not_found` (404), `out_of_stock`, `amount_too_large` (422)
 */
export async function placeOrder(
  repositories: Repositories,
  deps: OrderDeps,
  wish: {
    readonly conversation: Conversation;
    readonly items: readonly WantedLine[];
    readonly madeBy: Touches['madeBy'];
  },
  shop: ShopSettings,
  today: string,
  now: Date,
): Promise<Order> {
  const items = (await linesOf(repositories, wish.items)).map(({ product, quantity }) => {
    if (!isSellable(product, today) || product.stockQty < quantity) {
      throw new LeaError(
        'unprocessable',
        'out_of_stock',
        `${product.name} is not available in this quantity.`,
        { product_id: product.id },
      );
    }
    return {
      productId: product.id,
      name: product.name,
      quantity,
      unitPriceCfa: currentPriceCfa(product, today),
    };
  });
  const id = deps.ids.uuid() as OrderId;
  const order: Order = {
    id,
    conversationId: wish.conversation.id,
    userId: wish.conversation.userId,
    orderLink: deps.cart.orderLink(id, items),
    code: deps.ids.code(8),
    status: 'pending',
    amountCfa: payable(orderTotalCfa(items)),
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

/** Far above any cart of a parapharmacy, far below what the database's integers hold. */
const MAX_AMOUNT_CFA = 1_000_000_000;

/** @throws LeaError `amount_too_large` (422) */
export function payable(amountCfa: number): number {
  if (amountCfa > MAX_AMOUNT_CFA)
    throw new LeaError(
      'unprocessable',
      'amount_too_large',
      `At most ${MAX_AMOUNT_CFA} CFA francs are expected.`,
    );
  return amountCfa;
}
