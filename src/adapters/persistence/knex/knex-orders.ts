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
  OrderVia,
} from '../../../domain/order/order.ts';
import type { Currency } from '../../../domain/shared/money.ts';
import type { OrderEvent, Orders } from '../../../ports/repositories/records.ts';

interface Row {
  readonly id: OrderId;
  readonly conversation_id: ConversationId | null;
  readonly user_id: UserId | null;
  readonly order_link: string;
  readonly code: string;
  readonly status: OrderStatus;
  readonly amount_cfa: number;
  readonly currency: Currency;
  readonly source: OrderSource;
  readonly campaign_id: CampaignId | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly completed_at: Date | null;
  readonly cancelled_at: Date | null;
  readonly cancel_reason: string | null;
  readonly delivered_at: Date | null;
  readonly tracking_url: string | null;
}

interface EventRow {
  readonly order_id: OrderId;
  readonly at: Date;
  readonly kind: OrderEvent['kind'];
  readonly via: OrderVia;
  readonly actor_id: UserId | null;
  readonly amount_cfa: number | null;
  readonly reason: string | null;
  readonly report_key: string | null;
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
      currency: order.currency,
      created_at: order.createdAt,
    });
    await this.#insertLines(order);
  }

  async saveLines(order: Order): Promise<void> {
    await this.#trx('order_items').where('order_id', order.id).delete();
    await this.#insertLines(order);
  }

  async #insertLines(order: Order): Promise<void> {
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

  async lockRecentOf(userId: UserId, since: Date): Promise<readonly Order[]> {
    // A statement of its own: the next one must see what the one before us has committed.
    await this.#trx.raw(`select pg_advisory_xact_lock(hashtextextended('lea.sales ' || ?, 0))`, [
      userId,
    ]);
    return this.#withItems(
      await this.#trx('orders')
        .where('user_id', userId)
        .andWhereRaw('(created_at >= ? or completed_at >= ?)', [since, since])
        .orderBy('created_at', 'desc')
        .select<Row[]>('*'),
    );
  }

  async takeStock(id: OrderId): Promise<void> {
    // Products in the order of their ids, so that two sales wait for each other instead of locking up; of two
    // lines with one product the first takes first.
    await this.#trx.raw(
      `with wanted as (
         select line, product_id, quantity, coalesce(sum(quantity) over (partition by product_id order by line rows between unbounded preceding and 1 preceding), 0) as before
           from order_items where order_id = :id and product_id is not null and stock_taken = 0),
       shelf as (select id, stock_qty from products where id in (select product_id from wanted) order by id for update),
       taken as (
         update order_items i set stock_taken = greatest(0, least(w.quantity, s.stock_qty - w.before))
           from wanted w join shelf s on s.id = w.product_id where i.order_id = :id and i.line = w.line
         returning i.product_id, i.stock_taken)
       update products p set stock_qty = p.stock_qty - t.pieces, updated_at = now()
         from (select product_id, sum(stock_taken)::int as pieces from taken group by 1) t where p.id = t.product_id and t.pieces > 0`,
      { id },
    );
  }

  async returnStock(id: OrderId): Promise<void> {
    await this.#trx.raw(
      `with given as (
         select product_id, sum(stock_taken)::int as pieces from order_items where order_id = :id and stock_taken > 0 group by 1),
       shelf as (select id from products where id in (select product_id from given) order by id for update),
       noted as (update order_items set stock_taken = 0 where order_id = :id)
       update products p set stock_qty = p.stock_qty + g.pieces, updated_at = now()
         from given g join shelf s on s.id = g.product_id where p.id = g.product_id`,
      { id },
    );
  }

  async note(event: OrderEvent): Promise<void> {
    await this.#trx('order_events').insert({
      order_id: event.orderId,
      at: event.at,
      kind: event.kind,
      via: event.via,
      actor_id: event.actorId,
      amount_cfa: event.amountCfa,
      reason: event.reason,
      report_key: event.reportKey,
    });
  }

  async historyOf(id: OrderId): Promise<readonly OrderEvent[]> {
    const rows = await this.#trx('order_events')
      .where('order_id', id)
      .orderBy('id')
      .select<EventRow[]>('*');
    return rows.map((row) => ({
      orderId: row.order_id,
      at: row.at,
      kind: row.kind,
      via: row.via,
      actorId: row.actor_id,
      amountCfa: row.amount_cfa,
      reason: row.reason,
      reportKey: row.report_key,
    }));
  }

  async wasReported(id: OrderId, reportKey: string): Promise<boolean> {
    const row: unknown = await this.#trx('order_events')
      .where({ order_id: id, report_key: reportKey })
      .first('id');
    return row !== undefined;
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
  cancelled_at: order.cancelledAt,
  cancel_reason: order.cancelReason,
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
  currency: row.currency,
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
  cancelledAt: row.cancelled_at,
  cancelReason: row.cancel_reason,
  deliveredAt: row.delivered_at,
  trackingUrl: row.tracking_url,
});
