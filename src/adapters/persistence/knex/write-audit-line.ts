import type { Knex } from 'knex';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { auditRow } from '../../../domain/audit/audit-row.ts';
import type { Actor } from '../../../domain/shared/actor.ts';
import { become, identityOf, SERVICE_IDENTITY } from './database.ts';

/** Adds a line to the audit log, which only the service may write, in a transaction that goes on as `actor`. */
export async function writeAuditLine(
  trx: Knex.Transaction,
  actor: Actor,
  line: AuditEntry,
): Promise<void> {
  await become(trx, SERVICE_IDENTITY);
  await trx('audit_logs').insert(auditRow(line));
  await become(trx, identityOf(actor));
}
