import { about, trace } from '../../domain/audit/audit-entry.ts';
import { currentPriceCfa, type ProductId } from '../../domain/catalogue/product.ts';
import type { Conversation, ConversationId } from '../../domain/conversation/conversation.ts';
import { payable, piecesOf } from '../../domain/order/order-lines.ts';
import type { WantedLine } from '../../domain/order/wanted-line.ts';
import {
  orderTotalCfa,
  settle,
  type Order,
  type OrderId,
  type OrderItem,
} from '../../domain/order/order.ts';
import {
  isSoldNow,
  mayBeSameSale,
  PENDING_MS,
  type ToldSale,
} from '../../domain/order/same-sale.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';
import { authorise, traceRefusal } from '../audit/authorise.ts';
import { scheduleFollowUps } from '../campaigns/schedule-follow-ups.ts';
import type { OrderDeps } from '../place-order.ts';
import { mustExist, staffId, type StaffDeps } from '../staff/take-over.ts';
import { attributeOrder } from './attribute-order.ts';

export interface MarkSoldDeps extends StaffDeps, OrderDeps {
  readonly settings: ShopSettingsSource;
}

export interface MarkSoldCommand {
  readonly actor: Actor;
  readonly conversationId: ConversationId;
  /** What was paid, when that is not what the lines add up to; needed without lines. */
  readonly amountCfa?: number | undefined;
  readonly items?: readonly WantedLine[] | undefined;
  /** The advisor was asked, and it is another sale than the one that was told lately. */
  readonly anotherSale?: boolean | undefined;
}

/** "Vendu": an advisor notes a sale that no cart reports, paid in cash or by mobile money. */
export class MarkSold {
  readonly #deps: MarkSoldDeps;

  constructor(deps: MarkSoldDeps) {
    this.#deps = deps;
  }

  /**
   * Lines, amount and stock are as told. An order of the customer's that waits for the same products is the one
   * that was sold; another one is left alone.
   * @throws LeaError `conversation_not_found`, `product_not_found` (404), `already_sold` (409, with the sale that
   * it may be), `amount_needed`, `amount_too_large` (422)
   */
  async execute(command: MarkSoldCommand): Promise<{ readonly orderId: OrderId }> {
    const { uow, clock, settings } = this.#deps;
    await authorise(uow, command.actor, 'order.mark_sold');
    const conversation = await mustExist(uow, command);
    const noted = uow.run(SERVICE, async (repositories) => {
      const now = clock.now();
      const items = await this.#lines(repositories, command, now);
      const amountCfa = payable(command.amountCfa ?? orderTotalCfa(items));
      if (amountCfa === 0)
        throw new LeaError('unprocessable', 'amount_needed', 'What was paid must be told.');
      const sale = { items, amountCfa, productIds: items.map(({ productId }) => productId) };
      const waiting = await this.#waitingOrder(repositories, conversation, command, sale, now);
      const sold =
        waiting === null
          ? await this.#newSale(repositories, conversation, sale, now)
          : await this.#soldNow(repositories, waiting, command, sale, now);
      await repositories.orders.takeStock(sold.id);
      await repositories.orders.note({
        orderId: sold.id,
        at: now,
        kind: 'completed',
        via: 'staff',
        actorId: staffId(command.actor),
        amountCfa: sold.amountCfa,
        reason: null,
        reportKey: null,
      });
      await repositories.audit.record(
        trace(command.actor, 'order.mark_sold', {
          rows: [sold.id],
          subjects: about(conversation.userId),
        }),
      );
      const { campaignRules } = settings.current();
      await scheduleFollowUps(repositories, this.#deps.ids, sold, campaignRules, now);
      return { orderId: sold.id };
    });
    return noted.catch(async (error: unknown) => {
      if (error instanceof AlreadySold)
        await traceRefusal(uow, command.actor, 'order.mark_sold', {
          rows: [error.order.id],
          subjects: about(error.order.userId),
        });
      throw error;
    });
  }

  /** At today's prices, whatever the shelf holds: it was sold. */
  async #lines(
    repositories: Repositories,
    { items = [] }: MarkSoldCommand,
    now: Date,
  ): Promise<readonly (OrderItem & { readonly productId: ProductId })[]> {
    const today = localDay(now, this.#deps.settings.current().timeZone);
    return piecesOf(
      await repositories.products.getMany(items.map(({ productId }) => productId)),
      items,
    ).map(({ product, quantity }) => ({
      productId: product.id,
      name: product.name,
      quantity,
      unitPriceCfa: currentPriceCfa(product, today),
    }));
  }

  /** The order that this sale is of, locked; null when there is none. */
  async #waitingOrder(
    { orders }: Repositories,
    { userId }: Conversation,
    { anotherSale = false }: MarkSoldCommand,
    sale: ToldSale,
    now: Date,
  ): Promise<Order | null> {
    if (userId === null) return null;
    const recent = await orders.lockRecentOf(userId, new Date(now.getTime() - PENDING_MS));
    const told = recent.find((order) => mayBeSameSale(order, sale, now));
    if (told !== undefined && !anotherSale) throw new AlreadySold(told);
    for (const { id } of recent.filter((order) => isSoldNow(order, sale, now))) {
      const order = await orders.lock(id);
      if (order === null) continue;
      // The cart was faster, just now.
      if (mayBeSameSale(order, sale, now) && !anotherSale) throw new AlreadySold(order);
      if (order.status === 'pending') return order;
    }
    return null;
  }

  /** Its lines become what was sold of them, at the prices that it promised. */
  async #soldNow(
    { orders }: Repositories,
    order: Order,
    command: MarkSoldCommand,
    sale: ToldSale & { readonly items: readonly OrderItem[] },
    now: Date,
  ): Promise<Order> {
    const promised = (item: OrderItem): OrderItem => ({
      ...item,
      unitPriceCfa:
        order.items.find(({ productId }) => productId === item.productId)?.unitPriceCfa ??
        item.unitPriceCfa,
    });
    const items = sale.items.length === 0 ? order.items : sale.items.map(promised);
    const amountCfa = command.amountCfa ?? payable(orderTotalCfa(items));
    const { order: sold } = settle({ ...order, items }, { status: 'completed', amountCfa }, now);
    // The lines first: figures count them when the order becomes completed.
    await orders.saveLines(sold);
    await orders.save(sold);
    return sold;
  }

  async #newSale(
    repositories: Repositories,
    conversation: Conversation,
    sale: { readonly items: readonly OrderItem[]; readonly amountCfa: number },
    now: Date,
  ): Promise<Order> {
    const { ids, cart, settings } = this.#deps;
    const shop = settings.current();
    const id = ids.uuid() as OrderId;
    const sold: Order = {
      id,
      conversationId: conversation.id,
      userId: conversation.userId,
      orderLink: cart.orderLink(id, sale.items),
      code: ids.code(8),
      status: 'completed',
      amountCfa: sale.amountCfa,
      currency: cart.currency,
      ...(await attributeOrder(repositories, conversation, 'human', shop, now)),
      items: sale.items,
      createdAt: now,
      updatedAt: now,
      completedAt: now,
      cancelledAt: null,
      cancelReason: null,
      deliveredAt: null,
      trackingUrl: null,
    };
    await repositories.orders.insert(sold);
    return sold;
  }
}

/** Shows the sale that it may be. */
class AlreadySold extends LeaError {
  readonly order: Order;

  constructor(order: Order) {
    super(
      'conflict',
      'already_sold',
      'A sale like this one was noted already. Say another_sale when it is not the same.',
      {
        order_id: order.id,
        code: order.code,
        amount_cfa: order.amountCfa,
        completed_at: order.completedAt?.toISOString() ?? null,
      },
    );
    this.order = order;
  }
}
