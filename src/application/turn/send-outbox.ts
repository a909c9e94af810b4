import type { Customer } from '../../domain/customer/customer.ts';
import type { Message } from '../../domain/message/message.ts';
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
  readonly content: OutboundContent;
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

/**
 * Sends what a conversation has queued, in order. Right before each send it is checked that the lease holds
 * and that nobody took over. A message found in `sending` was cut off by a crash: it is sent again, as a
 * duplicate is the lesser harm for a reply.
 * @throws ProviderError when a send may be tried again; the message stays in the outbox.
 */
export class SendOutbox {
  readonly #means: SendMeans;

  constructor(means: SendMeans) {
    this.#means = means;
  }

  async execute(lease: Lease): Promise<void> {
    const { uow, gateway, metrics, log } = this.#means;
    let outcome: Outcome | null = null;
    for (;;) {
      const done: Outcome | null = outcome;
      const next = await uow.run(SERVICE, async (repositories) => {
        if (done !== null) await this.#record(repositories, lease, done);
        return this.#prepare(repositories, lease);
      });
      if (next === null) return;
      try {
        const { providerId } = await gateway.send({
          chatId: next.chatId,
          content: next.content,
          idempotencyKey: next.message.id,
        });
        metrics.count('lea_sends_total', { outcome: 'sent' });
        outcome = {
          message: next.message,
          status: 'sent',
          providerId,
          content: plainText(next.content),
        };
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        log.warn('send_failed', {
          messageId: next.message.id,
          kind: error.kind,
          provider: error.provider,
        });
        metrics.count('lea_sends_total', { outcome: error.kind });
        if (error.retryable) {
          await uow.run(SERVICE, ({ messages }) => messages.setStatus(next.message.id, 'queued'));
          throw error;
        }
        outcome = { message: next.message, status: 'failed' };
      }
    }
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

  async #prepare(repositories: Repositories, lease: Lease): Promise<Prepared | null> {
    const conversation = await repositories.conversations.lockHeld(lease);
    if (conversation === null) return null;
    const queued = await repositories.messages.outbox(conversation.id);
    if (queued.length === 0) return null;
    const customer =
      conversation.userId === null ? null : await repositories.customers.get(conversation.userId);
    for (const message of queued) {
      const mine = message.sender === 'assistant' && message.part?.always !== true;
      const content =
        mine && conversation.mode !== 'assistant'
          ? null
          : await this.#render(repositories, message, customer);
      if (content === null) {
        await repositories.messages.setStatus(message.id, 'dropped');
        continue;
      }
      await repositories.messages.setStatus(message.id, 'sending');
      return { message, chatId: conversation.chatId, content };
    }
    return null;
  }

  async #render(
    repositories: Repositories,
    message: Message,
    customer: Customer | null,
  ): Promise<OutboundContent | null> {
    if (message.part === null) return { kind: 'text', text: message.content };
    const { settings, clock, publicUrl } = this.#means;
    const ids = productsIn(message.part);
    const products = ids.length === 0 ? [] : await repositories.products.getMany(ids);
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
