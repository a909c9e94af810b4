import { randomUUID } from 'node:crypto';
import type { Log } from '../../../../ports/log.ts';
import type { Metrics } from '../../../../ports/metrics.ts';
import type { AppContext, AppMiddleware } from '../app-context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Asked all the time; when they succeed, the figures say enough. */
const QUIET = new Set([
  '/functions/whatsapp-webhook',
  '/healthz',
  '/readyz',
  '/metrics',
  'static',
  'images',
]);

/** Gives each request an id, counts and times it, and logs it without path, query, address or words. */
export function observe(deps: { readonly log: Log; readonly metrics: Metrics }): AppMiddleware {
  return async (ctx, next) => {
    const started = performance.now();
    const given = ctx.get('x-request-id');
    // Only a UUID is taken over: anything else could carry a person's data into the log.
    ctx.state.requestId = UUID.test(given) ? given.toLowerCase() : randomUUID();
    ctx.set('X-Request-Id', ctx.state.requestId);
    ctx.res.once('close', () => record(ctx, deps, performance.now() - started));
    await next();
  };
}

function record(
  ctx: AppContext,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
  ms: number,
): void {
  const { requestId, route = 'unmatched' } = ctx.state;
  // 499, as nginx has it: the client went away first.
  const status = ctx.res.writableFinished ? ctx.res.statusCode : 499;
  const { method } = ctx;
  metrics.count('lea_http_requests_total', { route, method, status: String(status) });
  const isStream = String(ctx.res.getHeader('content-type') ?? '').startsWith('text/event-stream');
  if (!isStream) metrics.observe('lea_http_duration_seconds', ms / 1000, { route });
  if (status < 400 && QUIET.has(route)) return;
  log.info('http.request', { requestId, method, route, status, ms: Math.round(ms) });
}
