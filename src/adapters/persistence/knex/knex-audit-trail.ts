import type { Knex } from 'knex';
import { nameOf, originOf, type AuditEntry } from '../../../domain/audit/audit-entry.ts';
import type { AuditTrail } from '../../../ports/repositories/audit-trail.ts';
import type { Repositories } from '../../../ports/unit-of-work.ts';

/** Lines of `audit_logs`, which only the service may write. */
export class KnexAuditTrail implements AuditTrail {
  readonly #trx: Knex.Transaction;
  readonly #asService: Repositories['asService'];

  constructor(trx: Knex.Transaction, asService: Repositories['asService']) {
    this.#trx = trx;
    this.#asService = asService;
  }

  record(entry: AuditEntry): Promise<void> {
    return this.#asService(
      async () => void (await this.#trx('audit_logs').insert(auditRow(entry))),
    );
  }
}

const single = <T>(values: readonly T[]): T | null =>
  values.length === 1 ? (values[0] ?? null) : null;
const several = <T>(values: readonly T[]): T[] => (values.length > 1 ? [...values] : []);

/** As the table has it. */
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
