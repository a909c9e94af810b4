import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Message, MessageId } from '../../domain/message/message.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Lease } from '../../ports/conversation-queue.ts';
import type { Log } from '../../ports/log.ts';
import type { MessagingGateway, OutboundContent } from '../../ports/messaging-gateway.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { ProviderError } from '../../ports/provider-error.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.ts';
import { raiseAlert, type AlertMeans } from '../alerts.ts';
import { productsIn, renderPart } from './render-part.ts';

export interface SendMeans extends AlertMeans {
  readonly uow: UnitOfWork;
  readonly gateway: MessagingGateway;
  readonly settings: ShopSettingsSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly publicUrl: string;
}

interface Prepared {
  readonly message: Message;
  readonly chatId: string;
  /** Null for a message that may be out already: the channel is asked first. */
  readonly content: OutboundContent | null;
}

/** Recorded with the preparation of the next message, in one transaction. */
type Outcome =
  | {
      readonly message: Message;
      readonly status: 'sent';
      readonly providerId: string;
      readonly content: string;
    }
  | { readonly message: Message; readonly status: 'failed' };

/** The channel's clock may be behind ours by this much, in milliseconds. */
const CLOCK_MARGIN_MS = 120_000;
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
  readonly #means: SendMeans;

  constructor(means: SendMeans) {
    this.#means = means;
  }

  /** `mayStillSend` tells by the caller's own watch whether the lease can still be ours. */
  async execute(lease: Lease, mayStillSend: () => boolean = () => true): Promise<void> {
    const { uow } = this.#means;
    const asked = new Set<MessageId>();
    let outcome: Outcome | null = null;
    for (;;) {
      const done: Outcome | null = outcome;
      const next = await uow.run(SERVICE, async (repositories) => {
        const [conversation, outbox] = await Promise.all([
          repositories.conversations.lockHeld(lease),
          repositories.messages.outbox(lease.conversationId),
        ]);
        if (conversation === null) return null;
        const queued = outbox.filter(({ id }) => id !== done?.message.id);
        const [next] = await Promise.all([
          this.#prepare(repositories, conversation, queued, asked),
          done === null ? null : this.#record(repositories, lease, done),
        ]);
        return next;
      });
      // A process that was stopped in between must not wake up and send what another has sent meanwhile.
      if (next === null || !mayStillSend()) return;
      if (next.content === null) {
        asked.add(next.message.id);
        outcome = await this.#lookFor(next);
      } else {
        outcome = await this.#send(lease, next as Prepared & { readonly content: OutboundContent });
      }
    }
  }

  async #send(
    lease: Lease,
    { message, chatId, content }: Prepared & { readonly content: OutboundContent },
  ): Promise<Outcome> {
    const { uow, gateway, metrics, log } = this.#means;
    try {
      const { providerId } = await gateway.send({ chatId, content, idempotencyKey: message.id });
      metrics.count('lea_sends_total', { outcome: 'sent' });
      return { message, status: 'sent', providerId, content: plainText(content) };
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
    const { uow, gateway, metrics, log } = this.#means;
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
      return { message, status: 'sent', providerId: found.providerId, content: message.content };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { kind, provider } = error;
      log.warn('look_failed', { messageId: message.id, kind, provider });
      if (error.retryable && this.#ageOf(message) < ASK_FOR_MS) throw error;
      return null;
    }
  }

  #ageOf(message: Message): number {
    return this.#means.clock.now().getTime() - message.timestamp.getTime();
  }

  async #record(repositories: Repositories, lease: Lease, outcome: Outcome): Promise<void> {
    if (outcome.status === 'sent') {
      await repositories.messages.setStatus(outcome.message.id, 'sent', {
        providerId: outcome.providerId,
        content: outcome.content,
      });
      return;
    }
    await repositories.messages.setStatus(outcome.message.id, 'failed');
    const matter = {
      conversationId: lease.conversationId,
      category: 'send_failed',
      severity: 'handoff',
      reason: 'WhatsApp a refusé un message.',
    } as const;
    await raiseAlert(repositories, this.#means, matter, this.#means.clock.now());
  }

  async #prepare(
    repositories: Repositories,
    conversation: Conversation,
    queued: readonly Message[],
    asked: ReadonlySet<MessageId>,
  ): Promise<Prepared | null> {
    if (queued.length === 0) return null;
    const { chatId } = conversation;
    for (const message of queued) {
      if (message.status === 'sending' && !asked.has(message.id))
        return { message, chatId, content: null };
      const mine = message.sender === 'assistant' && message.part?.always !== true;
      const content =
        mine && conversation.mode !== 'assistant'
          ? null
          : await this.#render(repositories, message, conversation.userId);
      if (content === null) {
        await repositories.messages.setStatus(message.id, 'dropped');
        continue;
      }
      // With the words as they go out: they are what the channel is asked for.
      await repositories.messages.setStatus(message.id, 'sending', { content: plainText(content) });
      return { message, chatId, content };
    }
    return null;
  }

  async #render(
    repositories: Repositories,
    message: Message,
    userId: UserId | null,
  ): Promise<OutboundContent | null> {
    if (message.part === null) return { kind: 'text', text: message.content };
    const { settings, clock, publicUrl } = this.#means;
    const [customer, products] = await Promise.all([
      userId === null ? null : repositories.customers.get(userId),
      repositories.products.getMany(productsIn(message.part)),
    ]);
    return renderPart(message.part, new Map(products.map((product) => [product.id, product])), {
      texts: textsFor(customer?.language ?? 'fr'),
      today: localDay(clock.now(), settings.current().timeZone),
      publicUrl,
    });
  }
}

/** As the customer read it, for the thread. */
const plainText = (content: OutboundContent): string =>
  content.kind === 'image' ? content.caption : content.text;

/** A channel may trim, shorten, or write choices below. */
function isSameText(listed: string, sent: string): boolean {
  const [a, b] = [listed, sent].map((text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 900));
  return a!.startsWith(b!);
}
