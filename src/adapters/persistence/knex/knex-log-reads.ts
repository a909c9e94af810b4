import type { Knex } from 'knex';
import type { Actor } from '../../../domain/shared/actor.ts';
import type {
  AuditEntry,
  AuditQuery,
  DeletionLogEntry,
  LogPage,
  LogReads,
} from '../../../ports/log-reads.ts';
import { identityOf, inTransactionAs } from './database.ts';
import { translated } from './knex-unit-of-work.ts';
import { cursorTime, readCursor, SEQ_KEY, UUID_KEY, writeCursor } from './staff-reads/cursor.ts';
import { StaffNames } from './staff-reads/staff-names.ts';

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly place: string;
  readonly actor_id: string | null;
  readonly actor_role: string;
  readonly action: string;
  readonly table_name: string;
  readonly row_id: string | null;
  readonly columns: readonly string[];
}

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

  async audit(
    actor: Actor,
    { cursor, limit, actorId, table, rowId }: AuditQuery,
  ): Promise<LogPage<AuditEntry>> {
    const after = cursor === undefined ? null : readCursor(cursor, SEQ_KEY);
    const rows = await this.#read<AuditRow>(actor, (trx) =>
      trx('audit_logs')
        .select(
          'at',
          'actor_id',
          'actor_role',
          'action',
          'table_name',
          'row_id',
          'columns',
          trx.raw('id::text as id'),
          trx.raw(`${cursorTime('at')} as place`),
        )
        .modify((query) => {
          if (after !== null)
            void query.whereRaw('(at, id) < (?::timestamptz, ?::bigint)', [...after]);
          if (actorId !== undefined) void query.where('actor_id', actorId);
          if (table !== undefined) void query.where('table_name', table);
          if (rowId !== undefined) void query.where('row_id', rowId);
        })
        .orderByRaw('audit_logs.at desc, audit_logs.id desc')
        .limit(limit + 1),
    );
    const names = await this.#names.all();
    return page(rows, limit, (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: names(row.actor_id),
      actor_role: row.actor_role,
      action: row.action,
      table_name: row.table_name,
      row_id: row.row_id,
      columns: row.columns,
    }));
  }

  async deletions(
    actor: Actor,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<LogPage<DeletionLogEntry>> {
    const after = cursor === undefined ? null : readCursor(cursor, UUID_KEY);
    const rows = await this.#read<DeletionRow>(actor, (trx) =>
      trx('deletion_logs')
        .select(
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
    return page(rows, limit, (row) => ({
      id: row.id,
      subject_hash: row.subject_hash,
      deleted_at: row.deleted_at.toISOString(),
      requested_by: row.requested_by,
      counts: row.counts,
      consents: row.consents,
      hash_expires_at: row.hash_expires_at.toISOString(),
    }));
  }

  /** The service writes these logs and may not read them: it is told so, as anybody else without the right. */
  async #read<R>(actor: Actor, rows: (trx: Knex.Transaction) => PromiseLike<R[]>): Promise<R[]> {
    try {
      return await inTransactionAs<R[]>(this.#db, identityOf(actor), async (trx) => rows(trx));
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
