import type { Campaign, CampaignFailure, CampaignMessage } from '../../domain/campaign/campaign.ts';
import { maySend, type GovernorDecision } from '../../domain/campaign/send-governor.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Coupon } from '../../domain/loyalty/coupon.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Log } from '../../ports/log.ts';
import type { MessagingGateway, OutboundContent } from '../../ports/messaging-gateway.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { ProviderError } from '../../ports/provider-error.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.ts';
import type { OperatorAlerts } from '../advice/model-health.ts';
import type { IssueCoupon } from '../issue-coupon.ts';
import { previewOf } from '../../domain/message/preview.ts';
import { checkNow, type Verdict } from './check-now.ts';
import { composeMessage } from './compose-message.ts';
import { sendHistory } from './send-history.ts';
import { queueRestocked } from './queue-restocked.ts';

export interface CampaignSendDeps {
  readonly uow: UnitOfWork;
  readonly gateway: MessagingGateway;
  readonly settings: ShopSettingsSource;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly operatorAlerts: OperatorAlerts;
  readonly issueCoupon: IssueCoupon;
}

/** Messages looked at in one round, sent or not: what cannot be sent any more is cleared quickly. */
const MAX_ROUNDS = 200;
const BREAKER = 'campaigns_paused';

interface Prepared {
  readonly message: CampaignMessage;
  readonly messageId: MessageId;
  readonly chatId: string;
  readonly content: OutboundContent;
}

type Step =
  | { readonly kind: 'send'; readonly prepared: Prepared }
  /** This one was put off or given up: there may be another. */
  | { readonly kind: 'next' }
  /** Nothing more for now; `stopped` when a person must look first, or another one is sending. */
  | { readonly kind: 'rest'; readonly stopped: boolean }
  | { readonly kind: 'halted'; readonly key: string; readonly reason: string };

/**
 * Sends what is due, as long as the governor agrees. A message goes out at most once: it is marked before it
 * is handed over, and whatever happens then it is never tried again; a lost campaign message is a lesser harm
 * than a repeated one.
 */
export class SendDueCampaignMessages {
  readonly #deps: CampaignSendDeps;

  constructor(deps: CampaignSendDeps) {
    this.#deps = deps;
  }

  async execute(): Promise<{ readonly sent: number }> {
    const { uow, clock, settings, ids, operatorAlerts } = this.#deps;
    await uow.run(SERVICE, (repositories) =>
      queueRestocked(
        repositories,
        ids,
        localDay(clock.now(), settings.current().timeZone),
        clock.now(),
      ),
    );
    let sent = 0;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const step = await uow.run(SERVICE, (repositories) => this.#step(repositories));
      if (step.kind === 'rest') {
        if (!step.stopped) await operatorAlerts.clear(BREAKER, 'Les campagnes ont repris.');
        break;
      }
      if (step.kind === 'halted') {
        await operatorAlerts.raise(step.key, step.reason);
        break;
      }
      if (step.kind === 'send' && (await this.#send(step.prepared))) sent += 1;
    }
    return { sent };
  }

  /** Decides about one message and marks it, in one transaction that one sender at a time may hold. */
  async #step(repositories: Repositories): Promise<Step> {
    const { clock, settings } = this.#deps;
    const { campaigns } = repositories;
    if (!(await campaigns.lockSending())) return { kind: 'rest', stopped: true };
    const now = clock.now();
    const shop = settings.current();
    const decision = maySend(await sendHistory(campaigns, now), now, shop.timeZone);
    if (!decision.allowed) return this.#refused(repositories, decision);
    const message = await campaigns.claimDue(now);
    if (message === null) {
      await campaigns.finishDrained(now);
      return { kind: 'rest', stopped: false };
    }
    const verdict = await checkNow(repositories, message, shop.campaignRules, now);
    if (verdict.kind !== 'send') return this.#setAside(repositories, message, verdict);
    return this.#prepare(repositories, message, verdict, now);
  }

  async #refused(
    { campaigns }: Repositories,
    decision: Exclude<GovernorDecision, { allowed: true }>,
  ): Promise<Step> {
    if (decision.until !== null) return { kind: 'rest', stopped: false };
    // Paused already: a person has been told.
    if ((await campaigns.pauseAll()) === 0) return { kind: 'rest', stopped: true };
    return {
      kind: 'halted',
      key: BREAKER,
      reason:
        decision.reason === 'breaker_failures'
          ? 'Campagnes suspendues : trop d’envois échouent. Vérifiez la connexion WhatsApp, puis reprenez-les.'
          : 'Campagnes suspendues : personne ne répond. Revoyez le message et l’audience, puis reprenez-les.',
    };
  }

  async #setAside(
    { campaigns }: Repositories,
    message: CampaignMessage,
    verdict: Exclude<Verdict, { kind: 'send' }>,
  ): Promise<Step> {
    await campaigns.saveMessage(
      verdict.kind === 'later'
        ? { ...message, dueAt: verdict.dueAt }
        : { ...message, status: 'failed', failure: verdict.failure },
    );
    return { kind: 'next' };
  }

  async #prepare(
    repositories: Repositories,
    message: CampaignMessage,
    { customer, conversation }: Extract<Verdict, { kind: 'send' }>,
    now: Date,
  ): Promise<Step> {
    const { campaigns } = repositories;
    const { ids, settings } = this.#deps;
    const campaign = message.campaignId === null ? null : await campaigns.lock(message.campaignId);
    // Paused by a click since it was claimed.
    if (campaign !== null && campaign.state !== 'running') return { kind: 'next' };
    const shop = settings.current();
    const today = localDay(now, shop.timeZone);
    const gift = await this.#gift(repositories, message, campaign, customer, now);
    if (gift === 'over_budget') {
      await campaigns.save({ ...campaign!, state: 'paused' });
      return {
        kind: 'halted',
        key: `campaign_budget:${campaign!.id}`,
        reason: 'Une campagne est suspendue : le budget mensuel des coupons est atteint.',
      };
    }
    const part = await composeMessage(repositories, message, {
      campaign,
      customer,
      coupon: gift,
      today,
    });
    if (part === null || part.kind === 'product') {
      const failure: CampaignFailure =
        message.type === 'restock' ? 'out_of_stock' : 'nothing_to_say';
      return this.#setAside(repositories, message, { kind: 'never', failure });
    }
    if (gift !== null) await repositories.coupons.insert(gift);
    const messageId = ids.uuid() as MessageId;
    await repositories.messages.appendOutbound([
      {
        id: messageId,
        conversationId: conversation.id,
        sender: 'assistant',
        authorId: null,
        kind: 'text',
        content: previewOf(part),
        buttonId: null,
        attachment: null,
        part,
        // Not `queued`: the outbox would send it again.
        status: 'unknown',
        providerId: null,
        timestamp: now,
        turnId: null,
        echoId: null,
      },
    ]);
    const marked: CampaignMessage = {
      ...message,
      status: 'failed',
      failure: 'unknown',
      sentAt: now,
      messageId,
      couponId: gift?.id ?? null,
    };
    await campaigns.saveMessage(marked);
    const content: OutboundContent =
      part.kind === 'text'
        ? { kind: 'text', text: part.text }
        : { kind: 'choices', text: part.text, choices: part.choices };
    return {
      kind: 'send',
      prepared: { message: marked, messageId, chatId: conversation.chatId, content },
    };
  }

  async #gift(
    repositories: Repositories,
    message: CampaignMessage,
    campaign: Campaign | null,
    customer: Customer,
    now: Date,
  ): Promise<Coupon | 'over_budget' | null> {
    if (message.type !== 'reactivation' || campaign?.couponPct == null) return null;
    return this.#deps.issueCoupon.forCampaign(
      repositories,
      { customer, discountPct: campaign.couponPct, campaignName: campaign.name },
      now,
    );
  }

  /** True when the channel took it. */
  async #send({ message, messageId, chatId, content }: Prepared): Promise<boolean> {
    const { uow, gateway, metrics, log } = this.#deps;
    try {
      const { providerId } = await gateway.send({ chatId, content, idempotencyKey: messageId });
      metrics.count('lea_sends_total', { outcome: 'sent' });
      await uow.run(SERVICE, async ({ campaigns, messages }) => {
        await campaigns.saveMessage({ ...message, status: 'sent', failure: null });
        await messages.setStatus(messageId, 'sent', { providerId });
      });
      return true;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      metrics.count('lea_sends_total', { outcome: error.kind });
      log.warn('campaign_send_failed', { campaignMessageId: message.id, kind: error.kind });
      const failure = error.mayHaveActed ? 'unknown' : error.kind;
      await uow.run(SERVICE, async ({ campaigns, messages }) => {
        await campaigns.saveMessage({ ...message, failure });
        if (!error.mayHaveActed) await messages.setStatus(messageId, 'failed');
      });
      return false;
    }
  }
}
