import { GOVERNOR_RULES } from '../../domain/campaign/send-governor.ts';
import type { Choice } from '../../domain/conversation/dialogue-state.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import { Chat, inputsOf } from './chat.ts';
import { Colleagues, isByStaff } from './colleagues.ts';
import { perform } from './deeds.ts';
import { everydayScenes } from './everyday.ts';
import { localTime } from './local-time.ts';
import { newestOrder } from './newest-order.ts';
import type { Products } from './products.ts';
import { Random } from './random.ts';
import type { Everyday, Person, Step, Story, When } from './script.ts';
import { Shopper } from './shopper.ts';
import type { Stage } from './stage.ts';
import { Timeline } from './timeline.ts';
import { work } from './worker.ts';

/** How long ago the story begins, in days. */
export const STORY_DAYS = 65;
const SEED = 2_026;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What is told of is over before anybody looks. */
const BEFORE_NOW_MS = 5_000;
/** In the evening an advisor looks through what Léa did alone. */
const EVENING = { by: 'nathalie', time: '18:10' };
/** When campaigns are looked at; while something goes out, again a minute later. */
const CAMPAIGN_HOUR = '09';
const SURVEY = 'survey:';

export interface Script {
  readonly story: Story;
  readonly everyday: Everyday;
  readonly products: Products;
  /** The present, at which the story arrives. */
  readonly now: Date;
}

/** Plays the script on the stage, from its first day to the present. */
export class Player {
  readonly #stage: Stage;
  readonly #script: Script;
  readonly #random = new Random(SEED);
  readonly #timeline = new Timeline();
  readonly #chats = new Map<string, Chat>();
  readonly #cameBack = new Set<Chat>();
  readonly #colleagues: Colleagues;
  readonly #shopper: Shopper;
  readonly #end: Date;

  constructor(stage: Stage, script: Script) {
    this.#stage = stage;
    this.#script = script;
    this.#colleagues = new Colleagues(stage, this.#random, script.products);
    this.#shopper = new Shopper(stage, this.#random);
    this.#end = new Date(script.now.getTime() - BEFORE_NOW_MS);
  }

  async play(): Promise<void> {
    this.#planAll();
    for (let next = this.#timeline.next(this.#end); next; next = this.#timeline.next(this.#end)) {
      this.#stage.clock.moveTo(next.at);
      await next.happens();
    }
    this.#stage.clock.moveTo(this.#end);
    await this.#stage.product.conversationHousekeeping.execute();
  }

  #planAll(): void {
    const { story, everyday, now, products } = this.#script;
    const zone = this.#stage.product.settings.current().timeZone;
    const at = (when: When): Date =>
      'minutesAgo' in when
        ? new Date(now.getTime() - when.minutesAgo * MINUTE_MS)
        : localTime(now, when.daysAgo, when.time, zone);
    const chatOf = (key: string): Chat => this.#chatOf(story.people[key]!);
    for (const { customer, when, steps } of story.scenes)
      this.#goOn(chatOf(customer), steps, at(when));
    for (const { person, when, steps } of everydayScenes(everyday, this.#random, STORY_DAYS))
      this.#goOn(this.#chatOf(person), steps, at(when));
    const deps = { stage: this.#stage, colleagues: this.#colleagues, products, chatOf };
    for (const deed of story.deeds)
      this.#timeline.plan(at(deed.when), async () => {
        await perform(deps, deed);
        await this.#campaigns();
      });
    for (let daysAgo = STORY_DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
      const morning = `${CAMPAIGN_HOUR}:${this.#random.between(10, 55)}`;
      this.#timeline.plan(localTime(now, daysAgo, morning, zone), () => this.#campaigns());
      // Today's is for whoever looks at the demo.
      if (daysAgo > 0)
        this.#timeline.plan(localTime(now, daysAgo, EVENING.time, zone), () => this.#lookThrough());
    }
  }

  async #lookThrough(): Promise<void> {
    for (const chat of this.#chats.values()) await chat.open(this.#colleagues.actor(EVENING.by));
  }

  #chatOf(person: Person): Chat {
    const chat = this.#chats.get(person.phone) ?? new Chat(this.#stage, this.#random, person);
    this.#chats.set(person.phone, chat);
    return chat;
  }

  #later(ms: number, happens: () => Promise<void>): void {
    this.#timeline.plan(new Date(this.#stage.clock.now().getTime() + ms), happens);
  }

  #goOn(chat: Chat, [step, ...rest]: readonly Step[], from: Date): void {
    if (step === undefined) return;
    this.#timeline.plan(new Date(from.getTime() + step.after), async () => {
      const goesOn = await this.#step(chat, step);
      if (goesOn && rest.length > 0) this.#goOn(chat, rest, this.#stage.clock.now());
      else this.#leave(chat);
    });
  }

  /** The phone is looked at once more, and a day of quiet closes the conversation. */
  #leave(chat: Chat): void {
    const quietMs = this.#stage.product.settings.current().conversationQuietHours * HOUR_MS;
    this.#later(MINUTE_MS, () => chat.look());
    this.#later(quietMs + 2 * MINUTE_MS, () =>
      this.#stage.product.conversationHousekeeping.execute(),
    );
  }

  /** Whether the scene goes on: who is offered nothing orders nothing. */
  async #step(chat: Chat, step: Step): Promise<boolean> {
    if (isByStaff(step)) {
      await this.#colleagues.act(step, chat);
      this.#awaitAdvisor();
      return true;
    }
    if ('agrees' in step) {
      await this.#shopper.agree(chat);
      return true;
    }
    if ('asksToBeTold' in step) return this.#shopper.askToBeTold(chat);
    if ('picks' in step) return this.#shopper.pick(chat, step.picks);
    if ('opensLink' in step) {
      const code = chat.orderCode();
      return (
        code !== null && (await this.#stage.product.followOrderLink.execute({ code })) !== null
      );
    }
    if ('cart' in step) return this.#cart(chat, step.cart, step.deliveredIn);
    if ('presses' in step) {
      const button = chat.buttons()[step.presses - 1];
      if (button === undefined) return false;
      if (await chat.press(button)) this.#awaitAdvisor();
      return true;
    }
    if (await chat.send(...(await inputsOf(step)))) this.#awaitAdvisor();
    return true;
  }

  /** Whether an advisor is awaited or silent is looked at when the wait is over. */
  #awaitAdvisor(): void {
    const { humanSilenceMinutes } = this.#stage.product.settings.current();
    this.#later((humanSilenceMinutes + 1) * MINUTE_MS, () => this.#tend());
  }

  async #tend(): Promise<void> {
    await this.#stage.product.conversationHousekeeping.execute();
    await work(this.#stage, this.#random);
  }

  /** The cart reports what became of the newest order, and later that it was delivered. */
  async #cart(
    { conversationId }: Chat,
    status: 'completed' | 'cancelled',
    deliveredIn: number | undefined,
  ): Promise<boolean> {
    const order = await newestOrder(this.#stage.product.uow, conversationId);
    if (order?.status !== 'pending') return false;
    const { product, clock } = this.#stage;
    const settle = async (deliveredAt?: Date): Promise<void> => {
      await product.settleOrder.execute({ orderId: order.id, status, deliveredAt });
      await this.#stage.runJobs();
      await work(this.#stage, this.#random);
    };
    await settle();
    if (deliveredIn !== undefined) this.#later(deliveredIn, () => settle(clock.now()));
    return true;
  }

  /** Sends what is due, minute by minute as the governor allows; who is written to may answer. */
  async #campaigns(): Promise<void> {
    const { sent } = await this.#stage.product.sendDueCampaignMessages.execute();
    for (const chat of this.#chats.values()) this.#answer(chat);
    if (sent >= GOVERNOR_RULES.perMinute) this.#later(MINUTE_MS, () => this.#campaigns());
  }

  #answer(chat: Chat): void {
    const { rates, comesBack } = chat.person;
    for (const { buttons, rows, text } of chat.news()) {
      const notes = [...buttons, ...rows].filter(({ id }) => id.startsWith(SURVEY));
      const note = notes[(rates?.score ?? 0) - 1];
      if (rates !== undefined && note !== undefined) this.#rate(chat, note, rates.comment);
      if (comesBack === undefined || this.#cameBack.has(chat) || !isOffer(text)) continue;
      this.#cameBack.add(chat);
      this.#goOn(chat, comesBack, this.#stage.clock.now());
    }
  }

  #rate(chat: Chat, note: Choice, comment: string | undefined): void {
    this.#later(this.#random.between(4, 170) * MINUTE_MS, async () => {
      if (await chat.press(note)) this.#awaitAdvisor();
      const steps: readonly Step[] =
        comment === undefined ? [] : [{ says: [comment], after: 2 * MINUTE_MS }];
      if (steps.length > 0) this.#goOn(chat, steps, this.#stage.clock.now());
      else this.#leave(chat);
    });
  }
}

const isOffer = (text: string): boolean =>
  (['fr', 'en'] as const).some((language) => text.includes(textsFor(language).campaigns.optOut));
