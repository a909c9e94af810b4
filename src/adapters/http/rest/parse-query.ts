import type { TableName } from '../../../ports/shown-tables.ts';
import type { Filter, TableQuery } from '../../../ports/table-store.ts';
import { storableText } from '../core/request/parse-json.ts';
import { parseFilter } from './parse-filter.ts';
import { restProblem, unsupported } from './rest-error.ts';

/** As Supabase's: a page has no more rows, whatever is asked for. */
export const MAX_ROWS = 1_000;
const MOST_FILTERS = 50;
const MOST_COLUMNS = 100;
const MAX_OFFSET = 2_147_483_647;
const COLUMN = /^[a-z_][a-z0-9_]{0,62}$/i;
const NEVER_FILTERS = new Set(['select', 'order', 'limit', 'offset', 'columns', 'on_conflict']);
const LOGIC = new Set(['or', 'and', 'not.or', 'not.and']);

/** What a query string says, before anybody looks at the database. */
export interface RestQuery {
  readonly columns: readonly string[] | null;
  readonly filters: readonly Filter[];
  readonly order: TableQuery['order'];
  readonly limit: number | null;
  readonly offset: number | null;
  /** The keys of a bulk insert that count. */
  readonly written: readonly string[] | null;
}

/** @throws HttpProblem 400 naming the parameter */
export function parseQuery(table: TableName, search: string, id: string | null): RestQuery {
  const parameters = [...new URLSearchParams(search)].map(
    ([name, value]) => [storableText(name), storableText(value)] as const,
  );
  const last = (name: string): string | null =>
    parameters.findLast(([key]) => key === name)?.[1] ?? null;
  if (last('on_conflict') !== null)
    throw unsupported(
      'unsupported_parameter',
      'on_conflict: upserting is not offered.',
      'Insert or update instead.',
    );
  const filters = parameters
    .filter(([name]) => !NEVER_FILTERS.has(name))
    .map(([name, value]) => readFilter(table, name, value));
  if (filters.length > MOST_FILTERS)
    throw restProblem(400, 'invalid_request', `At most ${MOST_FILTERS} filters are expected.`);
  const written = last('columns');
  return {
    columns: parseSelect(last('select')),
    filters:
      id === null
        ? filters
        : [...filters, { column: 'id', operator: 'eq', negated: false, value: id }],
    order: parseOrder(last('order')),
    limit: parseCount('limit', last('limit')),
    offset: parseCount('offset', last('offset')),
    written: written === null || written === '' ? null : splitColumns('columns', written),
  };
}

function readFilter(table: TableName, name: string, value: string): Filter {
  if (LOGIC.has(name))
    throw unsupported(
      'unsupported_operator',
      `"${name}" is not offered.`,
      'Filters are joined by "and"; "in" takes alternatives.',
    );
  if (!COLUMN.test(name))
    throw restProblem(400, 'unknown_column', `"${name.slice(0, 80)}" is no column of ${table}.`);
  const filter = parseFilter(name, value);
  return table === 'products' && name === 'status' ? statusFilter(filter) : filter;
}

/** `status=active|inactive` is how the seed's API names the flag `active`. */
function statusFilter(filter: Filter): Filter {
  const values = typeof filter.value === 'string' ? [filter.value] : filter.value;
  const known = values.every((value) => value === 'active' || value === 'inactive');
  if (!known || !['eq', 'neq', 'in'].includes(filter.operator))
    throw restProblem(400, 'invalid_filter', 'status: active or inactive is expected.');
  const flags = values.map((value) => String(value === 'active'));
  return {
    ...filter,
    column: 'active',
    value: typeof filter.value === 'string' ? flags[0]! : flags,
  };
}

function parseSelect(select: string | null): readonly string[] | null {
  if (select === null || select.trim() === '') return null;
  const columns = splitColumns('select', select);
  return columns.length === 1 && columns[0] === '*' ? null : columns;
}

function splitColumns(parameter: string, text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  if (names.length > MOST_COLUMNS)
    throw restProblem(400, 'invalid_request', `${parameter}: too many columns.`);
  for (const name of names) {
    if (name === '*' && parameter === 'select') continue;
    if (!COLUMN.test(name))
      throw unsupported(
        'invalid_select',
        `${parameter}: "${name.slice(0, 80)}" is no column's name.`,
        'Columns and * are offered; renaming, casts, embedding and aggregates are not.',
      );
  }
  return [...new Set(names)];
}

function parseOrder(order: string | null): TableQuery['order'] {
  if (order === null || order.trim() === '') return [];
  return order.split(',').map((term) => {
    const [, column = '', direction = '', nulls = ''] =
      /^\s*"?([a-z_][a-z0-9_]*)"?(?:\.(asc|desc))?(?:\.(nullsfirst|nullslast))?\s*$/i.exec(term) ??
      [];
    if (column === '')
      throw restProblem(400, 'invalid_order', `order: "${term.slice(0, 80)}" is not understood.`, {
        hint: 'Such as order=name.asc,price_cfa.desc.nullslast',
      });
    return {
      column,
      descending: direction.toLowerCase() === 'desc',
      nullsFirst: nulls === '' ? null : nulls.toLowerCase() === 'nullsfirst',
    };
  });
}

function parseCount(parameter: string, text: string | null): number | null {
  if (text === null || text === '') return null;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (!(value <= MAX_OFFSET))
    throw restProblem(
      400,
      'invalid_request',
      `${parameter}: a whole number from 0 to ${MAX_OFFSET} is expected.`,
    );
  return value;
}
