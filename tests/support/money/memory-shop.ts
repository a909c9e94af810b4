import { createHarness } from '../harness.ts';
import { SETTINGS, shelf, type MoneyShop } from './shop.ts';

export function memoryShop(): MoneyShop {
  const lea = createHarness({ products: shelf(), settings: SETTINGS });
  const { store } = lea;
  return {
    lea,
    database: null,
    async find(phone) {
      const customer = store.customers.all().find((one) => one.phone === phone);
      if (customer === undefined) return null;
      const conversation = store.conversations.by('userId', customer.id).at(-1);
      return { person: customer.id, conversation: conversation?.id ?? null };
    },
    async seen() {
      return {
        products: store.products.all().map(({ id, stockQty, priceCfa, promoPriceCfa, active }) => ({
          id,
          stock: stockQty,
          price: priceCfa,
          promo: promoPriceCfa,
          active,
        })),
        orders: store.orders.all().map((order) => ({
          id: order.id,
          person: order.userId,
          conversation: order.conversationId,
          status: order.status,
          amount: order.amountCfa,
          source: order.source,
          completedAt: order.completedAt?.getTime() ?? null,
          deliveredAt: order.deliveredAt?.getTime() ?? null,
          lines: order.items.map(({ productId, quantity, unitPriceCfa }) => ({
            product: productId!,
            pieces: quantity,
            price: unitPriceCfa,
          })),
          taken: Object.fromEntries(
            (store.stockTaken.get(order.id)?.taken ?? []).map(({ productId, pieces }) => [
              productId,
              pieces,
            ]),
          ),
          events: store.orderEvents
            .by('orderId', order.id)
            .map(({ kind, via, amountCfa }) => `${kind} ${via} ${amountCfa}`),
          code: order.code,
        })),
        coupons: store.coupons.all().map(({ code, used, orderId }) => ({
          code,
          usedFor: used ? (orderId ?? 'no order') : null,
        })),
        recommended: store.recommendations
          .all()
          .map(({ conversationId, at }) => ({ conversation: conversationId, at: at.getTime() })),
        conversations: store.conversations.all().map(({ id }) => id),
        people: store.customers.all().map(({ id }) => id),
      };
    },
  };
}
