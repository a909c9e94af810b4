import type { Knex } from 'knex';
import type {
  Audience,
  Campaign,
  CampaignId,
  CampaignMessage,
  CampaignMessageId,
} from '../../../domain/campaign/campaign.ts';
import type { SendHistory } from '../../../domain/campaign/send-governor.ts';
import type { ProductId } from '../../../domain/catalogue/product.ts';
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
import {
  answerOf,
  campaignOf,
  campaignRow,
  messageOf,
  messageRow,
  type AnswerRow,
  type CampaignRow,
  type MessageRow,
} from './campaign-rows.ts';

const IN_FLIGHT_MS = 120_000;
const CHUNK = 500;

export class KnexCampaigns implements Campaigns {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async insert(campaign: Campaign): Promise<void> {
    await this.#trx('campaigns').insert(campaignRow(campaign)).onConflict('id').ignore();
  }

  async get(id: CampaignId): Promise<Campaign | null> {
    const row = await this.#trx('campaigns').where('id', id).first<CampaignRow | undefined>('*');
    return row === undefined ? null : campaignOf(row);
  }

  async lock(id: CampaignId): Promise<Campaign | null> {
    const row = await this.#trx('campaigns')
      .where('id', id)
      .forNoKeyUpdate()
      .first<CampaignRow | undefined>('*');
    return row === undefined ? null : campaignOf(row);
  }

  async save({ id, state, startedAt, finishedAt }: Campaign): Promise<void> {
    await this.#trx('campaigns')
      .where('id', id)
      .update({ state, started_at: startedAt, finished_at: finishedAt });
  }

  async list(
    limit: number,
  ): Promise<readonly { readonly campaign: Campaign; readonly counts: CampaignCounts }[]> {
    const { rows } = await this.#trx.raw<{ rows: (CampaignRow & CampaignCounts)[] }>(
      `with page as (select * from campaigns order by created_at desc, id desc limit ?),
       counted as (
         select campaign_id, count(*) filter (where status = 'pending') as pending, count(*) filter (where status = 'sent') as sent,
                count(*) filter (where status = 'failed') as failed, count(*) filter (where replied_at is not null) as replied
           from campaign_messages where campaign_id in (select id from page) group by 1),
       sold as (
         select campaign_id, count(*) as orders from orders
          where campaign_id in (select id from page) and status = 'completed' group by 1)
       select p.*, coalesce(c.pending, 0) as pending, coalesce(c.sent, 0) as sent, coalesce(c.failed, 0) as failed,
              coalesce(c.replied, 0) as replied, coalesce(s.orders, 0) as orders
         from page p left join counted c on c.campaign_id = p.id left join sold s on s.campaign_id = p.id
        order by p.created_at desc, p.id desc`,
      [limit],
    );
    return rows.map((row) => ({
      campaign: campaignOf(row),
      counts: {
        pending: row.pending,
        sent: row.sent,
        failed: row.failed,
        replied: row.replied,
        orders: row.orders,
      },
    }));
  }

  async pauseAll(): Promise<number> {
    return this.#trx('campaigns').where('state', 'running').update({ state: 'paused' });
  }

  async finishDrained(now: Date): Promise<void> {
    await this.#trx.raw(
      `update campaigns c set state = 'done', finished_at = ? where state = 'running' and type = 'reactivation'
         and not exists (select from campaign_messages m where m.campaign_id = c.id and m.status = 'pending')`,
      [now],
    );
  }

  async reachable(audience: Audience, now: Date, cappedSince: Date): Promise<Reachable> {
    const { rows } = await this.#trx.raw<{
      rows: { eligible: UserId[] | null; no_consent: number; capped: number }[];
    }>(
      `with silent as (
         select u.id, (u.service_consent is true and u.marketing_consent is true) as consents,
                exists (select from campaign_messages m where m.user_id = u.id and m.sent_at >= ?) as capped
           from users u
          where u.role = 'customer'
            and exists (select from conversations c where c.user_id = u.id and c.chat_id <> '')
            and not exists (select from conversations c where c.user_id = u.id
                  and coalesce(c.last_inbound_at, c.started_at) > ?::timestamptz - make_interval(days => ?))
            and (?::int = 0 or (select count(*) from orders o where o.user_id = u.id and o.status = 'completed') >= ?::int))
       select array_agg(id order by id) filter (where consents and not capped) as eligible,
              count(*) filter (where not consents) as no_consent, count(*) filter (where consents and capped) as capped from silent`,
      [cappedSince, now, audience.silentDays, audience.minOrders, audience.minOrders],
    );
    const row = rows[0]!;
    return { eligible: row.eligible ?? [], noConsent: row.no_consent, capped: row.capped };
  }

  async addMessages(messages: readonly CampaignMessage[]): Promise<number> {
    let added = 0;
    for (let start = 0; start < messages.length; start += CHUNK) {
      // xmax is 0 in a row that was inserted, and not in one that was updated.
      const rows = await this.#trx('campaign_messages')
        .insert(messages.slice(start, start + CHUNK).map(messageRow))
        .onConflict(['user_id', 'type', 'cause'])
        .merge(['due_at'])
        .where('campaign_messages.status', 'pending')
        .returning<{ fresh: boolean }[]>(this.#trx.raw('(xmax = 0) as fresh'));
      added += rows.filter(({ fresh }) => fresh).length;
    }
    return added;
  }

  async dropPendingOf(orderId: OrderId): Promise<void> {
    await this.#trx('campaign_messages')
      .where({ order_id: orderId, status: 'pending' })
      .update({ status: 'failed', failure: 'order_cancelled' });
  }

  async getMessage(id: CampaignMessageId): Promise<CampaignMessage | null> {
    const row = await this.#trx('campaign_messages')
      .where('id', id)
      .first<MessageRow | undefined>('*');
    return row === undefined ? null : messageOf(row);
  }

  async saveMessage(message: CampaignMessage): Promise<void> {
    await this.#trx('campaign_messages').where('id', message.id).update({
      status: message.status,
      due_at: message.dueAt,
      coupon_id: message.couponId,
      message_id: message.messageId,
      sent_at: message.sentAt,
      failure: message.failure,
    });
  }

  async lockSending(): Promise<boolean> {
    const { rows } = await this.#trx.raw<{ rows: { got: boolean }[] }>(
      `select pg_try_advisory_xact_lock(hashtextextended('lea.campaign_sender', 0)) as got`,
    );
    return rows[0]!.got;
  }

  async noteReplies(since: Date): Promise<void> {
    await this.#trx.raw(
      `update campaign_messages m
          set replied_at = (select max(c.last_inbound_at) from conversations c where c.user_id = m.user_id)
        where m.sent_at >= ? and m.replied_at is null
          and exists (select from conversations c where c.user_id = m.user_id and c.last_inbound_at > m.sent_at)`,
      [since],
    );
  }

  async history(now: Date, since: Date, atLeast: number): Promise<SendHistory> {
    const rows = await this.#trx('campaign_messages')
      .where('sent_at', '>=', since)
      .orWhereIn(
        'id',
        this.#trx('campaign_messages')
          .whereNotNull('sent_at')
          .orderBy('sent_at', 'desc')
          .limit(atLeast)
          .select('id'),
      )
      .orderBy('sent_at')
      .select<{ sent_at: Date; status: string; failure: string | null; replied_at: Date | null }[]>(
        'sent_at',
        'status',
        'failure',
        'replied_at',
      );
    return {
      sends: rows.map((row) => ({
        at: row.sent_at,
        failed:
          row.status === 'failed' &&
          (row.failure !== 'unknown' || now.getTime() - row.sent_at.getTime() > IN_FLIGHT_MS),
        replied: row.replied_at !== null,
      })),
    };
  }

  async claimDue(now: Date): Promise<CampaignMessage | null> {
    for (const kind of [`m.type <> 'reactivation'`, `m.type = 'reactivation'`]) {
      const { rows } = await this.#trx.raw<{ rows: MessageRow[] }>(
        `select m.* from campaign_messages m
          where m.status = 'pending' and m.due_at <= ? and ${kind}
            and (m.campaign_id is null or exists (select from campaigns c where c.id = m.campaign_id and c.state = 'running'))
          order by m.due_at limit 1 for update of m skip locked`,
        [now],
      );
      if (rows[0] !== undefined) return messageOf(rows[0]);
    }
    return null;
  }

  async lastChat(userId: UserId): Promise<{
    readonly conversationId: ConversationId;
    readonly lastInboundAt: Date | null;
  } | null> {
    const { rows } = await this.#trx.raw<{ rows: { id: ConversationId; last: Date | null }[] }>(
      `select id, (select max(last_inbound_at) from conversations where user_id = ?) as last from conversations
        where user_id = ? and chat_id <> '' order by (status = 'open') desc, last_message_at desc limit 1`,
      [userId, userId],
    );
    return rows[0] === undefined
      ? null
      : { conversationId: rows[0].id, lastInboundAt: rows[0].last };
  }

  async lastSentTo(userId: UserId, exceptOrder: OrderId | null): Promise<Date | null> {
    const { rows } = await this.#trx.raw<{ rows: { last: Date | null }[] }>(
      `select max(sent_at) as last from campaign_messages
        where user_id = ? and (?::uuid is null or order_id is distinct from ?::uuid)`,
      [userId, exceptOrder, exceptOrder],
    );
    return rows[0]?.last ?? null;
  }

  async answeredOffer(
    userId: UserId,
    since: Date,
  ): Promise<{ readonly campaignId: CampaignId | null; readonly sentAt: Date } | null> {
    const { rows } = await this.#trx.raw<{ rows: { campaign_id: CampaignId; sent_at: Date }[] }>(
      `select campaign_id, sent_at from campaign_messages m
        where user_id = ? and type in ('reactivation', 'restock') and sent_at >= ?
          and exists (select from conversations c where c.user_id = m.user_id and c.last_inbound_at > m.sent_at)
        order by sent_at desc limit 1`,
      [userId, since],
    );
    return rows[0] === undefined
      ? null
      : { campaignId: rows[0].campaign_id, sentAt: rows[0].sent_at };
  }

  async campaignOfCoupon(couponId: CouponId): Promise<CampaignId | null> {
    const row = await this.#trx('campaign_messages')
      .where('coupon_id', couponId)
      .first<{ campaign_id: CampaignId | null } | undefined>('campaign_id');
    return row?.campaign_id ?? null;
  }

  async openSurvey(userId: UserId, since: Date): Promise<CampaignMessage | null> {
    const row = await this.#trx('campaign_messages as m')
      .where({ 'm.user_id': userId, 'm.type': 'survey' })
      .where('m.sent_at', '>=', since)
      .whereNotExists(
        this.#trx('survey_answers as a').whereRaw('a.campaign_message_id = m.id').select('a.id'),
      )
      .orderBy('m.sent_at', 'desc')
      .first<MessageRow | undefined>('m.*');
    return row === undefined ? null : messageOf(row);
  }

  async putAnswer(answer: SurveyAnswer): Promise<void> {
    await this.#trx.raw(
      `insert into survey_answers (id, campaign_message_id, conversation_id, order_id, user_id, score, comment, answered_at)
       values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (campaign_message_id) do update set score = excluded.score, comment = coalesce(excluded.comment, survey_answers.comment)`,
      [
        answer.id,
        answer.campaignMessageId,
        answer.conversationId,
        answer.orderId,
        answer.userId,
        answer.score,
        answer.comment,
        answer.answeredAt,
      ],
    );
  }

  async lastAnswer(userId: UserId, since: Date): Promise<SurveyAnswer | null> {
    const row = await this.#trx('survey_answers')
      .where('user_id', userId)
      .where('answered_at', '>=', since)
      .whereNotNull('campaign_message_id')
      .orderBy('answered_at', 'desc')
      .first<AnswerRow | undefined>('*');
    return row === undefined ? null : answerOf(row);
  }

  async requestRestock(userId: UserId, productId: ProductId, now: Date): Promise<void> {
    await this.#trx.raw(
      `insert into restock_requests (user_id, product_id, requested_at) values (?, ?, ?)
       on conflict (user_id, product_id) do update set requested_at = excluded.requested_at, notified_at = null
         where restock_requests.notified_at is not null`,
      [userId, productId, now],
    );
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
    const { rows } = await this.#trx.raw<{
      rows: { user_id: UserId; product_id: ProductId; requested_at: Date }[];
    }>(
      `with back as (
         select r.user_id, r.product_id from restock_requests r join products p on p.id = r.product_id
          where r.notified_at is null and p.active and p.stock_qty > 0 and (p.expiration_date is null or p.expiration_date >= :today::date)
            and p.price_cfa > 0 and (p.promo_price_cfa is null or p.promo_price_cfa > 0 or p.promo_from > :today::date or p.promo_to < :today::date)
          order by r.requested_at limit :limit for update of r skip locked)
       update restock_requests r set notified_at = :now from back b
        where r.user_id = b.user_id and r.product_id = b.product_id returning r.user_id, r.product_id, r.requested_at`,
      { today, limit, now },
    );
    return rows.map((row) => ({
      userId: row.user_id,
      productId: row.product_id,
      requestedAt: row.requested_at,
    }));
  }
}
