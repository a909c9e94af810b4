import { createHash } from 'node:crypto';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { IdempotencyStore } from '../../../ports/idempotency-store.ts';
import type { Log } from '../../../ports/log.ts';
import { describeFailure } from './error-map.ts';
import { HttpProblem } from './http-problem.ts';
import { Reply, RowReply } from './reply.ts';

export interface KeyedRequest {
  readonly actor: Actor;
  readonly method: string;
  readonly path: string;
  readonly key: string;
  /** Everything that makes it the same request. */
  readonly rawBody: Uint8Array;
}

/** The header's value, or null without one. @throws HttpProblem 400 `invalid_idempotency_key` */
export function readIdempotencyKey(header: string): string | null {
  if (header === '') return null;
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new HttpProblem(
    400,
    'invalid_idempotency_key',
    'Idempotency-Key: 1 to 200 visible ASCII characters are expected.',
  );
}

/** Runs `work` at most once per caller, endpoint and key; answers again what was answered. */
export async function runOnce(
  { store, log }: { readonly store: IdempotencyStore; readonly log: Log },
  request: KeyedRequest,
  defaultStatus: number,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const { actor, method, path, key, rawBody } = request;
  const caller = actor.kind === 'staff' ? actor.userId : actor.kind;
  const scope = `${caller} ${method} ${path}`;
  const begun = await store.begin(scope, key, createHash('sha256').update(rawBody).digest('hex'));
  if (begun.kind === 'replay') return restore(begun.status, begun.body);
  if (begun.kind === 'conflict') {
    throw new HttpProblem(422, 'idempotency_key_reused', 'This key was used for another request.');
  }
  if (begun.kind === 'in_progress') {
    throw new HttpProblem(
      409,
      'idempotency_in_progress',
      'The first request is still being done.',
      {
        headers: { 'Retry-After': '1' },
      },
    );
  }
  let result: unknown;
  try {
    result = await work();
  } catch (error) {
    // The claim lapses by itself; why the work failed is what the caller must hear.
    await store.abandon(scope, key).catch(() => undefined);
    throw error;
  }
  try {
    await store.finish(scope, key, keep(result, defaultStatus));
  } catch (error) {
    // The work is done: an error now would make the client do it again.
    log.error('http.idempotency_lost', describeFailure(error));
  }
  return result;
}

interface Kept {
  readonly status: number;
  readonly body: unknown;
}

function keep(result: unknown, defaultStatus: number): Kept {
  if (result instanceof RowReply) {
    return {
      status: result.status ?? defaultStatus,
      body: { row: { table: result.table, id: result.id } },
    };
  }
  if (result instanceof Reply)
    return { status: result.status, body: { json: result.body as unknown } };
  return { status: defaultStatus, body: { json: result } };
}

function restore(status: number, body: unknown): unknown {
  const { row, json } = body as {
    readonly row?: Pick<RowReply, 'table' | 'id'>;
    readonly json?: unknown;
  };
  return row === undefined
    ? new Reply(status, json, REPLAYED)
    : new RowReply(row.table, row.id, status);
}

const REPLAYED = { 'Idempotent-Replayed': 'true' };
