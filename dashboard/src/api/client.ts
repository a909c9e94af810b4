import type { Endpoint } from '@contracts/endpoint.ts';
import type { z } from 'zod';

/** What the server answers when it does not do it; `code` is stable, `message` is for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(status: number, code: string, message: string, details?: unknown) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

type Part<E extends Endpoint, K extends 'query' | 'body'> = E[K] extends z.ZodType
  ? { readonly [P in K]: z.input<E[K]> }
  : { readonly [P in K]?: never };

export type Call<E extends Endpoint> = {
  readonly method: E['method'];
  readonly path: E['path'];
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
} & Part<E, 'query'> &
  Part<E, 'body'>;
export type Answer<E extends Endpoint> = z.output<E['response']>;

type QueryValue = string | number | boolean | null | undefined;

let onUnauthenticated: () => void = () => undefined;
/** Called when the session has ended while the page is open. */
export function whenSessionEnds(listener: () => void): void {
  onUnauthenticated = listener;
}

/**
 * Calls an endpoint. The contract is named as a type only (`call<typeof listInbox>({ … })`), so that the
 * compiler checks method, path, query and body while no schema is shipped to the browser.
 */
export async function call<E extends Endpoint>(request: Call<E>): Promise<Answer<E>> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries<QueryValue>(request.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value));
  }
  const search = query.size > 0 ? `?${query.toString()}` : '';
  const headers: Record<string, string> = { accept: 'application/json' };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  if (request.idempotencyKey !== undefined) headers['idempotency-key'] = request.idempotencyKey;
  return (await rawRequest(request.path + search, {
    method: request.method,
    headers,
    body: request.body === undefined ? null : JSON.stringify(request.body),
    signal: request.signal ?? null,
  })) as Answer<E>;
}

const reachability = new Set<(reachable: boolean) => void>();
/** Hears after every request whether the server answered at all. */
export function onReachability(listener: (reachable: boolean) => void): void {
  reachability.add(listener);
}
const tellReachable = (reachable: boolean): void =>
  reachability.forEach((listener) => listener(reachable));

/** JSON over fetch with the session's cookie; every failure is an `ApiError` (`status` 0: no connection). */
export async function rawRequest(url: string, init: RequestInit, quiet = false): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    tellReachable(false);
    throw new ApiError(0, 'offline', 'Pas de connexion au serveur. / No connection to the server.');
  }
  tellReachable(true);
  const text = await response.text();
  const body: unknown = text === '' ? null : parse(text);
  if (response.ok) return body;
  if (response.status === 401 && !quiet) onUnauthenticated();
  const problem = (body ?? {}) as { code?: string; message?: string; details?: unknown };
  throw new ApiError(
    response.status,
    problem.code ?? `http_${response.status}`,
    problem.message ?? response.statusText,
    problem.details,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
