import type { AppMiddleware } from '../app-context.ts';
import type { SignInMount } from '../http-server-deps.ts';
import type { RateLimit } from './rate-limit.ts';

/** Hands `/auth/*` to the library that does sign-in; it reads and answers on node's own objects. */
export function signIn({ nodeHandler }: SignInMount, rateLimit: RateLimit): AppMiddleware {
  return async (ctx, next) => {
    if (ctx.path !== '/auth' && !ctx.path.startsWith('/auth/')) return next();
    ctx.state.route = '/auth';
    await rateLimit.count(ctx);
    ctx.respond = false;
    // Koa has put 404 there, which a handler that only ends the response would send.
    ctx.res.statusCode = 200;
    await nodeHandler(ctx.req, ctx.res);
  };
}
