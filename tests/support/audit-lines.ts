import type pg from 'pg';
import {
  trace,
  type AuditAction,
  type AuditEntry,
  type AuditOutcome,
} from '../../src/domain/audit/audit-entry.ts';
import type { UserId } from '../../src/domain/customer/customer.ts';
import { SERVICE, type Actor, type Origin, type StaffRole } from '../../src/domain/shared/actor.ts';

/** For what a test does to accounts past the use cases. */
export const SETUP: AuditEntry = trace(SERVICE, 'staff.change_role');

interface Row {
  readonly actor_id: UserId | null;
  readonly actor_role: string;
  readonly actor_ref: string | null;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  readonly table_name: string;
  readonly row_id: string | null;
  readonly row_ids: string[];
  readonly subject_id: UserId | null;
  readonly subject_ids: UserId[];
  readonly columns: string[];
  readonly row_count: number | null;
  readonly channel: Origin['channel'] | null;
  readonly address: string | null;
}

/** The audit log, oldest first, in the domain's words; the owner sees it whole. */
export async function auditLines(
  owner: Pick<pg.ClientBase, 'query'>,
): Promise<readonly AuditEntry[]> {
  const { rows } = await owner.query<Row>(
    `select *, host(address) as address, subject_ids::text[] as subject_ids from audit_logs order by id`,
  );
  return rows.map((row) => ({
    actor: actorOf(row),
    action: row.action,
    outcome: row.outcome,
    table: row.table_name,
    rows: row.row_id === null ? row.row_ids : [row.row_id],
    subjects: row.subject_id === null ? row.subject_ids : [row.subject_id],
    columns: row.columns,
    count: row.row_count,
  }));
}

function actorOf(row: Row): AuditEntry['actor'] {
  const from: Origin | null =
    row.channel === null
      ? null
      : {
          channel: row.channel,
          address: row.address,
          ...(row.actor_ref === null ? {} : { externalId: row.actor_ref }),
        };
  const where = from === null ? {} : { from };
  switch (row.actor_role) {
    case 'customer':
      return { kind: 'customer' };
    case 'anonymous':
      return { kind: 'anonymous', ...where };
    case 'service':
    case 'system':
      return { kind: 'service', ...where };
    default:
      return {
        kind: 'staff',
        userId: row.actor_id!,
        role: row.actor_role as StaffRole,
        ...where,
      } satisfies Actor;
  }
}
