import type { Endpoint } from '@http/core/endpoint.ts';
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

let onFactorDemanded: () => void = () => undefined;
/** Called when an admin demanded the second factor while the page is open. */
export function whenFactorDemanded(listener: () => void): void {
  onFactorDemanded = listener;
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
  return parse(await (await answerTo(url, init, quiet)).text());
}

/**
 * Long work that the server tells of line by line. `onProgress` gets the share that is done, 0 to 1. Fails like
 * `rawRequest`, also when the answer breaks off.
 */
export async function followedRequest(
  url: string,
  init: RequestInit,
  onProgress: (share: number) => void,
): Promise<unknown> {
  const headers = { ...init.headers, accept: 'application/x-ndjson' };
  const { body } = await answerTo(url, { ...init, headers }, false);
  let rest = '';
  try {
    for await (const part of readAll(body)) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const { progress, error, result } = parse(line) as FollowedLine;
        if (error) throw new ApiError(422, error.code, error.message, error.details);
        if (result !== undefined) return result;
        if (progress) onProgress(progress.total === 0 ? 1 : progress.done / progress.total);
      }
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
  }
  throw offline();
}

interface FollowedLine {
  readonly progress?: { readonly done: number; readonly total: number };
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string; readonly details?: unknown };
}

/** Not every browser iterates over a stream. */
async function* readAll(body: Response['body']): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
    yield part.value;
}

const offline = (): ApiError =>
  new ApiError(0, 'offline', 'Pas de connexion au serveur. / No connection to the server.');

async function answerTo(url: string, init: RequestInit, quiet: boolean): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    tellReachable(false);
    throw offline();
  }
  tellReachable(true);
  if (response.ok) return response;
  const problem = (parse(await response.text()) ?? {}) as {
    code?: string;
    message?: string;
    details?: unknown;
  };
  if (response.status === 401 && !quiet) onUnauthenticated();
  if (problem.code === 'two_factor_required' && !quiet) onFactorDemanded();
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
