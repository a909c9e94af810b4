import type {
  Audience,
  Campaign,
  CampaignId,
  CampaignMessage,
  CampaignMessageId,
} from '../../../domain/campaign/campaign.ts';
import type { SendHistory } from '../../../domain/campaign/send-governor.ts';
import { isSellable, type ProductId } from '../../../domain/catalogue/product.ts';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { CouponId } from '../../../domain/loyalty/coupon.ts';
import type { OrderId } from '../../../domain/order/order.ts';
import type {
  CampaignCounts,
  Campaigns,
  Reachable,
  SurveyAnswer,
} from '../../../ports/repositories/campaigns.ts';
import type { MemoryStore } from './memory-store.ts';

const DAY_MS = 86_400_000;
const IN_FLIGHT_MS = 120_000;

export class MemoryCampaigns implements Campaigns {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async insert(campaign: Campaign): Promise<void> {
    if (this.#store.campaigns.get(campaign.id) !== undefined) return;
    this.#store.campaigns.insert(campaign);
  }

  async get(id: CampaignId): Promise<Campaign | null> {
    return this.#store.campaigns.get(id) ?? null;
  }

  async lock(id: CampaignId): Promise<Campaign | null> {
    return this.#store.campaigns.get(id) ?? null;
  }

  async save({ id, state, startedAt, finishedAt }: Campaign): Promise<void> {
    this.#store.campaigns.update(id, { state, startedAt, finishedAt });
  }

  async list(
    limit: number,
  ): Promise<readonly { readonly campaign: Campaign; readonly counts: CampaignCounts }[]> {
    return this.#store.campaigns
      .all()
      .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
      .slice(0, limit)
      .map((campaign) => ({ campaign, counts: this.#counts(campaign.id) }));
  }

  #counts(id: CampaignId): CampaignCounts {
    const messages = this.#store.campaignMessages.by('campaignId', id);
    const count = (status: CampaignMessage['status']): number =>
      messages.filter((message) => message.status === status).length;
    return {
      pending: count('pending'),
      sent: count('sent'),
      failed: count('failed'),
      replied: messages.filter(({ repliedAt }) => repliedAt !== null).length,
      orders: this.#store.orders
        .all()
        .filter(({ campaignId, status }) => campaignId === id && status === 'completed').length,
    };
  }

  async pauseAll(): Promise<number> {
    const running = this.#store.campaigns.all().filter(({ state }) => state === 'running');
    for (const { id } of running) this.#store.campaigns.update(id, { state: 'paused' });
    return running.length;
  }

  async finishDrained(now: Date): Promise<void> {
    for (const { id, state, type } of this.#store.campaigns.all()) {
      if (state !== 'running' || type !== 'reactivation') continue;
      const waits = this.#store.campaignMessages
        .by('campaignId', id)
        .some(({ status }) => status === 'pending');
      if (!waits) this.#store.campaigns.update(id, { state: 'done', finishedAt: now });
    }
  }

  async reachable(audience: Audience, now: Date, cappedSince: Date): Promise<Reachable> {
    const silentSince = now.getTime() - audience.silentDays * DAY_MS;
    const silent = this.#store.customers.all().filter(({ id }) => {
      const chats = this.#store.conversations.by('userId', id);
      const orders = this.#store.orders
        .by('userId', id)
        .filter(({ status }) => status === 'completed');
      return (
        chats.some(({ chatId }) => chatId !== '') &&
        chats.every(
          ({ lastInboundAt, startedAt }) => (lastInboundAt ?? startedAt).getTime() <= silentSince,
        ) &&
        orders.length >= audience.minOrders
      );
    });
    const consenting = silent.filter(
      ({ serviceConsent, marketingConsent }) =>
        serviceConsent === true && marketingConsent === true,
    );
    const eligible = consenting.filter(
      ({ id }) =>
        !this.#messagesOf(id).some(({ sentAt }) => sentAt !== null && sentAt >= cappedSince),
    );
    return {
      eligible: eligible.map(({ id }) => id).toSorted(),
      noConsent: silent.length - consenting.length,
      capped: consenting.length - eligible.length,
    };
  }

  async addMessages(messages: readonly CampaignMessage[]): Promise<number> {
    let added = 0;
    for (const message of messages) {
      this.#store.customers.mustHave(message.userId);
      this.#store.campaigns.mustHave(message.campaignId);
      this.#store.orders.mustHave(message.orderId);
      this.#store.products.mustHave(message.productId);
      const known = this.#messagesOf(message.userId).find(
        ({ type, cause }) => type === message.type && cause === message.cause,
      );
      if (known === undefined) {
        this.#store.campaignMessages.insert(message);
        added += 1;
      } else if (known.status === 'pending') {
        this.#store.campaignMessages.update(known.id, { dueAt: message.dueAt });
      }
    }
    return added;
  }

  async dropPendingOf(orderId: OrderId): Promise<void> {
    for (const { id, orderId: of, status } of this.#store.campaignMessages.all())
      if (of === orderId && status === 'pending')
        this.#store.campaignMessages.update(id, { status: 'failed', failure: 'order_cancelled' });
  }

  async getMessage(id: CampaignMessageId): Promise<CampaignMessage | null> {
    return this.#store.campaignMessages.get(id) ?? null;
  }

  async saveMessage(message: CampaignMessage): Promise<void> {
    const { status, dueAt, couponId, messageId, sentAt, failure } = message;
    if (this.#store.campaignMessages.get(message.id) === undefined) return;
    this.#store.coupons.mustHave(couponId);
    this.#store.messages.mustHave(messageId);
    this.#store.campaignMessages.update(message.id, {
      status,
      dueAt,
      couponId,
      messageId,
      sentAt,
      failure,
    });
  }

  /** Transactions run one after another here. */
  async lockSending(): Promise<boolean> {
    return true;
  }

  async noteReplies(since: Date): Promise<void> {
    for (const { id, userId, sentAt, repliedAt } of this.#store.campaignMessages.all()) {
      if (sentAt === null || sentAt < since || repliedAt !== null) continue;
      const last = this.#lastInbound(userId);
      if (last !== null && last > sentAt)
        this.#store.campaignMessages.update(id, { repliedAt: last });
    }
  }

  async history(now: Date, since: Date, atLeast: number): Promise<SendHistory> {
    const sends = this.#store.campaignMessages
      .all()
      .flatMap((message) => (message.sentAt === null ? [] : { ...message, sentAt: message.sentAt }))
      .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
    return {
      sends: sends
        .filter(({ sentAt }, index) => sentAt >= since || index >= sends.length - atLeast)
        .map(({ sentAt, status, failure, repliedAt }) => ({
          at: sentAt,
          failed:
            status === 'failed' &&
            (failure !== 'unknown' || now.getTime() - sentAt.getTime() > IN_FLIGHT_MS),
          replied: repliedAt !== null,
        })),
    };
  }

  async claimDue(now: Date): Promise<CampaignMessage | null> {
    const late = (message: CampaignMessage): number => (message.type === 'reactivation' ? 1 : 0);
    return (
      this.#store.campaignMessages
        .all()
        .filter(
          ({ status, dueAt, campaignId }) =>
            status === 'pending' &&
            dueAt <= now &&
            (campaignId === null || this.#store.campaigns.get(campaignId)?.state === 'running'),
        )
        .toSorted((a, b) => late(a) - late(b) || a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null
    );
  }

  async lastChat(userId: UserId): Promise<{
    readonly conversationId: ConversationId;
    readonly lastInboundAt: Date | null;
  } | null> {
    const [newest] = this.#store.conversations
      .by('userId', userId)
      .filter(({ chatId }) => chatId !== '')
      .toSorted(
        (a, b) =>
          Number(b.status === 'open') - Number(a.status === 'open') ||
          b.lastMessageAt.getTime() - a.lastMessageAt.getTime(),
      );
    return newest === undefined
      ? null
      : { conversationId: newest.id, lastInboundAt: this.#lastInbound(userId) };
  }

  async lastSentTo(userId: UserId, exceptOrder: OrderId | null): Promise<Date | null> {
    const times = this.#messagesOf(userId)
      .filter(({ orderId }) => exceptOrder === null || orderId !== exceptOrder)
      .flatMap(({ sentAt }) => sentAt ?? []);
    return newestOf(times);
  }

  async answeredOffer(
    userId: UserId,
    since: Date,
  ): Promise<{ readonly campaignId: CampaignId | null; readonly sentAt: Date } | null> {
    const heard = this.#store.conversations
      .by('userId', userId)
      .map(({ lastInboundAt }) => lastInboundAt?.getTime() ?? 0);
    const offers = this.#messagesOf(userId).flatMap(({ type, campaignId, sentAt }) =>
      (type === 'reactivation' || type === 'restock') &&
      sentAt !== null &&
      sentAt >= since &&
      sentAt.getTime() < Math.max(...heard, 0)
        ? [{ campaignId, sentAt }]
        : [],
    );
    return offers.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime())[0] ?? null;
  }

  async campaignOfCoupon(couponId: CouponId): Promise<CampaignId | null> {
    const [message] = this.#store.campaignMessages
      .all()
      .filter((candidate) => candidate.couponId === couponId);
    return message?.campaignId ?? null;
  }

  async openSurvey(userId: UserId, since: Date): Promise<CampaignMessage | null> {
    const answered = new Set(
      this.#store.surveyAnswers
        .by('userId', userId)
        .map(({ campaignMessageId }) => campaignMessageId),
    );
    return (
      this.#messagesOf(userId)
        .filter(
          ({ id, type, sentAt }) =>
            type === 'survey' && sentAt !== null && sentAt >= since && !answered.has(id),
        )
        .toSorted((a, b) => b.sentAt!.getTime() - a.sentAt!.getTime())[0] ?? null
    );
  }

  async putAnswer(answer: SurveyAnswer): Promise<void> {
    this.#store.campaignMessages.mustHave(answer.campaignMessageId);
    this.#store.conversations.mustHave(answer.conversationId);
    this.#store.orders.mustHave(answer.orderId);
    this.#store.customers.mustHave(answer.userId);
    const known = this.#store.surveyAnswers
      .by('userId', answer.userId)
      .find(({ campaignMessageId }) => campaignMessageId === answer.campaignMessageId);
    if (known === undefined) this.#store.surveyAnswers.insert(answer);
    else
      this.#store.surveyAnswers.update(known.id, {
        score: answer.score,
        comment: answer.comment ?? known.comment,
      });
  }

  async lastAnswer(userId: UserId, since: Date): Promise<SurveyAnswer | null> {
    return (
      this.#store.surveyAnswers
        .by('userId', userId)
        .filter(({ answeredAt }) => answeredAt >= since)
        .toSorted((a, b) => b.answeredAt.getTime() - a.answeredAt.getTime())[0] ?? null
    );
  }

  async requestRestock(userId: UserId, productId: ProductId, now: Date): Promise<void> {
    this.#store.customers.mustHave(userId);
    this.#store.products.mustHave(productId);
    const known = this.#store.restockRequests.get(`${userId}:${productId}`);
    if (known === undefined || known.notifiedAt !== null)
      this.#store.restockRequests.upsert({
        userId,
        productId,
        requestedAt: now,
        notifiedAt: null,
      });
  }

  async takeRestocked(
    today: string,
    now: Date,
    limit: number,
  ): Promise<
    readonly {
      readonly userId: UserId;
      readonly productId: ProductId;
      readonly requestedAt: Date;
    }[]
  > {
    const back = this.#store.restockRequests
      .all()
      .filter(({ productId, notifiedAt }) => {
        const product = this.#store.products.get(productId);
        return notifiedAt === null && product !== undefined && isSellable(product, today);
      })
      .toSorted((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime())
      .slice(0, limit);
    for (const { userId, productId } of back)
      this.#store.restockRequests.update(`${userId}:${productId}`, { notifiedAt: now });
    return back.map(({ userId, productId, requestedAt }) => ({ userId, productId, requestedAt }));
  }

  #messagesOf(userId: UserId): readonly CampaignMessage[] {
    return this.#store.campaignMessages.by('userId', userId);
  }

  #lastInbound(userId: UserId): Date | null {
    return newestOf(
      this.#store.conversations.by('userId', userId).flatMap((row) => row.lastInboundAt ?? []),
    );
  }
}

const newestOf = (times: readonly Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())));
