import type { Knex } from 'knex';
import { READ_ACTIONS } from '../../../domain/audit/staff-actions.ts';
import type { AuditLine, AuditQuery } from '../../../ports/log-reads.ts';
import type { Colleague } from '../../../ports/staff-reads.ts';
import { cursorTime } from './staff-reads/cursor.ts';

export type AuditLineRow = Omit<AuditLine, 'actor' | 'at' | 'subjects'> & {
  readonly at: Date;
  readonly place: string;
  readonly actor_id: string | null;
  readonly subjects: readonly string[];
};

/** Newest first, one more than a page. */
export async function readAuditLines(
  trx: Knex.Transaction,
  query: AuditQuery,
  after: readonly [string, string] | null,
): Promise<readonly AuditLineRow[]> {
  const { actorId, subjectId, action, outcome, kind, table, rowId, from, to, limit } = query;
  const rows = trx('audit_logs')
    .select<AuditLineRow[]>(
      'at',
      'actor_id',
      'actor_role',
      'actor_ref',
      'action',
      'outcome',
      'table_name',
      'row_id',
      'row_ids',
      'columns',
      'row_count',
      'channel',
      trx.raw('host(address) as address'),
      trx.raw(
        'case when subject_id is null then subject_ids::text[] else array[subject_id::text] end as subjects',
      ),
      trx.raw('id::text as id'),
      trx.raw(`${cursorTime('at')} as place`),
    )
    .orderByRaw('audit_logs.at desc, audit_logs.id desc')
    .limit(limit + 1);
  if (after !== null) void rows.whereRaw('(at, id) < (?::timestamptz, ?::bigint)', [...after]);
  if (actorId !== undefined) void rows.where('actor_id', actorId);
  if (subjectId !== undefined)
    void rows.whereRaw('(subject_id = ? or ?::uuid = any(subject_ids))', [subjectId, subjectId]);
  if (action !== undefined) void rows.where('action', action);
  if (outcome !== undefined) void rows.where('outcome', outcome);
  if (kind === 'reads') void rows.whereIn('action', [...READ_ACTIONS]);
  if (kind === 'changes') void rows.whereNotIn('action', [...READ_ACTIONS]);
  if (table !== undefined) void rows.where('table_name', table);
  if (rowId !== undefined) void rows.whereRaw('(row_id = ? or ? = any(row_ids))', [rowId, rowId]);
  if (from !== undefined) void rows.where('at', '>=', from);
  if (to !== undefined) void rows.where('at', '<', to);
  return rows;
}

/** Where each person is found; who was erased is not. */
export async function newestConversations(
  trx: Knex.Transaction,
  lines: readonly AuditLineRow[],
): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(lines.flatMap(({ subjects }) => subjects))];
  if (people.length === 0) return new Map();
  const { rows } = await trx.raw<{ rows: { user_id: string; id: string }[] }>(
    `select distinct on (user_id) user_id, id from conversations where user_id = any(?::uuid[]) order by user_id, last_message_at desc`,
    [people],
  );
  return new Map(rows.map(({ user_id: person, id }) => [person, id]));
}

export function auditLine(
  { at, place: _, actor_id: actorId, subjects, ...row }: AuditLineRow,
  names: (id: string | null) => Colleague | null,
  conversations: ReadonlyMap<string, string>,
): AuditLine {
  return {
    ...row,
    at: at.toISOString(),
    actor: names(actorId),
    subjects: subjects.map((id) => ({ id, conversation_id: conversations.get(id) ?? null })),
  };
}
