import type { Knex } from 'knex';
import type { UserId } from '../../../../domain/customer/customer.ts';
import type {
  Colleague,
  InboxItem,
  InboxPage,
  InboxQuery,
  Mode,
  Severity,
} from '../../../../ports/staff-reads.ts';
import { cursorTime, readCursor, UUID_KEY, writeCursor } from './cursor.ts';
import { iso, isoOrNull } from './iso.ts';
import type { Found } from './search-conversations.ts';

interface Row {
  readonly id: string;
  readonly user_id: string | null;
  readonly customer_name: string | null;
  readonly customer_phone: string | null;
  readonly status: 'open' | 'closed';
  readonly mode: Mode;
  readonly assigned_to: string | null;
  readonly last_message_at: Date;
  readonly cursor_at: string;
  readonly last_inbound_at: Date | null;
  readonly human_since: Date | null;
  readonly unread_count: number;
  readonly labels: string[];
  readonly snoozed_until: Date | null;
  readonly sender: 'user' | 'assistant' | 'human' | null;
  readonly kind: string;
  readonly content: string;
  readonly message_status: string;
  readonly timestamp: Date;
  readonly severity: number | null;
  readonly alert_at: Date | null;
  readonly unanswered_at: Date | null;
}

const PREVIEW = 160;
const SEVERITIES: readonly Severity[] = ['handoff', 'urgent', 'emergency'];
/** Set aside, unless the customer has written since somebody looked. */
const AWAKE = `(c.snoozed_until is null or c.snoozed_until <= now() or c.unread_count > 0)`;
const TABS: Readonly<Record<InboxQuery['tab'], string>> = {
  mine: `c.status = 'open' and c.assigned_to = :me and ${AWAKE}`,
  waiting: `c.status = 'open' and c.mode = 'waiting' and ${AWAKE}`,
  assistant: `c.status = 'open' and c.mode = 'assistant' and ${AWAKE}`,
  all: 'true',
};
/** Since when an advisor who has the conversation `c` owes an answer. */
export const UNANSWERED = `(select min(timestamp) from messages where conversation_id = c.id and c.mode = 'human' and sender = 'user'
  and deleted_at is null and timestamp > c.human_since)`;
const MOST_COUNTED = 1000;

/** One page of conversations, newest first, each with its last message. */
export async function readInbox(
  trx: Knex.Transaction,
  query: InboxQuery,
  me: UserId | null,
  found: Found | null,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }> {
  const conditions = [TABS[query.tab]];
  const bindings: Record<string, Knex.Value> = { me, limit: query.limit + 1, preview: PREVIEW };
  if (query.status !== undefined) {
    conditions.push('c.status = :status');
    bindings['status'] = query.status;
  }
  if (query.label !== undefined) {
    // The first half is what the index is made for.
    conditions.push('cardinality(c.labels) > 0 and c.labels @> array[:label]::text[]');
    bindings['label'] = query.label;
  }
  if (found !== null) {
    conditions.push('(c.id = any(:conversations::uuid[]) or c.user_id = any(:users::uuid[]))');
    bindings['conversations'] = [...found.conversationIds];
    bindings['users'] = [...found.userIds];
  }
  if (query.cursor !== undefined) {
    const [at, id] = readCursor(query.cursor, UUID_KEY);
    conditions.push('(c.last_message_at, c.id) < (:at::timestamptz, :id::uuid)');
    Object.assign(bindings, { at, id });
  }
  const { rows } = await trx.raw<{ rows: Row[] }>(
    `with page as materialized (
       select c.* from conversations c where ${conditions.join(' and ')}
       order by c.last_message_at desc, c.id desc limit :limit
     )
     select c.id, c.user_id, u.name as customer_name, u.phone_number as customer_phone, c.status, c.mode, c.assigned_to, c.last_message_at,
            ${cursorTime('c.last_message_at')} as cursor_at, c.last_inbound_at, c.human_since, c.unread_count, c.labels, c.snoozed_until,
            m.sender, m.kind, left(m.content, :preview) as content, m.status as message_status, m.timestamp, a.severity, a.alert_at, ${UNANSWERED} as unanswered_at
     from page c
     left join users u on u.id = c.user_id
     left join lateral (
       select sender, kind, content, status, timestamp from messages
       where conversation_id = c.id and status not in ('dropped', 'suggested') order by timestamp desc, seq desc limit 1
     ) m on true
     left join lateral (
       select max(array_position(array['handoff', 'urgent', 'emergency'], severity)) as severity, min(triggered_at) as alert_at
       from advisor_alerts where conversation_id = c.id and handled_at is null
     ) a on true
     order by c.last_message_at desc, c.id desc`,
    bindings,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    next:
      rows.length > query.limit && last !== undefined ? writeCursor(last.cursor_at, last.id) : null,
  };
}

/** Open conversations by tab; counting stops at a thousand, whatever the size of the shop. */
export async function countInbox(
  trx: Knex.Transaction,
  me: UserId | null,
): Promise<InboxPage['counts']> {
  const count = (condition: string): string =>
    `(select count(*)::int from (select 1 from conversations c where ${condition} limit ${MOST_COUNTED}) counted)`;
  const { rows } = await trx.raw<{ rows: InboxPage['counts'][] }>(
    `select ${count(TABS.mine)} as mine, ${count(TABS.waiting)} as waiting, ${count(TABS.assistant)} as assistant, ${count(`c.status = 'open'`)} as "all"`,
    { me },
  );
  return rows[0] ?? { mine: 0, waiting: 0, assistant: 0, all: 0 };
}

export function inboxItem(
  row: Row,
  colleague: (id: string | null) => Colleague | null,
  match: string | null,
): InboxItem {
  return {
    id: row.id,
    customer: { id: row.user_id, name: row.customer_name, phone: row.customer_phone },
    status: row.status,
    mode: row.mode,
    assigned_to: colleague(row.assigned_to),
    last_message:
      row.sender === null
        ? null
        : {
            sender: row.sender,
            kind: row.kind,
            text: row.content,
            status: row.message_status,
            at: iso(row.timestamp),
          },
    last_message_at: iso(row.last_message_at),
    last_inbound_at: isoOrNull(row.last_inbound_at),
    waiting_since: isoOrNull(
      row.status !== 'open'
        ? null
        : row.mode === 'waiting'
          ? (row.alert_at ?? row.human_since)
          : row.unanswered_at,
    ),
    unread_count: row.unread_count,
    labels: row.labels,
    snoozed_until: isoOrNull(row.snoozed_until),
    alert: row.severity === null ? null : (SEVERITIES[row.severity - 1] ?? null),
    match,
  };
}
