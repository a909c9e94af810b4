import type { PoolClient } from 'pg';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { auditRow } from '../../../domain/audit/audit-row.ts';

/** Adds a line to the audit log in the caller's transaction, which must have the service's rights just now. */
export async function writeAuditLine(client: PoolClient, line: AuditEntry): Promise<void> {
  const row = auditRow(line);
  const columns = Object.keys(row);
  await client.query(
    `insert into public.audit_logs (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}
