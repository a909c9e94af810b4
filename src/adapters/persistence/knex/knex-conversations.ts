import type { Knex } from 'knex';
import {
  newerConversation,
  type Conversation,
  type ConversationId,
} from '../../../domain/conversation/conversation.ts';
import { NEW_DIALOGUE, type DialogueState } from '../../../domain/conversation/dialogue-state.ts';
import { ending, type Ownership } from '../../../domain/conversation/ownership.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Lease } from '../../../ports/conversation-queue.ts';
import type { Conversations } from '../../../ports/repositories/conversations.ts';
import { toJsonb } from './json-text.ts';

interface Row {
  readonly id: ConversationId;
  readonly user_id: UserId | null;
  readonly status: 'open' | 'closed';
  readonly mode: Conversation['mode'];
  readonly assigned_to: UserId | null;
  readonly chat_id: string | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly last_inbound_at: Date | null;
  readonly human_since: Date | null;
  readonly summary: string | null;
  readonly dialogue: Partial<DialogueState>;
}

type OpenRow = Pick<Row, 'id' | 'user_id' | 'chat_id'> & { readonly last_message_at: Date };

/** Wakes the workers when the transaction commits; the payload is the delay in milliseconds. */
export const WORK_CHANNEL = 'lea_work';

export class KnexConversations implements Conversations {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async ensureOpen(
    openings: Parameters<Conversations['ensureOpen']>[0],
    now: Date,
    staleBefore: Date,
  ): ReturnType<Conversations['ensureOpen']> {
    const known = await this.#openAsAsked(openings, staleBefore);
    if (known !== null) return known;
    const input = JSON.stringify(
      openings.map(({ userId, newId, chatId, rebuilt }) => ({
        user_id: userId,
        new_id: newId,
        chat_id: chatId,
        rebuilt: rebuilt === true,
      })),
    );
    await this.#trx('conversations')
      .whereIn(
        'user_id',
        openings.map(({ userId }) => userId),
      )
      .where('status', 'open')
      .where('last_message_at', '<', staleBefore)
      .update(columns(ending(now)));
    // The update on conflict makes a second transaction wait and then see the row of the first.
    const { rows } = await this.#trx.raw<{ rows: { id: ConversationId; user_id: UserId }[] }>(
      `with asked as (
         select * from rows from (jsonb_to_recordset(?::jsonb) as (user_id uuid, new_id uuid, chat_id text, rebuilt boolean))
           with ordinality as o (user_id, new_id, chat_id, rebuilt, n))
       insert into conversations (id, user_id, chat_id, status, started_at, last_message_at)
         select distinct on (user_id) new_id, user_id, chat_id, 'open', ?::timestamptz, ?::timestamptz
         from asked order by user_id, n
       on conflict (user_id) where status = 'open' do update
         set chat_id = coalesce(
           (select chat_id from asked where user_id = excluded.user_id and not rebuilt order by n desc limit 1), conversations.chat_id)
       returning id, user_id`,
      [input, now, now],
    );
    const byUser = new Map(rows.map((row) => [row.user_id, row.id]));
    return openings.map(({ userId, newId }) => ({
      id: byUser.get(userId)!,
      created: byUser.get(userId) === newId,
    }));
  }

  /** The usual case, without a write: everybody has one open that is neither quiet nor elsewhere; locked. */
  async #openAsAsked(
    openings: Parameters<Conversations['ensureOpen']>[0],
    staleBefore: Date,
  ): Promise<Awaited<ReturnType<Conversations['ensureOpen']>> | null> {
    const { rows } = await this.#trx.raw<{ rows: OpenRow[] }>(
      `select id, user_id, chat_id, last_message_at from conversations
       where user_id = any(?::uuid[]) and status = 'open' order by user_id for no key update`,
      [openings.map(({ userId }) => userId)],
    );
    const byUser = new Map(rows.map((row) => [row.user_id, row]));
    const found = openings.map(({ userId, chatId, rebuilt }) => {
      const row = byUser.get(userId);
      const fits = row !== undefined && row.last_message_at >= staleBefore;
      return fits && (rebuilt === true || row.chat_id === chatId) ? row.id : null;
    });
    return found.every((id) => id !== null) ? found.map((id) => ({ id, created: false })) : null;
  }

  async get(id: ConversationId): Promise<Conversation | null> {
    return one(await this.#trx('conversations').where('id', id).first<Row | undefined>('*'));
  }

  async lock(id: ConversationId): Promise<Conversation | null> {
    return one(
      await this.#trx('conversations').where('id', id).forUpdate().first<Row | undefined>('*'),
    );
  }

  async lockHeld(lease: Lease): Promise<Conversation | null> {
    return one(
      await this.#trx('conversations')
        .where({ id: lease.conversationId, fence: lease.fence, lease_owner: lease.owner })
        .forUpdate()
        .first<Row | undefined>('*'),
    );
  }

  async save(conversation: Conversation): Promise<void> {
    await this.#trx('conversations')
      .where('id', conversation.id)
      .update({
        ...columns(conversation),
        summary: conversation.summary,
        dialogue: toJsonb(conversation.dialogue),
      })
      .catch((error: unknown) => {
        const { constraint } = error as { readonly constraint?: unknown };
        throw constraint === 'conversations_one_open' ? newerConversation() : error;
      });
  }

  async schedule(entries: Parameters<Conversations['schedule']>[0], maxMs: number): Promise<void> {
    if (entries.length === 0) return;
    const input = JSON.stringify(
      entries.map(({ id, quietMs, inbound, lastInboundAt }) => ({
        id,
        quiet_ms: quietMs,
        inbound,
        last_inbound_at: lastInboundAt,
      })),
    );
    await this.#trx.raw(
      `with due as (
         update conversations c set
           due_at = case
             when e.quiet_ms = 0 then least(c.due_at, now())
             -- Due and not taken yet: it stays due. Under a lease a new burst begins.
             when c.due_at <= now() and (c.lease_expires_at is null or c.lease_expires_at <= now()) then c.due_at
             else least(now() + make_interval(secs => e.quiet_ms / 1000.0), coalesce(c.burst_started_at, now()) + make_interval(secs => ?::float / 1000)) end,
           burst_started_at = coalesce(c.burst_started_at, now()),
           unread_count = c.unread_count + e.inbound,
           last_inbound_at = greatest(c.last_inbound_at, e.last_inbound_at),
           last_message_at = greatest(c.last_message_at, e.last_inbound_at),
           attempts = case when c.dead_at is null then c.attempts else 0 end,
           dead_at = null
         from jsonb_to_recordset(?::jsonb) as e (id uuid, quiet_ms integer, inbound integer, last_inbound_at timestamptz)
         -- The second says the same, and keeps the planner from reading every conversation.
         where c.id = e.id and c.id = any(?::uuid[])
         returning greatest(0, ceil(extract(epoch from c.due_at - now()) * 1000))::int as delay)
       select pg_notify('${WORK_CHANNEL}', delay::text) from (select distinct delay from due) as delays`,
      [maxMs, input, entries.map(({ id }) => id)],
    );
  }

  async silentHumans(before: Date, limit: number): Promise<readonly ConversationId[]> {
    return this.#trx('conversations')
      .where('status', 'open')
      .whereIn('mode', ['waiting', 'human'])
      .where('human_since', '<', before)
      .orderBy('human_since')
      .limit(limit)
      .pluck<ConversationId[]>('id');
  }

  async closeQuiet(before: Date, now: Date, limit: number): Promise<number> {
    const quiet = this.#trx('conversations')
      .select('id')
      .where('status', 'open')
      .where('last_message_at', '<', before)
      .orderBy('last_message_at')
      .limit(limit)
      .forUpdate()
      .skipLocked();
    return this.#trx('conversations')
      .whereIn('id', quiet)
      .update(columns(ending(now)));
  }
}

/** Who has a conversation, as it is stored. */
export const columns = ({ status, endedAt, mode, assignedTo, humanSince }: Ownership) => ({
  status,
  ended_at: endedAt,
  mode,
  assigned_to: assignedTo,
  human_since: humanSince,
});

const one = (row: Row | undefined): Conversation | null =>
  row === undefined
    ? null
    : {
        id: row.id,
        userId: row.user_id,
        status: row.status,
        mode: row.mode,
        assignedTo: row.assigned_to,
        chatId: row.chat_id ?? '',
        startedAt: row.started_at,
        endedAt: row.ended_at,
        lastInboundAt: row.last_inbound_at,
        humanSince: row.human_since,
        summary: row.summary,
        dialogue: { ...NEW_DIALOGUE, ...row.dialogue },
      };
