import koaCors from '@koa/cors';
import type { AppMiddleware } from '../app-context.ts';

const EXPOSED = 'Content-Range, Preference-Applied, Retry-After, X-Request-Id, Idempotent-Replayed';

/**
 * Lets browser clients of the listed origins in. Without credentials: they send a bearer, the session cookie
 * is for our own pages.
 */
export function cors(origins: readonly string[]): AppMiddleware {
  if (origins.length === 0) return (_, next) => next();
  const allowed = new Set(origins.map((origin) => origin.replace(/(?<!\/)\/+$/, '').toLowerCase()));
  const known = koaCors({
    origin: (ctx) => (allowed.has(ctx.get('origin').toLowerCase()) ? ctx.get('origin') : ''),
    allowMethods: 'GET, HEAD, POST, PUT, PATCH, DELETE',
    exposeHeaders: EXPOSED,
    maxAge: 600,
    // Errors are answered outside of this, with what is set by then.
    keepHeadersOnError: false,
  });
  return async (ctx, next) => {
    await known(ctx, next);
  };
}
