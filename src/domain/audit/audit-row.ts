import { nameOf, originOf, type AuditEntry } from './audit-entry.ts';

const single = <T>(values: readonly T[]): T | null =>
  values.length === 1 ? (values[0] ?? null) : null;
const several = <T>(values: readonly T[]): T[] => (values.length > 1 ? [...values] : []);

/** The line as `audit_logs` keeps it, by column; a single row or person stands by itself, so that it is found. */
export function auditRow(entry: AuditEntry) {
  const { actor, action, outcome, table, rows, subjects, columns, count } = entry;
  const origin = originOf(actor);
  return {
    actor_id: actor.kind === 'staff' ? actor.userId : null,
    actor_role: nameOf(actor),
    actor_ref: origin?.externalId ?? null,
    action,
    outcome,
    table_name: table,
    row_id: single(rows),
    row_ids: several(rows),
    subject_id: single(subjects),
    subject_ids: several(subjects),
    columns: [...columns],
    row_count: count,
    channel: origin?.channel ?? null,
    address: origin?.address ?? null,
  };
}
