import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Choice } from '../../domain/conversation/dialogue-state.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { ChannelEvent } from '../../ports/inbound-channel.ts';
import {
  simulatorChatId,
  simulatorMessage,
  type SimulatorInput,
} from '../messaging/fake/simulator-message.ts';
import { picture, voiceNote } from './media.ts';
import type { Shown } from '../messaging/fake/shown.ts';
import type { Random } from './random.ts';
import type { Person, Step } from './script.ts';
import type { Stage } from './stage.ts';
import { work } from './worker.ts';

const ORDER_LINK = /\/o\/([A-Za-z0-9]+)/g;
const COUPON = /\*([A-Z0-9-]{8,})\*, \d+ %/;

/** A customer with a phone in the hand: what they see there is all that they know. */
export class Chat {
  readonly person: Person;
  readonly chatId: string;
  /** The one that Léa worked on last. */
  conversationId: ConversationId | null = null;
  readonly #stage: Stage;
  readonly #random: Random;
  /** Conversations with something that nobody of the shop has looked at. */
  readonly #unopened = new Set<ConversationId>();
  #read = 0;
  #noticed = 0;
  #coupon: string | null = null;

  constructor(stage: Stage, random: Random, person: Person) {
    this.#stage = stage;
    this.#random = random;
    this.person = person;
    this.chatId = simulatorChatId(person.phone);
  }

  /** Writes, speaks or presses, several at once as one burst; answers whether an advisor was called for it. */
  async send(...inputs: readonly Omit<SimulatorInput, 'phone'>[]): Promise<boolean> {
    const { product, clock } = this.#stage;
    const { name, phone } = this.person;
    const events: ChannelEvent[] = [
      ...this.#nowRead(),
      ...inputs.map((input) =>
        simulatorMessage({ ...input, phone, name }, { now: () => clock.now() }),
      ),
    ];
    await product.handleInboundMessage.execute({ events });
    const worked = await work(this.#stage, this.#random);
    this.conversationId = worked.conversationId ?? this.conversationId;
    if (this.conversationId !== null) this.#unopened.add(this.conversationId);
    return worked.escalated;
  }

  /** Somebody of the shop opens what came in. */
  async open(actor: Actor): Promise<void> {
    const { markRead } = this.#stage.product;
    for (const conversationId of this.#unopened) await markRead.execute({ actor, conversationId });
    this.#unopened.clear();
  }

  /** Looks at the phone: what came in is read. */
  async look(): Promise<void> {
    const events = this.#nowRead();
    if (events.length > 0) await this.#stage.product.handleInboundMessage.execute({ events });
  }

  /** The buttons under the last message, or in its list. */
  buttons(): readonly Choice[] {
    const shown = this.#stage.phone.sentTo(this.chatId).at(-1)?.shown;
    return shown === undefined ? [] : [...shown.buttons, ...shown.rows];
  }

  press({ id, title }: Choice): Promise<boolean> {
    return this.send({ button: id, text: title });
  }

  /** What came in since this was asked last, read or not. */
  news(): readonly Shown[] {
    const sent = this.#stage.phone.sentTo(this.chatId);
    const fresh = sent.slice(this.#noticed);
    this.#noticed = sent.length;
    return fresh.map(({ shown }) => shown);
  }

  /** A coupon that was given and not yet told. */
  give(code: string): void {
    this.#coupon = code;
  }

  /** The code that was given, or that a campaign brought. */
  couponCode(): string | null {
    const said = this.#stage.phone.sentTo(this.chatId).map(({ shown }) => shown.text);
    return this.#coupon ?? said.flatMap((text) => COUPON.exec(text)?.[1] ?? []).at(-1) ?? null;
  }

  /** The code of the newest order link in this chat. */
  orderCode(): string | null {
    const said = this.#stage.phone.sentTo(this.chatId).map(({ shown }) => shown.text);
    return said.flatMap((text) => [...text.matchAll(ORDER_LINK)]).at(-1)?.[1] ?? null;
  }

  #nowRead(): readonly ChannelEvent[] {
    const sent = this.#stage.phone.sentTo(this.chatId);
    const fresh = sent.slice(this.#read);
    this.#read = sent.length;
    return fresh.map(({ providerId }) => ({ type: 'status', providerId, status: 'read' }));
  }
}

type Message = Extract<Step, { readonly says: unknown } | { speaks: unknown } | { shows: unknown }>;

/** What a step puts into the chat. */
export async function inputsOf(step: Message): Promise<readonly Omit<SimulatorInput, 'phone'>[]> {
  if ('says' in step) return step.says.map((text) => ({ text }));
  if ('speaks' in step) return [{ voice: voiceNote(step.speaks) }];
  const image = await picture(step.shows);
  return [{ image, ...(step.caption === undefined ? {} : { text: step.caption }) }];
}
