import type { Knex } from 'knex';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { TurnId } from '../../../domain/conversation/turn.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type {
  Attachment,
  DeliveryStatus,
  Message,
  MessageId,
  MessageKind,
  Sender,
} from '../../../domain/message/message.ts';
import type { MessageDetails } from '../../../domain/message/message-details.ts';
import type { ReplyPart } from '../../../domain/message/reply-part.ts';
import type { Messages, NewMessage } from '../../../ports/repositories/messages.ts';
import { cleanText, toJsonb } from './json-text.ts';

interface Row {
  readonly id: MessageId;
  readonly conversation_id: ConversationId;
  readonly seq: number;
  readonly sender: Sender;
  readonly author_id: UserId | null;
  readonly kind: MessageKind;
  readonly content: string;
  readonly button_id: string | null;
  readonly attachment: Attachment | null;
  readonly part: ReplyPart | null;
  readonly status: DeliveryStatus;
  readonly provider_id: string | null;
  readonly timestamp: Date;
  readonly quoted_id: string | null;
  readonly details: MessageDetails | null;
}

const COLUMNS = [
  'id',
  'conversation_id',
  'seq',
  'sender',
  'author_id',
  'kind',
  'content',
  'button_id',
  'attachment',
  'part',
  'status',
  'provider_id',
  'timestamp',
  'quoted_id',
  'details',
];
const MOST_UNHANDLED = 50;
const MOST_SWIFT = 50;
/** What the index messages_outbox holds; a status is in no index, as it changes with every step. */
export const NOT_SENT = `provider_id is null and sender <> 'user'`;
/** Delivery moves forward along this (`isForward` in the domain). */
const ORDER = `array['queued', 'sending', 'unknown', 'failed', 'sent', 'delivered', 'read']`;

const INSERT = `insert into messages (id, conversation_id, sender, author_id, kind, content, button_id, attachment, part, status, provider_id, timestamp, turn_id, echo_id, quoted_id, details)
  select id, conversation_id, sender, author_id, kind, content, button_id, nullif(attachment, 'null'), nullif(part, 'null'), status, provider_id, timestamp, turn_id, echo_id, quoted_id, nullif(details, 'null')
  from rows from (jsonb_to_recordset(?::jsonb) as (id uuid, conversation_id uuid, sender text, author_id uuid, kind text, content text, button_id text,
    attachment jsonb, part jsonb, status text, provider_id text, timestamp timestamptz, turn_id uuid, echo_id text, quoted_id text, details jsonb)) with ordinality
    as m (id, conversation_id, sender, author_id, kind, content, button_id, attachment, part, status, provider_id, timestamp, turn_id, echo_id, quoted_id, details, n)
  order by n`;

export class KnexMessages implements Messages {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async appendInbound(messages: readonly NewMessage[]): Promise<readonly MessageId[]> {
    if (messages.length === 0) return [];
    const { rows } = await this.#trx.raw<{ rows: { id: MessageId }[] }>(
      `with added as (${INSERT} on conflict (provider_id) do nothing returning id, conversation_id, sender, timestamp),
            -- One write a conversation: a customer's message is noted by \`schedule\`, with the turn that it makes due.
            touched as (update conversations c set last_message_at = greatest(c.last_message_at, a.at)
              from (select conversation_id, max(timestamp) as at from added where sender <> 'user' group by 1) as a where c.id = a.conversation_id)
       select id from added`,
      [toRows(messages)],
    );
    return rows.map((row) => row.id);
  }

  async appendOutbound(messages: readonly NewMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await this.#trx.raw(
      `with added as (${INSERT} returning conversation_id, timestamp)
       update conversations c set last_message_at = greatest(c.last_message_at, a.at)
         from (select conversation_id, max(timestamp) as at from added group by 1) as a where c.id = a.conversation_id`,
      [toRows(messages)],
    );
  }

  async get(id: MessageId): Promise<Message | null> {
    return (await this.getMany([id]))[0] ?? null;
  }

  async getMany(ids: readonly MessageId[]): Promise<readonly Message[]> {
    if (ids.length === 0) return [];
    const rows = await this.#trx('messages').whereIn('id', ids).select<Row[]>(COLUMNS);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []).map(fromRow);
  }

  async knownProviderIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    return new Set(
      await this.#trx('messages').whereIn('provider_id', ids).pluck<string[]>('provider_id'),
    );
  }

  async unhandled(conversationId: ConversationId): Promise<readonly Message[]> {
    const rows = await this.#trx('messages')
      .where({ conversation_id: conversationId, sender: 'user' })
      .whereNull('handled_at')
      .whereNull('deleted_at')
      .orderBy([{ column: 'timestamp' }, { column: 'seq' }])
      .limit(MOST_UNHANDLED)
      .select<Row[]>(COLUMNS);
    return rows.map(fromRow);
  }

  async recent(conversationId: ConversationId, limit: number): Promise<readonly Message[]> {
    const rows = await this.#trx('messages')
      .where('conversation_id', conversationId)
      .orderBy([
        { column: 'timestamp', order: 'desc' },
        { column: 'seq', order: 'desc' },
      ])
      .limit(limit)
      .select<Row[]>(COLUMNS);
    return rows.reverse().map(fromRow);
  }

  async lastHumanAt(conversationId: ConversationId, since: Date): Promise<Date | null> {
    const row = await this.#trx('messages')
      .where({ conversation_id: conversationId, sender: 'human' })
      .where('timestamp', '>=', since)
      .orderBy('timestamp', 'desc')
      .first<{ timestamp: Date } | undefined>('timestamp');
    return row?.timestamp ?? null;
  }

  async markHandled(ids: readonly MessageId[], turnId: TurnId | null, now: Date): Promise<void> {
    if (ids.length > 0)
      await this.#trx('messages').whereIn('id', ids).update({ handled_at: now, turn_id: turnId });
  }

  async leaveToHuman(ids: readonly MessageId[], now: Date): Promise<void> {
    if (ids.length > 0)
      await this.#trx('messages')
        .whereIn('id', ids)
        .update({
          handled_at: this.#trx.raw('coalesce(handled_at, ?)', [now]),
          left_to_human: true,
        });
  }

  async unanswered(conversationId: ConversationId): Promise<readonly Message[]> {
    const { rows } = await this.#trx.raw<{ rows: Row[] }>(
      `select ${COLUMNS.join(', ')} from messages m
       where conversation_id = :id and sender = 'user' and handled_at is not null and deleted_at is null
         and seq > coalesce((select max(seq) from messages where conversation_id = :id and sender = 'human' and status not in ('dropped', 'failed')), 0)
         and (left_to_human or coalesce((select bool_and(status = 'dropped') from messages reply
               where reply.conversation_id = :id and reply.turn_id = m.turn_id and reply.sender = 'assistant'), false))
       order by timestamp desc, seq desc limit ${MOST_UNHANDLED}`,
      { id: conversationId },
    );
    return rows.reverse().map(fromRow);
  }

  async reopen(ids: readonly MessageId[]): Promise<void> {
    if (ids.length > 0)
      await this.#trx('messages')
        .whereIn('id', ids)
        .update({ handled_at: null, turn_id: null, left_to_human: false });
  }

  async noteSwift(id: MessageId, hash: string): Promise<void> {
    await this.#trx('messages').where('id', id).update({ swift_hash: hash });
  }

  async swift(hash: string, except: ConversationId): Promise<readonly Message[]> {
    const rows = await this.#trx('messages')
      .where('swift_hash', hash)
      .whereNot('conversation_id', except)
      .orderBy('timestamp', 'desc')
      .limit(MOST_SWIFT)
      .select<Row[]>(COLUMNS);
    return rows.map(fromRow);
  }

  async unsureAnswers(before: Date, limit: number): Promise<readonly Message[]> {
    const { rows } = await this.#trx.raw<{ rows: Row[] }>(
      `select ${COLUMNS.map((column) => `m.${column}`).join(', ')} from messages m join conversations c on c.id = m.conversation_id
       where m.swift_hash is not null and m.sender = 'human' and m.timestamp < :before and m.timestamp > :before::timestamptz - interval '1 day'
         and c.status = 'open' and c.mode = 'human' and c.assigned_to is null
         and not exists (select from messages other where other.conversation_id = c.id and other.sender = 'human' and other.swift_hash is null and other.timestamp >= m.timestamp)
       order by m.timestamp limit :limit`,
      { before, limit },
    );
    return rows.map(fromRow);
  }

  async markAutomatic(ids: readonly MessageId[]): Promise<void> {
    if (ids.length > 0)
      await this.#trx('messages').whereIn('id', ids).update({ sender: 'assistant' });
  }

  async outbox(conversationId: ConversationId): Promise<readonly Message[]> {
    const rows = await this.#trx('messages')
      .where('conversation_id', conversationId)
      .whereRaw(NOT_SENT)
      .whereIn('status', ['queued', 'sending'])
      .orderBy('seq')
      .select<Row[]>(COLUMNS);
    return rows.map(fromRow);
  }

  async beginSending(id: MessageId, content: string): Promise<boolean> {
    const marked = await this.#trx('messages')
      .where('id', id)
      .whereIn('status', ['queued', 'sending'])
      .update({ status: 'sending', content: cleanText(content) });
    return marked > 0;
  }

  async setStatus(
    id: MessageId,
    status: DeliveryStatus,
    fields: Parameters<Messages['setStatus']>[2] = {},
  ): Promise<void> {
    const { providerId, said } = fields;
    await this.#trx('messages')
      .where('id', id)
      .update({
        status,
        ...(providerId === undefined ? {} : { provider_id: providerId }),
        ...(said === undefined
          ? {}
          : { content: cleanText(said.content), part: toJsonb(said.part) }),
      });
  }

  async dropPending(conversationId: ConversationId): Promise<number> {
    return this.#trx('messages')
      .where({ conversation_id: conversationId, sender: 'assistant' })
      .whereRaw(NOT_SENT)
      .whereIn('status', ['queued', 'suggested'])
      .whereRaw(`coalesce((part ->> 'always')::boolean, false) = false`)
      .update({ status: 'dropped' });
  }

  async releaseSuggested(id: MessageId, content: string | null): Promise<number> {
    if (content !== null)
      await this.#trx('messages')
        .where({ id, status: 'suggested' })
        .update({ content: cleanText(content), part: toJsonb({ kind: 'text', text: content }) });
    const { rowCount } = await this.#trx.raw<{ rowCount: number }>(
      `update messages m set status = 'queued', part = m.part || '{"always": true}' from messages chosen
       where chosen.id = ? and chosen.status = 'suggested' and m.status = 'suggested' and m.conversation_id = chosen.conversation_id
         and (m.id = chosen.id or m.turn_id = chosen.turn_id)`,
      [id],
    );
    return rowCount;
  }

  async advanceStatus(
    updates: readonly { readonly providerId: string; readonly status: DeliveryStatus }[],
  ): Promise<void> {
    if (updates.length === 0) return;
    await this.#trx.raw(
      `update messages m set status = furthest.status
       from (select provider_id, (array_agg(status order by array_position(${ORDER}, status) desc))[1] as status
             from jsonb_to_recordset(?::jsonb) as u (provider_id text, status text) group by provider_id order by provider_id) as furthest
       where m.provider_id = furthest.provider_id and m.sender <> 'user'
         and array_position(${ORDER}, m.status) < array_position(${ORDER}, furthest.status)`,
      [
        JSON.stringify(
          updates.map(({ providerId, status }) => ({ provider_id: providerId, status })),
        ),
      ],
    );
  }

  async edit(providerId: string, content: string, now: Date): ReturnType<Messages['edit']> {
    const words = cleanText(content);
    const row = await this.#trx('messages')
      .where('provider_id', providerId)
      .whereNull('deleted_at')
      .whereNot('content', words)
      .forUpdate()
      .first<(Row & { readonly handled_at: Date | null }) | undefined>([...COLUMNS, 'handled_at']);
    if (row === undefined) return null;
    await this.#trx('messages').where('id', row.id).update({ content: words, edited_at: now });
    const message = fromRow({ ...row, content: words });
    return { message, before: row.content, handled: row.handled_at !== null };
  }

  async markDeleted(providerId: string, now: Date): Promise<void> {
    await this.#trx('messages')
      .where('provider_id', providerId)
      .update({ content: '', attachment: null, details: null, deleted_at: now });
  }

  async setAttachment(id: MessageId, attachment: Attachment, content: string): Promise<void> {
    await this.#trx('messages')
      .where('id', id)
      .update({ attachment: toJsonb(attachment), content: cleanText(content) });
  }

  async dropContents(ids: readonly MessageId[]): Promise<void> {
    if (ids.length > 0)
      await this.#trx('messages')
        .whereIn('id', ids)
        .update({ content: '', attachment: null, details: null });
  }

  async forgetSaid(userId: UserId, since: Date | null): Promise<void> {
    await this.#trx.raw(
      `update messages m set content = '', attachment = null, details = null from conversations c
       where c.id = m.conversation_id and c.user_id = ? and m.sender = 'user' and m.timestamp >= coalesce(?::timestamptz, '-infinity')
         and not exists (select from turns t where t.id = m.turn_id and t.triage is not null)`,
      [userId, since],
    );
  }
}

const toRows = (messages: readonly NewMessage[]): string =>
  toJsonb(
    messages.map((message) => ({
      id: message.id,
      conversation_id: message.conversationId,
      sender: message.sender,
      author_id: message.authorId,
      kind: message.kind,
      content: message.content,
      button_id: message.buttonId,
      attachment: message.attachment,
      part: message.part,
      status: message.status,
      provider_id: message.providerId,
      timestamp: message.timestamp,
      turn_id: message.turnId,
      echo_id: message.echoId,
      quoted_id: message.quotedId ?? null,
      details: message.details ?? null,
    })),
  );

const fromRow = (row: Row): Message => ({
  id: row.id,
  conversationId: row.conversation_id,
  seq: row.seq,
  sender: row.sender,
  authorId: row.author_id,
  kind: row.kind,
  content: row.content,
  buttonId: row.button_id,
  attachment: row.attachment,
  part: row.part,
  status: row.status,
  providerId: row.provider_id,
  timestamp: row.timestamp,
  quotedId: row.quoted_id,
  details: row.details,
});
