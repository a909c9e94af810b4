import type { Knex } from 'knex';
import type { Actor } from '../../../domain/shared/actor.ts';
import type {
  AuditLine,
  AuditQuery,
  DeletionLogEntry,
  LogPage,
  LogReads,
} from '../../../ports/log-reads.ts';
import { auditLine, newestConversations, readAuditLines } from './audit-lines.ts';
import { identityOf, inTransactionAs } from './database.ts';
import { translated } from './knex-unit-of-work.ts';
import { cursorTime, readCursor, SEQ_KEY, UUID_KEY, writeCursor } from './staff-reads/cursor.ts';
import { StaffNames } from './staff-reads/staff-names.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface DeletionRow {
  readonly id: string;
  readonly subject_hash: string;
  readonly deleted_at: Date;
  readonly place: string;
  readonly requested_by: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly consents: readonly Readonly<Record<string, unknown>>[];
  readonly hash_expires_at: Date;
}

export class KnexLogReads implements LogReads {
  readonly #db: Knex;
  readonly #names: StaffNames;

  constructor(db: Knex) {
    this.#db = db;
    this.#names = new StaffNames(db);
  }

  async audit(actor: Actor, query: AuditQuery): Promise<LogPage<AuditLine>> {
    const after = query.cursor === undefined ? null : readCursor(query.cursor, SEQ_KEY);
    const { rows, conversations } = await this.#read(actor, async (trx) => {
      const lines = await readAuditLines(trx, query, after);
      return { rows: lines, conversations: await newestConversations(trx, lines) };
    });
    const names = await this.#names.all();
    return page(rows, query.limit, (row) => auditLine(row, names, conversations));
  }

  async deletions(
    actor: Actor,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<LogPage<DeletionLogEntry>> {
    const after = cursor === undefined ? null : readCursor(cursor, UUID_KEY);
    const rows = await this.#read(actor, (trx): Promise<readonly DeletionRow[]> =>
      trx<DeletionRow>('deletion_logs')
        .select<DeletionRow[]>(
          'id',
          'subject_hash',
          'deleted_at',
          'requested_by',
          'counts',
          'consents',
          'hash_expires_at',
          trx.raw(`${cursorTime('deleted_at')} as place`),
        )
        .modify((query) => {
          if (after !== null)
            void query.whereRaw('(deleted_at, id) < (?::timestamptz, ?::uuid)', [...after]);
        })
        .orderBy([
          { column: 'deleted_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit + 1),
    );
    const names = await this.#names.all();
    return page(rows, limit, (row) => ({
      id: row.id,
      subject_hash: row.subject_hash,
      deleted_at: row.deleted_at.toISOString(),
      requested_by: row.requested_by,
      requester: UUID.test(row.requested_by) ? names(row.requested_by) : null,
      counts: row.counts,
      consents: row.consents,
      hash_expires_at: row.hash_expires_at.toISOString(),
    }));
  }

  /** The service writes these logs and may not read them: it is told so, as anybody else without the right. */
  async #read<R>(actor: Actor, work: (trx: Knex.Transaction) => Promise<R>): Promise<R> {
    try {
      return await inTransactionAs(this.#db, identityOf(actor), work);
    } catch (error) {
      throw translated(error);
    }
  }
}

/** One row more than asked for was read, to know whether there is a next page. */
function page<R extends { readonly place: string; readonly id: string }, T>(
  rows: readonly R[],
  limit: number,
  shown: (row: R) => T,
): LogPage<T> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(shown),
    next_cursor: last === undefined ? null : writeCursor(last.place, last.id),
  };
}
