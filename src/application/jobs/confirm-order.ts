import type { OrderId } from '../../domain/order/order.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { StaffDeps } from '../staff/take-over.ts';
import { say } from '../say.ts';

/** Tells the customer what became of the order. */
export class ConfirmOrder {
  readonly #deps: StaffDeps & { readonly ids: IdGenerator };

  constructor(deps: StaffDeps & { readonly ids: IdGenerator }) {
    this.#deps = deps;
  }

  async execute(command: { readonly orderId: OrderId }): Promise<void> {
    const { uow, clock, ids } = this.#deps;
    await uow.run(SERVICE, async (repositories) => {
      const order = await repositories.orders.lock(command.orderId);
      const conversation = order?.conversationId
        ? await repositories.conversations.lock(order.conversationId)
        : null;
      const customer = conversation?.userId
        ? await repositories.customers.get(conversation.userId)
        : null;
      // Erased meanwhile: nobody to tell.
      if (!order || !conversation || !customer || conversation.chatId === '') return;
      const texts = textsFor(customer.language);
      const sentence =
        order.status === 'completed'
          ? texts.orderCompleted(order.amountCfa, order.trackingUrl)
          : texts.orderCancelled;
      await say(
        repositories,
        ids,
        conversation,
        [{ kind: 'text', text: sentence, always: true }],
        clock.now(),
      );
    });
  }
}
