import type { CampaignId, CampaignMessage } from '../../../src/domain/campaign/campaign.ts';
import type { ProductId } from '../../../src/domain/catalogue/product.ts';
import type { Alert } from '../../../src/domain/conversation/alert.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { TurnId } from '../../../src/domain/conversation/turn.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import type { Coupon } from '../../../src/domain/loyalty/coupon.ts';
import type { MessageId } from '../../../src/domain/message/message.ts';
import type { Order } from '../../../src/domain/order/order.ts';
import type { Lease } from '../../../src/ports/conversation-queue.ts';
import { NOW } from '../builders.ts';

/** What was heard of so far, so that calls are about things that are there; and the dice that choose among them. */
export class World {
  readonly users: UserId[] = [];
  readonly aliases: string[] = [];
  readonly conversations: ConversationId[] = [];
  readonly messages: MessageId[] = [];
  readonly providerIds: string[] = [];
  readonly products: ProductId[] = [];
  readonly turns: TurnId[] = [];
  readonly alerts: Alert[] = [];
  readonly orders: Order[] = [];
  readonly coupons: Coupon[] = [];
  readonly campaigns: CampaignId[] = [];
  readonly campaignMessages: CampaignMessage[] = [];
  readonly hashes: string[] = [];
  readonly owed: string[] = [];
  readonly leases: Lease[] = [];
  #ids = 0;
  #moments = 0;
  #dice: readonly number[] = [];
  #thrown = 0;

  throwDice(dice: readonly number[]): void {
    this.#dice = dice;
    this.#thrown = 0;
  }

  /** From 0 to `most`. */
  int(most: number): number {
    const die = this.#dice[this.#thrown % this.#dice.length] ?? 0;
    this.#thrown += 1;
    return die % (most + 1);
  }

  chance(oneIn: number): boolean {
    return this.int(oneIn - 1) === oneIn - 1;
  }

  oneOf<T>(list: readonly [T, ...T[]]): T {
    return list[this.int(list.length - 1)]!;
  }

  maybe<T>(value: () => T): T | null {
    return this.chance(2) ? value() : null;
  }

  /** Of the newer ones, mostly, so that things happen to the same again; `otherwise` where there is none yet, and seldom. */
  known<T>(list: readonly T[], otherwise: () => T): T {
    if (list.length === 0 || this.chance(25)) return otherwise();
    return list[list.length - 1 - this.int(Math.min(list.length, 5) - 1)]!;
  }

  several<T>(one: () => T, most = 3): T[] {
    return Array.from({ length: this.int(most) }, one);
  }

  /** In the order of their making, so that neither store sorts by chance. */
  id<Id extends string>(): Id {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${this.#ids.toString(16).padStart(12, '0')}` as Id;
  }

  /** Never twice the same, as no port says which of two at the same instant comes first. */
  moment = (): Date => {
    this.#moments += 1;
    return new Date(NOW.getTime() + this.#moments * 1_009);
  };

  /** Up to some days before or after. */
  around = (): Date => {
    return new Date(
      this.moment().getTime() + this.oneOf([0, 0, -1, 1, -30, 2]) * 3_600_000 * (1 + this.int(30)),
    );
  };

  user = (): UserId => this.known(this.users, () => this.id());
  conversation = (): ConversationId => this.known(this.conversations, () => this.id());
  message = (): MessageId => this.known(this.messages, () => this.id());
  product = (): ProductId => this.known(this.products, () => this.id());
  providerId = (): string => this.known(this.providerIds, () => `p-${this.id()}`);
  hash = (): string => this.known(this.hashes, () => this.id());

  /** Noted for later calls. */
  note<T>(list: T[], value: T): T {
    list.push(value);
    return value;
  }
}
