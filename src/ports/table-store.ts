import type { Actor } from '../domain/shared/actor.ts';
import type { TableName } from './shown-tables.ts';

export type FilterOperator =
  'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'like' | 'ilike' | 'in' | 'is' | 'cs';

export interface Filter {
  readonly column: string;
  readonly operator: FilterOperator;
  readonly negated: boolean;
  /** As it came in the query string; `in` and `cs` carry a list. */
  readonly value: string | readonly string[];
}

export interface TableQuery {
  readonly table: TableName;
  /** Null means every column that the contract shows. */
  readonly columns: readonly string[] | null;
  readonly filters: readonly Filter[];
  readonly order: readonly {
    readonly column: string;
    readonly descending: boolean;
    readonly nullsFirst: boolean | null;
  }[];
  readonly limit: number;
  readonly offset: number;
  readonly count: boolean;
}

export type Row = Readonly<Record<string, unknown>>;

/**
 * Rows as the database has them, seen with the actor's rights (row-level security). Reading for lists and
 * programs; rules live in the use cases.
 * @throws LeaError `unknown_column`, `invalid_filter` (400) naming the field, `forbidden` (403)
 */
export interface TableStore {
  select(
    actor: Actor,
    query: TableQuery,
  ): Promise<{ readonly rows: readonly Row[]; readonly total: number | null }>;
  /** One row by id, every column that the contract shows; null when there is none or it may not be seen. */
  find(actor: Actor, table: TableName, id: string): Promise<Row | null>;
}
