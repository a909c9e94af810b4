import { isSimulatedChat } from '../../domain/customer/alias.ts';
import { withoutOneTimeLinks } from '../../domain/privacy/one-time-link.ts';
import type { Product } from '../../domain/catalogue/product.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Message, MessageId } from '../../domain/message/message.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import type { Texts } from '../../domain/texts/texts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Lease } from '../../ports/conversation-queue.ts';
import type { Log } from '../../ports/log.ts';
import type { MessagingGateway, OutboundContent } from '../../ports/messaging-gateway.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { ProviderError } from '../../ports/provider-error.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.ts';
import type { EscalateToAdvisor } from '../escalate-to-advisor.ts';
import { productsIn, renderPart } from './render-part.ts';

export interface SendDeps {
  readonly escalateToAdvisor: EscalateToAdvisor;
  readonly uow: UnitOfWork;
  readonly gateway: MessagingGateway;
  readonly settings: ShopSettingsSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly publicUrl: string;
}

/** What goes out next. */
interface Prepared {
  readonly message: Message;
  readonly chatId: string;
  /** Null for a message that may be out already: the channel is asked first. */
  readonly content: OutboundContent | null;
  /** What was queued behind it, and the language of it all. */
  readonly rest: readonly Message[];
  readonly texts: Texts;
}

/** Recorded with the preparation of the next message, in one transaction. */
type Outcome =
  | { readonly message: Message; readonly status: 'sent'; readonly providerId: string }
  | { readonly message: Message; readonly status: 'failed' };

/**
 * The channel's clock may be behind ours by this much, in milliseconds: ours may have been set wrong when the message
 * was written. Same words and an id that nobody knows tell it from older ones.
 */
const CLOCK_MARGIN_MS = 86_400_000;
/** Older than this a message is sent without an answer to whether it is out, in milliseconds. */
const ASK_FOR_MS = 60_000;
/** Older than this a message is no more tried: it is an advisor's then. */
const TRY_FOR_MS = 3_600_000;

/**
 * Sends what a conversation has queued, in order. Right before each send it is checked that the lease holds
 * and that nobody took over. A message found in `sending` was cut off by a crash or a lost answer: the channel
 * is asked whether it has it, and without an answer it is sent again, as for a reply a duplicate is the lesser
 * harm. Nothing is written once the lease is lost: the next holder asks the channel.
 * @throws ProviderError when a send may be tried again; the message stays in the outbox.
 */
export class SendOutbox {
  readonly #deps: SendDeps;

  constructor(deps: SendDeps) {
    this.#deps = deps;
  }

  /** `mayStillSend` tells by the caller's own watch whether the lease can still be ours. */
  async execute(lease: Lease, mayStillSend: () => boolean = () => true): Promise<void> {
    const asked = new Set<MessageId>();
    let outcome: Outcome | null = null;
    let last: Prepared | null = null;
    for (;;) {
      const next: Prepared | null = await this.#next(lease, outcome, last, asked);
      // A process that was stopped in between must not wake up and send what another has sent meanwhile.
      if (next === null || !mayStillSend()) return;
      if (next.content === null) {
        asked.add(next.message.id);
        outcome = await this.#lookFor(next);
        // Not out: it goes before what is queued behind it.
        last = outcome === null ? { ...next, rest: [next.message, ...next.rest] } : next;
      } else {
        outcome = await this.#send(lease, next.message, next.chatId, next.content);
        last = next;
      }
    }
  }

  /** Records what became of the last message and takes up the next; null when nothing is left, or the lease is lost. */
  async #next(
    lease: Lease,
    done: Outcome | null,
    last: Prepared | null,
    asked: ReadonlySet<MessageId>,
  ): Promise<Prepared | null> {
    try {
      return await this.#deps.uow.run(SERVICE, async (repositories) => {
        const { conversations, messages } = repositories;
        const known = last?.rest ?? [];
        // One packet; what it recorded is undone when the lease turns out to be lost.
        const [conversation, , queued, products] = await Promise.all([
          conversations.lockHeld(lease),
          done?.status === 'sent'
            ? messages.setStatus(done.message.id, 'sent', {
                providerId: done.providerId,
                ...kept(done.message, last),
              })
            : null,
          known.length > 0 ? known : messages.outbox(lease.conversationId),
          known.length > 0 ? this.#productsOf(repositories, known[0]!) : null,
        ]);
        if (conversation === null) throw new LeaseLost();
        if (done?.status === 'failed')
          await this.#giveToAdvisor(repositories, lease, done.message, kept(done.message, last));
        const waiting = queued.filter(({ id }) => id !== done?.message.id);
        const texts = last?.texts ?? null;
        return this.#prepare(repositories, conversation, waiting, { asked, texts, products });
      });
    } catch (error) {
      if (error instanceof LeaseLost) return null;
      throw error;
    }
  }

  async #send(
    lease: Lease,
    message: Message,
    chatId: string,
    content: OutboundContent,
  ): Promise<Outcome> {
    const { uow, gateway, metrics, log } = this.#deps;
    try {
      const { providerId } = await gateway.send({ chatId, content, idempotencyKey: message.id });
      metrics.count('lea_sends_total', { outcome: 'sent' });
      return { message, status: 'sent', providerId };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { kind, provider } = error;
      log.warn('send_failed', { messageId: message.id, kind, provider });
      metrics.count('lea_sends_total', { outcome: kind });
      if (!error.retryable || this.#ageOf(message) > TRY_FOR_MS)
        return { message, status: 'failed' };
      if (!error.mayHaveActed)
        await uow.run(SERVICE, async ({ conversations, messages }) => {
          if ((await conversations.lockHeld(lease)) !== null)
            await messages.setStatus(message.id, 'queued');
        });
      throw error;
    }
  }

  /** The message as the channel has it; null when it was never taken, or nobody can tell. */
  async #lookFor({ message, chatId }: Prepared): Promise<Outcome | null> {
    const { uow, gateway, metrics, log } = this.#deps;
    const since = new Date(message.timestamp.getTime() - CLOCK_MARGIN_MS);
    try {
      const same = (await gateway.sentSince(chatId, since)).filter(({ text }) =>
        isSameText(text, message.content),
      );
      const known = await uow.run(SERVICE, ({ messages }) =>
        messages.knownProviderIds(same.map(({ providerId }) => providerId)),
      );
      const found = same.find(({ providerId }) => !known.has(providerId));
      metrics.count('lea_sends_total', { outcome: found ? 'found' : 'not_found' });
      if (found === undefined) return null;
      return { message, status: 'sent', providerId: found.providerId };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { kind, provider } = error;
      log.warn('look_failed', { messageId: message.id, kind, provider });
      if (error.retryable && this.#ageOf(message) < ASK_FOR_MS) throw error;
      return null;
    }
  }

  #ageOf(message: Message): number {
    return this.#deps.clock.now().getTime() - message.timestamp.getTime();
  }

  async #giveToAdvisor(
    repositories: Repositories,
    lease: Lease,
    message: Message,
    said: ReturnType<typeof kept>,
  ): Promise<void> {
    await repositories.messages.setStatus(message.id, 'failed', said);
    const matter = {
      conversationId: lease.conversationId,
      category: 'send_failed',
      severity: 'handoff',
      reason: 'WhatsApp a refusé un message.',
    } as const;
    await this.#deps.escalateToAdvisor.within(repositories, matter, this.#deps.clock.now());
  }

  /** `products` are those of the first message, `texts` those of the customer, where they are there already. */
  async #prepare(
    repositories: Repositories,
    conversation: Conversation,
    queued: readonly Message[],
    given: {
      readonly asked: ReadonlySet<MessageId>;
      readonly texts: Texts | null;
      readonly products: readonly Product[] | null;
    },
  ): Promise<Prepared | null> {
    const { chatId, userId } = conversation;
    let { texts, products } = given;
    for (const [index, message] of queued.entries()) {
      [texts, products] = await Promise.all([
        texts ?? this.#textsOf(repositories, userId),
        products ?? this.#productsOf(repositories, message),
      ]);
      const next = { message, chatId, rest: queued.slice(index + 1), texts };
      if (message.status === 'sending' && !given.asked.has(message.id))
        return { ...next, content: null };
      const mine = message.sender === 'assistant' && message.part?.always !== true;
      const content =
        mine && conversation.mode !== 'assistant' ? null : this.#render(message, products, texts);
      products = null;
      if (content === null) {
        await repositories.messages.setStatus(message.id, 'dropped');
        continue;
      }
      // With the words as they go out: they are what the channel is asked for.
      if (await repositories.messages.beginSending(message.id, plainText(content)))
        return { ...next, content };
    }
    return null;
  }

  async #textsOf({ customers }: Repositories, userId: UserId | null): Promise<Texts> {
    const customer = userId === null ? null : await customers.get(userId);
    return textsFor(customer?.language ?? 'fr');
  }

  async #productsOf({ products }: Repositories, { part }: Message): Promise<readonly Product[]> {
    return part === null ? [] : products.getMany(productsIn(part));
  }

  #render(message: Message, products: readonly Product[], texts: Texts): OutboundContent | null {
    if (message.part === null) return { kind: 'text', text: message.content };
    const { settings, clock, publicUrl } = this.#deps;
    return renderPart(message.part, new Map(products.map((product) => [product.id, product])), {
      texts,
      today: localDay(clock.now(), settings.current().timeZone),
      publicUrl,
    });
  }
}

/**
 * What is kept of the words, once they are out, where they open somebody's data. Whoever is only played reads them
 * from where they are kept.
 */
function kept(
  { content, part }: Message,
  sent: Prepared | null,
): { readonly said?: Pick<Message, 'content' | 'part'> } {
  const hidden = withoutOneTimeLinks(content);
  if (hidden === content || sent === null || isSimulatedChat(sent.chatId)) return {};
  return {
    said: { content: hidden, part: part?.kind === 'text' ? { ...part, text: hidden } : part },
  };
}

/** Undoes what was recorded: the next holder asks the channel. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** As the customer read it, for the thread. */
const plainText = (content: OutboundContent): string =>
  content.kind === 'image' ? content.caption : content.text;

/** A channel may trim, shorten, or write choices below. */
function isSameText(listed: string, sent: string): boolean {
  const [a, b] = [listed, sent].map((text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 900));
  return a!.startsWith(b!);
}
