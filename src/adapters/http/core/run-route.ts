import { LeaError, notFound } from '../../../domain/shared/errors.ts';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { IdempotencyStore } from '../../../ports/idempotency-store.ts';
import type { Log } from '../../../ports/log.ts';
import { singularOf } from '../../../ports/shown-tables.ts';
import type { TableStore } from '../../../ports/table-store.ts';
import type { AppContext, AppMiddleware } from './app-context.ts';
import type { Guard } from './auth/guard.ts';
import type { IsTrial } from './auth/trial.ts';
import type { JsonRoute, Route, RouteInput } from './define-route.ts';
import { readIdempotencyKey, runOnce } from './idempotency.ts';
import type { RateLimit } from './middleware/rate-limit.ts';
import { Reply, RowReply } from './reply.ts';
import { parseJson, requireJson } from './request/parse-json.ts';
import { readBody } from './request/read-body.ts';
import { queryObject, validate } from './request/validate.ts';

export interface RouteRunner {
  readonly guard: Guard;
  readonly isTrial: IsTrial;
  readonly rateLimit: RateLimit;
  /** Of one address; who has the right secret is never counted, nor held back by others who have not. */
  readonly wrongSecrets: RateLimit;
  readonly tables: TableStore;
  readonly idempotency: IdempotencyStore;
  readonly log: Log;
  readonly bodyLimit: number;
}

/** The order is the point: who calls, how much they send, whether it is well-formed, and only then the work. */
export function runRoute(route: Route, runner: RouteRunner): AppMiddleware {
  return async (ctx) => {
    ctx.state.route = route.contract.path;
    try {
      await answer(ctx, route, runner);
    } catch (error) {
      if (isWrongSecret(error)) await runner.wrongSecrets.count(ctx);
      throw error;
    }
  };
}

async function answer(ctx: AppContext, route: Route, runner: RouteRunner): Promise<void> {
  const who = route.openInTrial === true && runner.isTrial(ctx) ? 'open' : route.who;
  if (who === 'open' && !route.unlimited) await runner.rateLimit.count(ctx);
  const actor = await runner.guard.admit(ctx, who);
  if (who === 'anyone' && actor.kind === 'anonymous' && !route.unlimited) {
    await runner.rateLimit.count(ctx);
  }
  if (route.kind === 'raw') return route.handle(ctx, actor);
  await send(ctx, route, runner.tables, actor, await work(ctx, route, runner, actor));
}

/** What a guess at a secret is answered: of the webhook, a signature, or a bearer. */
const WRONG_SECRET = new Set([
  'invalid_secret',
  'invalid_signature',
  'bad_signature',
  'invalid_token',
]);
const isWrongSecret = (error: unknown): boolean =>
  error instanceof LeaError && WRONG_SECRET.has(error.code);

async function work(
  ctx: AppContext,
  route: JsonRoute,
  runner: RouteRunner,
  actor: Actor,
): Promise<unknown> {
  const { contract } = route;
  const rawBody =
    contract.body === undefined
      ? Buffer.alloc(0)
      : await readBody(ctx, route.bodyLimit ?? runner.bodyLimit);
  route.verify?.(rawBody, ctx.headers);
  const query = queryObject(ctx.query);
  const key = route.idempotent ? readIdempotencyKey(ctx.get('idempotency-key')) : null;
  const input: RouteInput = {
    actor,
    // The types of the contract, which defineRoute has tied to the handler.
    query: (contract.query && validate(contract.query, query, 'query')) as never,
    body: (contract.body &&
      validate(contract.body, bodyValue(ctx, rawBody, query), 'body')) as never,
    params: ctx.params as Record<string, string>,
    headers: ctx.headers,
    idempotencyKey: key,
  };
  if (key === null) return route.handle(input);
  const request = { actor, method: contract.method, path: contract.path, key, rawBody };
  return runOnce({ store: runner.idempotency, log: runner.log }, request, route.status ?? 200, () =>
    route.handle(input),
  );
}

/** Many clients and proxies drop the body of DELETE, so its query parameters stand in for one. */
function bodyValue(ctx: AppContext, rawBody: Buffer, query: Record<string, unknown>): unknown {
  if (ctx.method === 'DELETE' && rawBody.length === 0) return query;
  if (rawBody.length > 0) requireJson(ctx.get('content-type'));
  return parseJson(rawBody);
}

async function send(
  ctx: AppContext,
  route: JsonRoute,
  tables: TableStore,
  actor: Actor,
  result: unknown,
): Promise<void> {
  const usual = route.status ?? 200;
  const reply = result instanceof Reply ? (result as Reply<unknown>) : null;
  const body =
    result instanceof RowReply
      ? await readRow(tables, actor, result)
      : reply === null
        ? result
        : reply.body;
  ctx.status = result instanceof RowReply ? (result.status ?? usual) : (reply?.status ?? usual);
  ctx.set({ ...reply?.headers });
  ctx.body = body;
}

async function readRow(
  tables: TableStore,
  actor: Actor,
  { table, id }: RowReply,
): Promise<unknown> {
  const row = await tables.find(actor, table, id);
  if (row === null) throw notFound(singularOf(table));
  return row;
}
