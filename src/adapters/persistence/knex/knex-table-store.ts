import type { Knex } from 'knex';
import type { Actor } from '../../../domain/shared/actor.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { TableName } from '../../../ports/shown-tables.ts';
import type { Row, TableQuery, TableStore } from '../../../ports/table-store.ts';
import { identityOf, inTransactionAs } from './database.ts';
import { translated } from './knex-unit-of-work.ts';
import { orderSql, selectedColumns, whereSql } from './table-sql.ts';

/** Longer than any page that uses an index; a guard against one that reads a whole table. */
const TIMEOUT_MS = 15_000;

interface Page {
  readonly rows: readonly Row[];
  readonly total: number | null;
}

/**
 * Rows with the actor's rights, in a transaction that cannot write. PostgreSQL makes the JSON: times keep
 * their microseconds, in UTC.
 */
export class KnexTableStore implements TableStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async select(actor: Actor, query: TableQuery): Promise<Page> {
    const { table } = query;
    const columns = selectedColumns(table, query.columns);
    const where = whereSql(table, query.filters);
    const order = orderSql(query);
    // Anonymous callers have no grant on these tables; to them they are empty, as row-level security would have it.
    if (actor.kind === 'anonymous' && table !== 'products')
      return { rows: [], total: query.count ? 0 : null };
    const total = query.count ? `(select count(*) from ?? where ${where.text})` : 'null::bigint';
    const page = await this.#read(
      actor,
      `select coalesce(json_agg(page), '[]') as rows, ${total} as total
       from (select ${columns.map(() => '??').join(', ')} from ?? where ${where.text} order by ${order.text} limit ? offset ?) as page`,
      [
        ...(query.count ? [table, ...where.bindings] : []),
        ...columns,
        table,
        ...where.bindings,
        ...order.bindings,
        query.limit,
        query.offset,
      ],
    );
    return page;
  }

  async find(actor: Actor, table: TableName, id: string): Promise<Row | null> {
    const filters = [{ column: 'id', operator: 'eq', negated: false, value: id }] as const;
    const query = { table, columns: null, filters, order: [], limit: 1, offset: 0, count: false };
    const { rows } = await this.select(actor, query);
    return rows[0] ?? null;
  }

  async #read(actor: Actor, sql: string, bindings: readonly Knex.RawBinding[]): Promise<Page> {
    try {
      return await inTransactionAs(this.#db, identityOf(actor), async (trx) => {
        await trx.raw(
          `select set_config('transaction_read_only', 'on', true), set_config('timezone', 'UTC', true), set_config('statement_timeout', ?, true)`,
          [String(TIMEOUT_MS)],
        );
        const { rows } = await trx.raw<{ rows: Page[] }>(sql, [...bindings]);
        return rows[0]!;
      });
    } catch (error) {
      throw inOurWords(error);
    }
  }
}

function inOurWords(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '57014')
    return new LeaError(
      'unavailable',
      'query_too_slow',
      'This question takes too long: filter on an indexed column.',
    );
  if (code.startsWith('22'))
    return new LeaError(
      'invalid',
      'invalid_filter',
      'A value does not fit the type of its column.',
    );
  return translated(error);
}
