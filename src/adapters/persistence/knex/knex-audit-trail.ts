import type { Knex } from 'knex';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { auditRow } from '../../../domain/audit/audit-row.ts';
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
