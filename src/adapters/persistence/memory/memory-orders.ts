import type { ProductId } from '../../../domain/catalogue/product.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Order, OrderId } from '../../../domain/order/order.ts';
import type { OrderEvent, Orders } from '../../../ports/repositories/records.ts';
import type { MemoryStore } from './memory-store.ts';

export class MemoryOrders implements Orders {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async insert(order: Order): Promise<void> {
    this.#store.conversations.mustHave(order.conversationId);
    this.#store.customers.mustHave(order.userId);
    this.#store.campaigns.mustHave(order.campaignId);
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
      cancelledAt,
      cancelReason,
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
      cancelledAt,
      cancelReason,
      deliveredAt,
      trackingUrl,
      updatedAt,
    });
  }

  async saveLines({ id, items }: Order): Promise<void> {
    this.#store.orders.mustHave(id);
    for (const { productId } of items) this.#store.products.mustHave(productId);
    this.#store.orders.update(id, { items });
  }

  /** Transactions run one after another here, so that nobody else sells meanwhile. */
  async lockRecentOf(userId: UserId, since: Date): Promise<readonly Order[]> {
    const recent = (at: Date | null): boolean => at !== null && at >= since;
    return (await this.latestOf(userId, Number.POSITIVE_INFINITY)).filter(
      ({ createdAt, completedAt }) => recent(createdAt) || recent(completedAt),
    );
  }

  async takeStock(id: OrderId): Promise<void> {
    if (this.#store.stockTaken.get(id) !== undefined) return;
    const taken: { productId: ProductId; pieces: number }[] = [];
    for (const { productId, quantity } of this.#store.orders.get(id)?.items ?? []) {
      const product = productId === null ? undefined : this.#store.products.get(productId);
      if (product === undefined) continue;
      const pieces = Math.min(quantity, product.stockQty);
      this.#store.products.update(product.id, { stockQty: product.stockQty - pieces });
      taken.push({ productId: product.id, pieces });
    }
    this.#store.stockTaken.upsert({ orderId: id, taken });
  }

  async returnStock(id: OrderId): Promise<void> {
    const noted = this.#store.stockTaken.get(id);
    if (noted === undefined) return;
    for (const { productId, pieces } of noted.taken) {
      const product = this.#store.products.get(productId);
      if (product !== undefined)
        this.#store.products.update(productId, { stockQty: product.stockQty + pieces });
    }
    this.#store.stockTaken.deleteAll([noted]);
  }

  async note(event: OrderEvent): Promise<void> {
    this.#store.orders.mustHave(event.orderId);
    const id = String(this.#store.nextSequence());
    this.#store.orderEvents.insert({ id, ...event });
  }

  async historyOf(id: OrderId): Promise<readonly OrderEvent[]> {
    return this.#store.orderEvents.by('orderId', id).map(({ id: _, ...event }) => event);
  }

  async wasReported(id: OrderId, reportKey: string): Promise<boolean> {
    return this.#store.orderEvents.by('orderId', id).some((one) => one.reportKey === reportKey);
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
