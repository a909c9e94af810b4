import type { Knex } from 'knex';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { TableName } from '../../../ports/shown-tables.ts';
import type { Filter, FilterOperator, TableQuery } from '../../../ports/table-store.ts';
import { TABLE_COLUMNS, type ColumnType, type Columns } from '../../../ports/shown-tables.ts';
import { filterValue, invalidFilter } from './table-value.ts';

/** SQL with its bindings: identifiers as `??`, values as `?`, never text of the caller's. */
export interface Sql {
  readonly text: string;
  readonly bindings: readonly Knex.RawBinding[];
}

const COMPARISON: Readonly<Partial<Record<FilterOperator, string>>> = {
  eq: '=',
  neq: '<>',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
};
const MATCHING: Readonly<Partial<Record<FilterOperator, string>>> = {
  like: 'like',
  ilike: 'ilike',
};

/** @throws LeaError `unknown_column` with the known ones as a hint */
export function typeOf(table: TableName, column: string): ColumnType {
  const type = TABLE_COLUMNS[table].get(column);
  if (type !== undefined) return type;
  throw new LeaError('invalid', 'unknown_column', `${table} has no column "${column}".`, {
    column,
    hint: `Columns: ${[...TABLE_COLUMNS[table].keys()].join(', ')}.`,
  });
}

/** The condition of all filters together. */
export function whereSql(table: TableName, filters: readonly Filter[]): Sql {
  const parts = filters.map((filter) => {
    const { text, bindings } = conditionSql(typeOf(table, filter.column), filter);
    return { text: filter.negated ? `not (${text})` : text, bindings };
  });
  return {
    text: parts.length === 0 ? 'true' : parts.map(({ text }) => text).join(' and '),
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

function conditionSql(type: ColumnType, { column, operator, value }: Filter): Sql {
  if (operator === 'is') return isSql(type, column, one(column, value));
  if (operator === 'cs') {
    if (type !== 'text[]') throw invalidFilter(column, '"cs" is for lists such as tags.');
    return { text: '?? @> ?::text[]', bindings: [column, list(value)] };
  }
  if (type === 'jsonb' || type === 'text[]') {
    const offered = type === 'jsonb' ? '"is"' : '"cs" and "is"';
    throw invalidFilter(column, `only ${offered} can be asked of it.`);
  }
  if (operator === 'in') {
    const values = list(value).map((item) => filterValue(column, type, item));
    return { text: `?? = any(?::${type}[])`, bindings: [column, values] };
  }
  const matching = MATCHING[operator];
  if (matching !== undefined) {
    if (type !== 'text') throw invalidFilter(column, `"${operator}" is for texts.`);
    return { text: `?? ${matching} ?`, bindings: [column, pattern(column, one(column, value))] };
  }
  return {
    text: `?? ${COMPARISON[operator]!} ?::${type}`,
    bindings: [column, filterValue(column, type, one(column, value))],
  };
}

function isSql(type: ColumnType, column: string, value: string): Sql {
  const what = value.toLowerCase();
  if (what === 'null') return { text: '?? is null', bindings: [column] };
  if (what === 'not_null') return { text: '?? is not null', bindings: [column] };
  if (type === 'boolean' && /^(true|false|unknown)$/.test(what))
    return { text: `?? is ${what}`, bindings: [column] };
  throw invalidFilter(
    column,
    `"is" takes null or not_null${type === 'boolean' ? ', true, false or unknown' : ''}.`,
  );
}

/** `*` stands for `%`, which would need encoding in an address. */
function pattern(column: string, value: string): string {
  const escapes = /(?<!\\)\\+$/.exec(value)?.[0].length ?? 0;
  if (escapes % 2 === 1)
    throw invalidFilter(column, 'a pattern may not end with a single backslash.');
  return value.replaceAll('*', '%');
}

function one(column: string, value: Filter['value']): string {
  if (typeof value === 'string') return value;
  throw invalidFilter(column, 'one value is expected, not a list.');
}

const list = (value: Filter['value']): string[] =>
  typeof value === 'string' ? [value] : [...value];

/** Order with the id at the end, so that pages neither overlap nor skip. */
export function orderSql({ table, order }: Pick<TableQuery, 'table' | 'order'>): Sql {
  for (const { column } of order) typeOf(table, column);
  const descending = order.at(-1)?.descending ?? false;
  const all = order.some(({ column }) => column === 'id')
    ? order
    : [...order, { column: 'id', descending, nullsFirst: null }];
  return {
    text: all
      .map(
        ({ descending: down, nullsFirst }) =>
          `??${down ? ' desc' : ''}${nullsFirst === null ? '' : ` nulls ${nullsFirst ? 'first' : 'last'}`}`,
      )
      .join(', '),
    bindings: all.map(({ column }) => column),
  };
}

/** The columns asked for, or every one that is shown; a `*` among them stands for these. */
export function selectedColumns(
  table: TableName,
  asked: readonly string[] | null,
): readonly string[] {
  const shown: Columns = TABLE_COLUMNS[table];
  for (const column of asked ?? []) if (column !== '*') typeOf(table, column);
  return asked === null || asked.includes('*') ? [...shown.keys()] : asked;
}
