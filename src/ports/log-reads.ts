import type { AuditOutcome } from '../domain/audit/audit-entry.ts';
import type { Actor } from '../domain/shared/actor.ts';
import type { Colleague } from './staff-reads.ts';

export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly actor: Colleague | null;
  readonly actor_role: string;
  /** Slack's id of the person, who has no account with us. */
  readonly actor_ref: string | null;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly table_name: string;
  readonly row_id: string | null;
  /** When there are several. */
  readonly row_ids: readonly string[];
  /** Customers whom it concerns, each with the newest conversation; none once the person is erased. */
  readonly subjects: readonly { readonly id: string; readonly conversation_id: string | null }[];
  readonly columns: readonly string[];
  readonly row_count: number | null;
  readonly channel: string | null;
  readonly address: string | null;
}

export interface DeletionLogEntry {
  readonly id: string;
  /** Keyed; empty once its time is over. */
  readonly subject_hash: string;
  readonly deleted_at: string;
  readonly requested_by: string;
  /** The member of staff who asked for it, where it was one. */
  readonly requester: Colleague | null;
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
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: AuditOutcome | undefined;
  /** What was read about people, or everything else. */
  readonly kind?: 'reads' | 'changes' | undefined;
  readonly table?: string | undefined;
  readonly rowId?: string | undefined;
  /** Instants; `to` is not part of it. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The logs that nobody can change, newest first, with the caller's rights. */
export interface LogReads {
  /** @throws LeaError `invalid_cursor` */
  audit(actor: Actor, query: AuditQuery): Promise<LogPage<AuditLine>>;
  /** @throws LeaError `invalid_cursor` */
  deletions(
    actor: Actor,
    query: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<LogPage<DeletionLogEntry>>;
}
