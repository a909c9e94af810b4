import type { Choice } from '../../domain/conversation/dialogue-state.ts';
import type { Chat } from './chat.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

const SECOND_MS = 1_000;
/** Questions of Léa's that somebody answers before they give up. */
const PATIENCE = 3;
/** Of those who are asked, how many want offers as well. */
const WANTS_OFFERS = 0.7;

const isOrder = ({ id }: Choice): boolean => id.startsWith('order:');
const isAnswer = ({ id }: Choice): boolean => /^(?:answer|caution|menu):/.test(id);

/** What a customer does with the buttons on the phone. */
export class Shopper {
  readonly #stage: Stage;
  readonly #random: Random;

  constructor(stage: Stage, random: Random) {
    this.#stage = stage;
    this.#random = random;
  }

  /** Says yes where Léa asks for consent, with the button or in words. */
  async agree(chat: Chat): Promise<void> {
    const yes = chat.buttons().find(({ id }) => id === 'consent:yes');
    if (yes === undefined) return;
    this.#think();
    const { title } = yes;
    if (this.#random.next() < 0.5) await chat.press(yes);
    else await chat.send({ text: this.#random.pick([title, title.toLowerCase()]) });
  }

  /** Wants to hear of what is sold out; false when Léa does not offer it. */
  async askToBeTold(chat: Chat): Promise<boolean> {
    const button = chat.buttons().find(({ id }) => id.startsWith('restock:'));
    if (button === undefined) return false;
    this.#think();
    await chat.press(button);
    return true;
  }

  /** Orders from the offer, once Léa's questions are answered; false when there is nothing to be had. */
  async pick(chat: Chat, rank: number): Promise<boolean> {
    for (let asked = 0; asked <= PATIENCE; asked += 1) {
      const buttons = chat.buttons();
      const orders = buttons.filter(isOrder);
      const order = orders[Math.min(rank, orders.length) - 1];
      if (order !== undefined) {
        this.#think();
        const before = chat.orderCode();
        await chat.press(order);
        await this.#mind(chat);
        return chat.orderCode() !== before;
      }
      const answers = buttons.filter(isAnswer);
      if (answers.length === 0) return false;
      this.#think();
      // Most are well: "Non" is the last answer to a question about health.
      const well = answers.find(({ title }) => /^no/i.test(title));
      await chat.press(well ?? this.#random.pick(answers));
    }
    return false;
  }

  /** Whether offers are welcome, where Léa asks. */
  async #mind(chat: Chat): Promise<void> {
    const wants = chat.person.wantsOffers ?? this.#random.next() < WANTS_OFFERS;
    const button = chat
      .buttons()
      .find(({ id }) => id === (wants ? 'marketing:yes' : 'marketing:no'));
    if (button === undefined) return;
    this.#think();
    await chat.press(button);
  }

  #think(): void {
    const { clock } = this.#stage;
    clock.moveTo(new Date(clock.now().getTime() + this.#random.between(12, 70) * SECOND_MS));
  }
}
