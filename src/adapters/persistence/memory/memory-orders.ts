import type { UserId } from '../../../domain/customer/customer.ts';
import type { Order, OrderId } from '../../../domain/order/order.ts';
import type { Orders } from '../../../ports/repositories/records.ts';
import type { MemoryStore } from './memory-store.ts';

export class MemoryOrders implements Orders {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async insert(order: Order): Promise<void> {
    this.#store.conversations.mustHave(order.conversationId);
    this.#store.customers.mustHave(order.userId);
    for (const { productId } of order.items) this.#store.products.mustHave(productId);
    if (this.#store.orders.by('code', order.code).length > 0)
      throw new Error(`Duplicate code in orders: ${order.code}`);
    this.#store.orders.insert(order);
  }

  async lock(id: OrderId): Promise<Order | null> {
    return this.#store.orders.get(id) ?? null;
  }

  async save(order: Order): Promise<void> {
    const {
      status,
      amountCfa,
      source,
      campaignId,
      completedAt,
      deliveredAt,
      trackingUrl,
      updatedAt,
    } = order;
    this.#store.orders.update(order.id, {
      status,
      amountCfa,
      source,
      campaignId,
      completedAt,
      deliveredAt,
      trackingUrl,
      updatedAt,
    });
  }

  async latestOf(userId: UserId, limit: number): Promise<readonly Order[]> {
    return this.#store.orders
      .by('userId', userId)
      .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      .slice(0, limit);
  }

  async click(code: string, now: Date): Promise<{ readonly orderLink: string } | null> {
    const order = this.#store.orders.by('code', code)[0];
    if (order === undefined) return null;
    const before = this.#store.clicks.get(code) ?? { code, clicks: 0, firstClickedAt: now };
    this.#store.clicks.upsert({ ...before, clicks: before.clicks + 1 });
    return { orderLink: order.orderLink };
  }
}
