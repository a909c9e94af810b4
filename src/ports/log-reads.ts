import type { Actor } from '../domain/shared/actor.ts';
import type { Colleague } from './staff-reads.ts';

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: Colleague | null;
  readonly actor_role: string;
  readonly action: string;
  readonly table_name: string;
  readonly row_id: string | null;
  readonly columns: readonly string[];
}

export interface DeletionLogEntry {
  readonly id: string;
  /** Keyed; empty once its time is over. */
  readonly subject_hash: string;
  readonly deleted_at: string;
  readonly requested_by: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly consents: readonly Readonly<Record<string, unknown>>[];
  readonly hash_expires_at: string;
}

export interface LogPage<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

export interface AuditQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly actorId?: string | undefined;
  readonly table?: string | undefined;
  readonly rowId?: string | undefined;
}

/** The logs that nobody can change, newest first, with the caller's rights. */
export interface LogReads {
  /** @throws LeaError `invalid_cursor` */
  audit(actor: Actor, query: AuditQuery): Promise<LogPage<AuditEntry>>;
  /** @throws LeaError `invalid_cursor` */
  deletions(
    actor: Actor,
    query: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<LogPage<DeletionLogEntry>>;
}
