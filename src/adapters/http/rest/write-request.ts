import type { z } from 'zod';
import type { Actor } from '../../../domain/shared/actor.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { TableName } from '../../../ports/shown-tables.ts';
import type { Filter, Row, TableStore } from '../../../ports/table-store.ts';
import type { AppContext } from '../core/app-context.ts';
import { parseJson, requireJson } from '../core/request/parse-json.ts';
import { readBody } from '../core/request/read-body.ts';
import { sendRows, wantsObject } from './answer.ts';
import { contentRange } from './page.ts';
import { parsePrefer, type Preferences } from './parse-prefer.ts';
import { MAX_ROWS, parseQuery, type RestQuery } from './parse-query.ts';
import { notSingular, restProblem } from './rest-error.ts';

const BODY_LIMIT = 4_194_304;

/** One write, read and checked as far as every table has in common. */
export interface WriteRequest {
  readonly ctx: AppContext;
  readonly actor: Actor;
  readonly tables: TableStore;
  readonly table: TableName;
  readonly query: RestQuery;
  readonly prefer: Preferences;
  readonly single: boolean;
}

export function readWrite(
  ctx: AppContext,
  actor: Actor,
  tables: TableStore,
  table: TableName,
  id: string | null,
): WriteRequest {
  const query = parseQuery(table, ctx.querystring, id);
  if (query.limit !== null || query.offset !== null)
    throw restProblem(
      400,
      'unsupported_parameter',
      'limit and offset are for reading; filter what is to be changed.',
    );
  if (ctx.method !== 'POST' && query.filters.length === 0)
    throw restProblem(
      400,
      'filter_required',
      `${ctx.method} without a filter would change every row.`,
      {
        hint: 'Such as ?id=eq.UUID',
      },
    );
  return {
    ctx,
    actor,
    tables,
    table,
    query,
    prefer: parsePrefer(ctx.get('prefer')),
    single: wantsObject(ctx.get('accept')),
  };
}

/** The rows of an insert: one object or a list, as far as `columns` says. */
export async function insertedRows<S extends z.ZodType>(
  request: WriteRequest,
  schema: S,
): Promise<readonly z.output<S>[]> {
  const { ctx, query, single } = request;
  if (query.filters.length > 0)
    throw restProblem(400, 'unsupported_parameter', 'Filters mean nothing to an insert.');
  const body = await jsonBody(ctx);
  const rows = Array.isArray(body) ? (body as readonly unknown[]) : [body];
  if (rows.length > MAX_ROWS)
    throw restProblem(413, 'too_large', `At most ${MAX_ROWS} rows are inserted at once.`);
  if (single && rows.length !== 1) throw notSingular(rows.length);
  const read: z.output<S>[] = [];
  for (const [index, row] of rows.entries()) {
    const kept = query.written === null ? row : onlyColumns(row, query.written);
    read.push(await checked(request, schema, kept, Array.isArray(body) ? index : null));
  }
  return read;
}

/** The changes of an update. */
export async function changedColumns<S extends z.ZodType>(
  request: WriteRequest,
  schema: S,
): Promise<z.output<S>> {
  const changes = await checked(request, schema, await jsonBody(request.ctx), null);
  if (Object.keys(changes as object).length === 0)
    throw restProblem(400, 'invalid_request', 'There is nothing to change.');
  return changes;
}

async function jsonBody(ctx: AppContext): Promise<unknown> {
  const bytes = await readBody(ctx, BODY_LIMIT);
  if (bytes.length > 0) requireJson(ctx.get('content-type'));
  return parseJson(bytes);
}

const onlyColumns = (row: unknown, columns: readonly string[]): unknown =>
  typeof row === 'object' && row !== null
    ? Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name)))
    : row;

/** Refuses a key that is no column first: it is the likeliest slip, and has a code of its own. */
async function checked<S extends z.ZodType>(
  request: WriteRequest,
  schema: S,
  value: unknown,
  index: number | null,
): Promise<z.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const stranger = parsed.error.issues.find(
    (issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0,
  );
  if (stranger?.code === 'unrecognized_keys') await refuseColumn(request, stranger.keys[0] ?? '');
  const at = index === null ? '' : `Row ${index + 1}: `;
  const issues = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || 'body',
    message: issue.message,
  }));
  const [first] = issues;
  throw new LeaError('invalid', 'invalid_request', `${at}${first?.field}: ${first?.message}`, {
    fields: issues,
  });
}

/** 400 for what is no column; 403 for one that the contract lets nobody write. */
async function refuseColumn(request: WriteRequest, column: string): Promise<never> {
  const { tables, actor, table } = request;
  const nothing = { filters: [], order: [], limit: 0, offset: 0, count: false };
  await tables.select(actor, { table, columns: [column], ...nothing });
  throw new LeaError('forbidden', 'column_not_writable', `${table}.${column} cannot be written.`, {
    column,
  });
}

/** The ids of the rows that the filters mean and the actor may see. */
export async function matchingIds({
  tables,
  actor,
  table,
  query,
  single,
}: WriteRequest): Promise<readonly string[]> {
  const { filters } = query;
  const { rows } = await tables.select(actor, {
    table,
    columns: ['id'],
    filters,
    order: [],
    limit: MAX_ROWS,
    offset: 0,
    count: false,
  });
  // One more than a page may be there; a look behind it is cheaper than counting.
  if (rows.length === MAX_ROWS) {
    const more = await tables.select(actor, {
      table,
      columns: ['id'],
      filters,
      order: [],
      limit: 1,
      offset: MAX_ROWS,
      count: false,
    });
    if (more.rows.length > 0)
      throw restProblem(
        413,
        'too_large',
        `At most ${MAX_ROWS} rows are changed at once; filter more narrowly.`,
      );
  }
  if (single && rows.length !== 1) throw notSingular(rows.length);
  return rows.map((row) => String(row['id']));
}

/** Rows by id: in the order asked for, else in that of the ids. */
export async function rowsById(
  { tables, actor, table, query }: WriteRequest,
  ids: readonly string[],
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const { columns, order } = query;
  const withId = columns === null || columns.includes('*') || columns.includes('id');
  const filters: readonly Filter[] = [{ column: 'id', operator: 'in', negated: false, value: ids }];
  const { rows } = await tables.select(actor, {
    table,
    columns: withId ? columns : [...columns, 'id'],
    filters,
    order,
    limit: MAX_ROWS,
    offset: 0,
    count: false,
  });
  const place = new Map(ids.map((id, index) => [id, index]));
  const sorted =
    order.length > 0
      ? rows
      : rows.toSorted((a, b) => place.get(String(a['id']))! - place.get(String(b['id']))!);
  return withId ? sorted : sorted.map(({ id: _, ...rest }) => rest);
}

/** Checks the names in `select` and `order` before anything is written. */
export async function checkReturned(request: WriteRequest): Promise<void> {
  if (request.prefer.returning !== 'representation') return;
  const { tables, actor, table, query } = request;
  await tables.select(actor, {
    table,
    columns: query.columns,
    filters: [],
    order: query.order,
    limit: 0,
    offset: 0,
    count: false,
  });
}

/** Statuses as PostgREST's: 201 for what is new, 200 with rows, 204 without. */
export function sendWritten(
  { ctx, prefer, single, table }: WriteRequest,
  ids: readonly string[],
  rows: readonly Row[] | null,
): void {
  const created = ctx.method === 'POST';
  ctx.set(
    'Content-Range',
    contentRange(0, ctx.method === 'PATCH' ? ids.length : 0, prefer.count ? ids.length : null),
  );
  if (prefer.applied.length > 0) ctx.set('Preference-Applied', prefer.applied.join(', '));
  if (created && ids.length === 1) ctx.set('Location', `/rest/v1/${table}?id=eq.${ids[0]}`);
  if (rows === null) {
    ctx.status = created ? 201 : 204;
    if (created) ctx.body = '';
    return;
  }
  sendRows(ctx, rows, single);
  ctx.status = created ? 201 : 200;
}
