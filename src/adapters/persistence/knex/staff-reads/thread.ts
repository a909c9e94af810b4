import type { Knex } from 'knex';
import type { MessageDetails } from '../../../../domain/message/message-details.ts';
import type {
  Colleague,
  MessageStatus,
  Mode,
  Severity,
  ThreadConversation,
  ThreadMessage,
  ThreadNote,
} from '../../../../ports/staff-reads.ts';
import { cursorTime, readCursor, SEQ_KEY, writeCursor } from './cursor.ts';
import { UNANSWERED } from './inbox-list.ts';
import { iso, isoOrNull } from './iso.ts';

type Names = (id: string | null) => Colleague | null;

interface ConversationRow {
  readonly id: string;
  readonly user_id: string | null;
  readonly name: string | null;
  readonly phone_number: string | null;
  readonly status: 'open' | 'closed';
  readonly mode: Mode;
  readonly assigned_to: string | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly human_since: Date | null;
  readonly labels: string[];
  readonly snoozed_until: Date | null;
  readonly summary: string | null;
  readonly unanswered_at: Date | null;
  readonly assistant_typing: boolean;
  readonly alerts: {
    id: string;
    category: string;
    severity: Severity;
    reason: string;
    triggered_at: string;
  }[];
}

/** The conversation with its open alerts, the gravest first. */
export async function readConversation(
  trx: Knex.Transaction,
  id: string,
  names: Names,
): Promise<ThreadConversation | null> {
  const { rows } = await trx.raw<{ rows: ConversationRow[] }>(
    `select c.id, c.user_id, u.name, u.phone_number, c.status, c.mode, c.assigned_to, c.started_at, c.ended_at, c.human_since, c.labels,
            c.snoozed_until, c.summary, ${UNANSWERED} as unanswered_at,
            -- A worker has it, or a turn is about to begin.
            c.status = 'open' and c.mode = 'assistant' and coalesce(c.lease_expires_at > now() or c.due_at <= now() + interval '5 seconds', false) as assistant_typing,
            coalesce((
              select jsonb_agg(jsonb_build_object('id', a.id, 'category', a.category, 'severity', a.severity, 'reason', a.reason, 'triggered_at', a.triggered_at)
                               order by array_position(array['emergency', 'urgent', 'handoff'], a.severity), a.triggered_at)
              from advisor_alerts a where a.conversation_id = c.id and a.handled_at is null
            ), '[]') as alerts
     from conversations c left join users u on u.id = c.user_id where c.id = ?`,
    [id],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const alerts = row.alerts.map((alert) => ({
    ...alert,
    triggered_at: new Date(alert.triggered_at).toISOString(),
  }));
  const waiting = row.status === 'open' && row.mode === 'waiting';
  return {
    id: row.id,
    customer: { id: row.user_id, name: row.name, phone: row.phone_number },
    status: row.status,
    mode: row.mode,
    assigned_to: names(row.assigned_to),
    started_at: iso(row.started_at),
    ended_at: isoOrNull(row.ended_at),
    waiting_since: waiting
      ? (alerts.map((alert) => alert.triggered_at).sort()[0] ?? isoOrNull(row.human_since))
      : isoOrNull(row.status === 'open' ? row.unanswered_at : null),
    labels: row.labels,
    snoozed_until: isoOrNull(row.snoozed_until),
    summary: row.summary,
    assistant_typing: row.assistant_typing,
    alerts,
  };
}

interface MessageRow {
  readonly id: string;
  readonly seq: number;
  readonly sender: ThreadMessage['sender'];
  readonly author_id: string | null;
  readonly kind: string;
  readonly content: string;
  readonly status: MessageStatus;
  readonly timestamp: Date;
  readonly cursor_at: string;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly echo_id: string | null;
  readonly turn_id: string | null;
  readonly part: {
    readonly kind: string;
    readonly text?: string;
    readonly intro?: string | null;
    readonly reason?: string;
    readonly productId?: string;
    readonly choices?: { id: string; title: string }[];
  } | null;
  readonly details: MessageDetails | null;
  readonly quoted_id: string | null;
  readonly quoted: ThreadMessage['quoted'];
  readonly attachment: {
    readonly mimeType?: string;
    readonly fileSize?: number | null;
    readonly seconds?: number | null;
    readonly fileName?: string | null;
    readonly transcript?: string | null;
    readonly storageKey?: string | null;
  } | null;
}

/** A message of the same person that the message `m` answers to. An id of anybody else's is as good as unknown. */
const QUOTED = `(select jsonb_build_object('id', q.id, 'here', q.conversation_id = m.conversation_id, 'sender', q.sender, 'kind', q.kind,
    'gone', q.deleted_at is not null or (q.sender = 'user' and q.content = '' and q.attachment is null and q.details is null),
    'text', left(case when q.deleted_at is null then q.content else '' end, 160), 'product_id', q.part ->> 'productId')
  from messages q join conversations theirs on theirs.id = q.conversation_id join conversations own on own.id = m.conversation_id
  where q.provider_id = m.quoted_id and (theirs.id = own.id or theirs.user_id = own.user_id))`;
const UNKNOWN = {
  id: null,
  here: false,
  gone: false,
  sender: null,
  kind: 'text',
  text: '',
  product_id: null,
} as const;

/** The newest messages before a place, oldest first. */
export async function readMessages(
  trx: Knex.Transaction,
  id: string,
  before: string | undefined,
  limit: number,
  names: Names,
): Promise<{
  readonly messages: ThreadMessage[];
  readonly earlier: string | null;
  readonly oldest: string | null;
}> {
  const place = before === undefined ? null : readCursor(before, SEQ_KEY);
  const { rows } = await trx.raw<{ rows: MessageRow[] }>(
    `with page as materialized (
       select * from messages where conversation_id = :id ${place === null ? '' : 'and (timestamp, seq) < (:at::timestamptz, :seq::bigint)'}
       order by timestamp desc, seq desc limit :limit)
     select m.id, m.seq, m.sender, m.author_id, m.kind, case when m.deleted_at is null then m.content else '' end as content, m.status, m.timestamp,
            ${cursorTime('m.timestamp')} as cursor_at, m.edited_at is not null as edited, m.deleted_at is not null as deleted, m.echo_id, m.turn_id,
            m.part, case when m.deleted_at is null then m.attachment end as attachment, m.details, m.quoted_id, ${QUOTED} as quoted
     from page m order by m.timestamp desc, m.seq desc`,
    { id, limit: limit + 1, ...(place !== null && { at: place[0], seq: place[1] }) },
  );
  const shown = rows.slice(0, limit);
  const oldest = shown.at(-1);
  return {
    messages: shown.reverse().map((row) => message(row, names)),
    earlier:
      rows.length > limit && oldest !== undefined
        ? writeCursor(oldest.cursor_at, String(oldest.seq))
        : null,
    oldest: oldest?.cursor_at ?? null,
  };
}

function message(row: MessageRow, names: Names): ThreadMessage {
  const { part, attachment } = row;
  return {
    id: row.id,
    seq: row.seq,
    sender: row.sender,
    author: names(row.author_id),
    kind: row.kind,
    // What waits to be sent is not rendered yet: its meaning is shown.
    content:
      row.content !== '' || part === null
        ? row.content
        : (part.text ?? [part.intro, part.reason].filter(Boolean).join('\n')),
    choices:
      part?.kind === 'choices'
        ? (part.choices ?? []).map(({ id, title }) => ({ id, title }))
        : null,
    product_id: part?.kind === 'product' ? (part.productId ?? null) : null,
    attachment:
      attachment === null
        ? null
        : {
            mime_type: attachment.mimeType ?? 'application/octet-stream',
            file_size: attachment.fileSize ?? null,
            seconds: attachment.seconds ?? null,
            file_name: attachment.fileName ?? null,
            transcript: attachment.transcript ?? null,
            url: attachment.storageKey ? `/media/${attachment.storageKey}` : null,
          },
    quoted: row.quoted_id === null ? null : (row.quoted ?? UNKNOWN),
    basket: row.details?.basket ?? null,
    advertisement: row.details?.advertisement ?? null,
    status: row.status,
    timestamp: iso(row.timestamp),
    edited: row.edited,
    deleted: row.deleted,
    echo_id: row.echo_id,
    turn_id: row.turn_id,
  };
}

/** Private notes between the oldest message shown and the place before which was read. */
export async function readNotes(
  trx: Knex.Transaction,
  id: string,
  from: string | null,
  before: string | undefined,
  names: Names,
): Promise<ThreadNote[]> {
  const until = before === undefined ? null : readCursor(before, SEQ_KEY)[0];
  const { rows } = await trx.raw<{
    rows: { id: string; author_id: string | null; content: string; created_at: Date }[];
  }>(
    `select id, author_id, content, created_at from conversation_notes
     where conversation_id = :id and created_at >= coalesce(:from::timestamptz, '-infinity') and created_at < coalesce(:until::timestamptz, 'infinity')
     order by created_at desc limit 200`,
    { id, from, until },
  );
  return rows.reverse().map((row) => ({
    id: row.id,
    author: names(row.author_id),
    content: row.content,
    created_at: iso(row.created_at),
  }));
}
