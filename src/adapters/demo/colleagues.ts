import type { ConversationId } from '../../domain/conversation/conversation.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import type { Chat } from './chat.ts';
import { newestOrder } from './newest-order.ts';
import type { Products } from './products.ts';
import type { Random } from './random.ts';
import type { Step } from './script.ts';
import type { Stage } from './stage.ts';
import { work } from './worker.ts';

interface Line {
  readonly product: string;
  readonly quantity: number;
}
type StaffStep = Extract<Step, { readonly by: string }>;

/** Whether the step is somebody's of the shop, not the customer's. */
export const isByStaff = (step: Step): step is StaffStep => 'by' in step;

/** What the people of the shop do with a conversation, each with their own rights. */
export class Colleagues {
  readonly #stage: Stage;
  readonly #random: Random;
  readonly #products: Products;
  readonly #links = new Map<ConversationId, string>();

  constructor(stage: Stage, random: Random, products: Products) {
    this.#stage = stage;
    this.#random = random;
    this.#products = products;
  }

  actor(name: string): Actor {
    const actor = this.#stage.staff.get(name);
    if (actor === undefined) throw new RangeError(`Nobody of the demo's staff is called ${name}.`);
    return actor;
  }

  async act(step: StaffStep, chat: Chat): Promise<void> {
    const { conversationId } = chat;
    if (conversationId === null) throw new RangeError(`${chat.person.name} has never written.`);
    const command = { actor: this.actor(step.by), conversationId };
    const { product } = this.#stage;
    await chat.open(command.actor);
    if ('takesOver' in step) await product.takeOver.execute(command);
    else if ('handsBack' in step) await product.handBack.execute(command);
    else if ('closes' in step) await product.closeConversation.execute(command);
    else if ('writes' in step)
      await product.sendMessage.execute({ ...command, content: this.#filled(step.writes, chat) });
    else if ('notes' in step)
      await product.noteConversation.execute({ ...command, content: step.notes });
    else if ('labels' in step)
      await product.labelConversation.execute({ ...command, labels: step.labels });
    else if ('sells' in step)
      await product.markSold.execute({ ...command, items: this.#lines(step.sells) });
    else if ('redeems' in step) await this.#redeem(command.actor, chat);
    else await this.#prepareCart(command, step.preparesCart);
    await work(this.#stage, this.#random);
  }

  async #prepareCart(
    command: { readonly actor: Actor; readonly conversationId: ConversationId },
    lines: readonly Line[],
  ): Promise<void> {
    const items = this.#lines(lines);
    const { orderId } = await this.#stage.product.createOrderLink.execute({ ...command, items });
    const order = await this.#stage.product.uow.run(SERVICE, ({ orders }) => orders.lock(orderId));
    if (order !== null)
      this.#links.set(command.conversationId, this.#stage.product.cart.shortLink(order.code));
  }

  #lines(lines: readonly Line[]) {
    return lines.map(({ product, quantity }) => ({
      productId: this.#products.idOf(product),
      quantity,
    }));
  }

  /** The customer's coupon, for the order of this chat that was made last. */
  async #redeem(actor: Actor, chat: Chat): Promise<void> {
    const code = chat.couponCode();
    const order = await newestOrder(this.#stage.product.uow, chat.conversationId);
    if (code === null || order === null) return;
    await this.#stage.product.redeemCoupon.execute({ actor, code, orderId: order.id });
  }

  /** `{lien}` is the cart that was prepared last, `{coupon}` the customer's code. */
  #filled(words: string, chat: Chat): string {
    const link = chat.conversationId === null ? undefined : this.#links.get(chat.conversationId);
    return words.replaceAll('{lien}', link ?? '').replaceAll('{coupon}', chat.couponCode() ?? '');
  }
}
