import type { AppMiddleware } from '../app-context.ts';

const EXPOSED = 'Content-Range, Preference-Applied, Retry-After, X-Request-Id, Idempotent-Replayed';

/**
 * Lets browser clients of the listed origins in. Without credentials: they send a bearer, the session cookie
 * is for our own pages.
 */
export function cors(origins: readonly string[]): AppMiddleware {
  const allowed = new Set(origins.map((origin) => origin.replace(/(?<!\/)\/+$/, '').toLowerCase()));
  return async (ctx, next) => {
    const origin = ctx.get('origin');
    if (allowed.size > 0) ctx.vary('Origin');
    if (origin === '' || !allowed.has(origin.toLowerCase())) return next();
    ctx.set('Access-Control-Allow-Origin', origin);
    ctx.set('Access-Control-Expose-Headers', EXPOSED);
    if (ctx.method !== 'OPTIONS' || ctx.get('access-control-request-method') === '') return next();
    ctx.vary('Access-Control-Request-Headers');
    ctx.set('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, PATCH, DELETE');
    ctx.set('Access-Control-Allow-Headers', ctx.get('access-control-request-headers'));
    ctx.set('Access-Control-Max-Age', '600');
    ctx.status = 204;
  };
}
