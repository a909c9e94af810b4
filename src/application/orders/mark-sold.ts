import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Order, OrderId } from '../../domain/order/order.ts';
import { settle } from '../../domain/order/order.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { scheduleFollowUps } from '../campaigns/schedule-follow-ups.ts';
import { attributeOrder } from './attribute-order.ts';
import { mustExist, type StaffMeans } from '../staff/take-over.ts';
import type { OrderMeans } from '../place-order.ts';

export interface MarkSoldMeans extends StaffMeans, OrderMeans {
  readonly settings: ShopSettingsSource;
}

/** "Vendu": an advisor notes a sale that no cart reports, paid in cash or by mobile money. */
export class MarkSold {
  readonly #means: MarkSoldMeans;

  constructor(means: MarkSoldMeans) {
    this.#means = means;
  }

  /** Completes the newest pending order of the conversation, or notes a sale without lines. */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly amountCfa: number;
  }): Promise<{ readonly orderId: OrderId }> {
    const { uow, clock, ids, cart, settings } = this.#means;
    const conversation = await mustExist(uow, command);
    return uow.run(SERVICE, async (repositories) => {
      const now = clock.now();
      const shop = settings.current();
      const rules = shop.campaignRules;
      const pending =
        conversation.userId === null
          ? undefined
          : (await repositories.orders.latestOf(conversation.userId, 5)).find(
              (order) => order.status === 'pending' && order.conversationId === conversation.id,
            );
      if (pending !== undefined) {
        const { order } = settle(
          (await repositories.orders.lock(pending.id)) ?? pending,
          { status: 'completed', amountCfa: command.amountCfa },
          now,
        );
        await repositories.orders.save(order);
        await repositories.products.takeStock(
          order.items.flatMap(({ productId, quantity }) =>
            productId === null ? [] : [{ productId, quantity }],
          ),
        );
        await scheduleFollowUps(repositories, ids, order, rules, now);
        return { orderId: order.id };
      }
      const id = ids.uuid() as OrderId;
      const sold: Order = {
        id,
        conversationId: conversation.id,
        userId: conversation.userId,
        orderLink: cart.orderLink(id, []),
        code: ids.code(8),
        status: 'completed',
        amountCfa: command.amountCfa,
        ...(await attributeOrder(repositories, conversation, 'human', shop, now)),
        items: [],
        createdAt: now,
        updatedAt: now,
        completedAt: now,
        deliveredAt: null,
        trackingUrl: null,
      };
      await repositories.orders.insert(sold);
      await scheduleFollowUps(repositories, ids, sold, rules, now);
      return { orderId: id };
    });
  }
}
