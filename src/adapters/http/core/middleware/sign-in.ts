import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignInEndpoint } from '../../../../ports/identity.ts';
import type { AppMiddleware } from '../app-context.ts';
import type { RateLimit } from './rate-limit.ts';

/** What a library answers under `/auth`. */
export interface SignInMount {
  /** Reads the body itself. */
  readonly nodeHandler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** What it answers, for the document; schemas are JSON Schema. */
  endpoints(): Promise<readonly SignInEndpoint[]>;
}

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
