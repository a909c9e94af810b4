import type { AuditEntry } from '../../domain/audit/audit-entry.ts';

/** Who did what; only ever added to. */
export interface AuditTrail {
  /** Kept with the transaction or not at all, whatever the actor's own rights are. */
  record(entry: AuditEntry): Promise<void>;
}
