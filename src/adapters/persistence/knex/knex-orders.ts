import type { Knex } from 'knex';
import type { CampaignId } from '../../../domain/campaign/campaign-id.ts';
import type { ProductId } from '../../../domain/catalogue/product.ts';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type {
  Order,
  OrderId,
  OrderItem,
  OrderSource,
  OrderStatus,
} from '../../../domain/order/order.ts';
import type { Orders } from '../../../ports/repositories/records.ts';

interface Row {
  readonly id: OrderId;
  readonly conversation_id: ConversationId | null;
  readonly user_id: UserId | null;
  readonly order_link: string;
  readonly code: string;
  readonly status: OrderStatus;
  readonly amount_cfa: number;
  readonly source: OrderSource;
  readonly campaign_id: CampaignId | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly completed_at: Date | null;
  readonly delivered_at: Date | null;
  readonly tracking_url: string | null;
}

interface ItemRow {
  readonly order_id: OrderId;
  readonly product_id: ProductId | null;
  readonly name: string;
  readonly quantity: number;
  readonly unit_price_cfa: number;
}

export class KnexOrders implements Orders {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async insert(order: Order): Promise<void> {
    await this.#trx('orders').insert({
      ...state(order),
      id: order.id,
      order_link: order.orderLink,
      code: order.code,
      created_at: order.createdAt,
    });
    if (order.items.length === 0) return;
    await this.#trx('order_items').insert(
      order.items.map((item, index) => ({
        order_id: order.id,
        line: index + 1,
        product_id: item.productId,
        name: item.name,
        quantity: item.quantity,
        unit_price_cfa: item.unitPriceCfa,
      })),
    );
  }

  async lock(id: OrderId): Promise<Order | null> {
    const row = await this.#trx('orders').where('id', id).forUpdate().first<Row | undefined>('*');
    return row === undefined ? null : ((await this.#withItems([row]))[0] ?? null);
  }

  async save(order: Order): Promise<void> {
    await this.#trx('orders').where('id', order.id).update(state(order));
  }

  async latestOf(userId: UserId, limit: number): Promise<readonly Order[]> {
    return this.#withItems(
      await this.#trx('orders')
        .where('user_id', userId)
        .orderBy('created_at', 'desc')
        .limit(limit)
        .select<Row[]>('*'),
    );
  }

  async click(code: string, now: Date): Promise<{ readonly orderLink: string } | null> {
    const [row] = await this.#trx('orders')
      .where('code', code)
      .update({
        clicks: this.#trx.raw('clicks + 1'),
        first_clicked_at: this.#trx.raw('coalesce(first_clicked_at, ?)', [now]),
      })
      .returning<{ order_link: string }[]>('order_link');
    return row === undefined ? null : { orderLink: row.order_link };
  }

  async #withItems(rows: readonly Row[]): Promise<readonly Order[]> {
    if (rows.length === 0) return [];
    const items = await this.#trx('order_items')
      .whereIn(
        'order_id',
        rows.map((row) => row.id),
      )
      .orderBy('line')
      .select<ItemRow[]>('*');
    return rows.map((row) =>
      fromRow(
        row,
        items.filter((item) => item.order_id === row.id),
      ),
    );
  }
}

const state = (order: Order) => ({
  conversation_id: order.conversationId,
  user_id: order.userId,
  status: order.status,
  amount_cfa: order.amountCfa,
  source: order.source,
  campaign_id: order.campaignId,
  updated_at: order.updatedAt,
  completed_at: order.completedAt,
  delivered_at: order.deliveredAt,
  tracking_url: order.trackingUrl,
});

const fromRow = (row: Row, items: readonly ItemRow[]): Order => ({
  id: row.id,
  conversationId: row.conversation_id,
  userId: row.user_id,
  orderLink: row.order_link,
  code: row.code,
  status: row.status,
  amountCfa: row.amount_cfa,
  source: row.source,
  campaignId: row.campaign_id,
  items: items.map((item): OrderItem => ({
    productId: item.product_id,
    name: item.name,
    quantity: item.quantity,
    unitPriceCfa: item.unit_price_cfa,
  })),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  completedAt: row.completed_at,
  deliveredAt: row.delivered_at,
  trackingUrl: row.tracking_url,
});
