import type { TableName } from '@http/rest/contract.ts';
import { ApiError, rawRequest } from './client.ts';

/** `[column, operator.value]`; a column may be named twice. */
export type Filters = readonly (readonly [column: string, condition: string])[];

interface ListRequest {
  readonly select?: string;
  readonly filters?: Filters;
  readonly order?: string;
  readonly limit?: number;
  readonly offset?: number;
  readonly signal?: AbortSignal;
}
export interface Listed<T> {
  readonly rows: readonly T[];
  /** Of all pages. */
  readonly total: number;
}

const address = (table: TableName, request: ListRequest): string => {
  const query = new URLSearchParams();
  if (request.select !== undefined) query.set('select', request.select);
  for (const [column, condition] of request.filters ?? []) query.append(column, condition);
  if (request.order !== undefined) query.set('order', request.order);
  if (request.limit !== undefined) query.set('limit', String(request.limit));
  if (request.offset !== undefined) query.set('offset', String(request.offset));
  return `/rest/v1/${table}?${query.toString()}`;
};

/** One page of rows with the count of all. */
export async function listRows<T>(table: TableName, request: ListRequest = {}): Promise<Listed<T>> {
  const url = address(table, request);
  const init: RequestInit = {
    headers: { accept: 'application/json', prefer: 'count=exact' },
    signal: request.signal ?? null,
  };
  const response = await fetch(url, { credentials: 'same-origin', ...init }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      return null;
    },
  );
  // A page beyond the end, after rows have gone.
  if (response?.status === 416) return { rows: [], total: totalOf(response, 0) };
  if (response?.ok) {
    const rows = (await response.json()) as T[];
    return { rows, total: totalOf(response, rows.length) };
  }
  // Asked once more by way of the client, which tells failures apart and knows about ended sessions.
  const rows = (await rawRequest(url, init)) as T[];
  return { rows, total: rows.length };
}

function totalOf(response: Response, otherwise: number): number {
  const total = Number(response.headers.get('content-range')?.split('/')[1]);
  return Number.isFinite(total) ? total : otherwise;
}

/** Inserts one row, or changes or deletes those that the filters meet; answers the first as it is now. */
export async function writeRow<T>(
  method: 'POST' | 'PATCH' | 'DELETE',
  table: TableName,
  filters: Filters,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T | null> {
  const rows = (await rawRequest(address(table, { filters }), {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      prefer: 'return=representation',
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  })) as readonly T[] | null;
  return rows?.[0] ?? null;
}

/** For what has no typed contract yet. */
export const getJson = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await rawRequest(path, {
    headers: { accept: 'application/json' },
    signal: signal ?? null,
  })) as T;
export const sendJson = async <T>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
): Promise<T> =>
  (await rawRequest(path, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })) as T;

/** This installation does not offer it (yet). */
export const isMissing = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 405);

/** `*` stands for anything; what has a meaning of its own in a pattern does not. */
export const contains = (text: string): string => `ilike.*${text.replace(/[*%_\\]/g, ' ').trim()}*`;
export const oneOf = (values: readonly string[]): string =>
  `in.(${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')})`;
