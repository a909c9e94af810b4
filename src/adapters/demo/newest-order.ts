import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Order } from '../../domain/order/order.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/** What the customer of a conversation ordered last. */
export async function newestOrder(
  uow: UnitOfWork,
  id: ConversationId | null,
): Promise<Order | null> {
  if (id === null) return null;
  return uow.run(SERVICE, async ({ conversations, orders }) => {
    const userId = (await conversations.get(id))?.userId ?? null;
    return userId === null ? null : ((await orders.latestOf(userId, 1))[0] ?? null);
  });
}
