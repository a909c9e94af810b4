import { Router } from '@koa/router';
import Koa from 'koa';
import compress from 'koa-compress';
import type { AppContext, AppMiddleware, AppState } from './core/app-context.ts';
import { Guard } from './core/auth/guard.ts';
import { trialCheck } from './core/auth/trial.ts';
import type { Route } from './core/define-route.ts';
import type { HttpServerDeps } from './server-deps.ts';
import { BEHIND_PROXY, LIMITS, Listener } from './core/listener.ts';
import { catchErrors } from './core/middleware/catch-errors.ts';
import { cors } from './core/middleware/cors.ts';
import { fastLane } from './core/middleware/fast-lane.ts';
import { functionAlias } from './core/middleware/function-alias.ts';
import { knownMethods } from './core/middleware/known-methods.ts';
import { observe } from './core/middleware/observe.ts';
import {
  ANONYMOUS_PER_MINUTE,
  RateLimit,
  WRONG_SECRETS_PER_MINUTE,
} from './core/middleware/rate-limit.ts';
import { readableTarget } from './core/middleware/readable-target.ts';
import { securityHeaders } from './core/middleware/security-headers.ts';
import { signIn } from './core/middleware/sign-in.ts';
import { staticFiles } from './core/middleware/static-files.ts';
import { docsRoutes } from './openapi/docs-page.ts';
import { openApiDocument } from './openapi/openapi-document.ts';
import { DEFAULT_BODY_LIMIT } from './core/request/read-body.ts';
import { allRoutes } from './all-routes.ts';
import { runRoute, type RouteRunner } from './core/run-route.ts';

export interface HttpServer extends Pick<Listener, 'listen' | 'close' | 'closing'> {
  readonly app: Koa<AppState>;
  readonly routes: readonly Route[];
}

/** Everything that Léa answers over HTTP, ready to listen. */
export function createHttpServer(deps: HttpServerDeps): HttpServer {
  const { settings, log, metrics } = deps;
  const app = new Koa<AppState>({
    proxy: settings.trustProxy > 0,
    maxIpsCount: settings.trustProxy,
  });
  const listener = new Listener(
    app.callback.bind(app),
    settings.trustProxy > 0 ? BEHIND_PROXY : LIMITS,
  );
  const rateLimit = new RateLimit(settings.anonymousPerMinute ?? ANONYMOUS_PER_MINUTE);
  const routes: Route[] = allRoutes(deps, () => listener.closing.aborted);
  // Computed when first asked for: the document lists its own routes as well.
  let document: Promise<unknown> | undefined;
  const describe = async (): Promise<unknown> =>
    openApiDocument(routes, (await deps.auth?.endpoints()) ?? [], settings);
  routes.push(...docsRoutes(() => (document ??= describe())));

  const runner = runnerOf(deps, rateLimit);
  const run = (route: Route): AppMiddleware => runRoute(route, runner);

  app.use(observe({ log, metrics }));
  app.use((ctx, next) => beforeAnswer(ctx, next, listener.closing));
  app.use(catchErrors(log));
  app.use(readableTarget);
  app.use(functionAlias);
  app.use(fastLane(routes, run));
  app.use(cors(settings.corsOrigins));
  app.use(securityHeaders(settings.publicUrl));
  app.use(compress());
  if (deps.auth !== undefined) app.use(signIn(deps.auth, rateLimit));
  app.use(routerOf(routes, run));
  app.use(knownMethods);
  if (deps.staticFiles !== undefined) app.use(staticFiles(deps.staticFiles.root));
  // Koa's own words would go to the console with a stack.
  app.on('error', () => log.warn('http.broken_response'));
  return {
    app,
    routes,
    listen: listener.listen.bind(listener),
    close: listener.close.bind(listener),
    closing: listener.closing,
  };
}

/** Answers are private until a route says otherwise, and a closing server wants no more on this connection. */
async function beforeAnswer(
  ctx: AppContext,
  next: () => Promise<unknown>,
  closing: AbortSignal,
): Promise<void> {
  ctx.set('Cache-Control', 'no-store');
  await next();
  if (closing.aborted && !ctx.res.headersSent) ctx.set('Connection', 'close');
}

function runnerOf(deps: HttpServerDeps, rateLimit: RateLimit): RouteRunner {
  const { identity, authorise, tables, idempotency, log, settings } = deps;
  const { publicApiKey, serviceRoleKey, publicUrl, exposure } = settings;
  const ownOrigins = new Set([new URL(publicUrl).origin]);
  return {
    isTrial: trialCheck(exposure, ownOrigins),
    wrongSecrets: new RateLimit(settings.wrongSecretsPerMinute ?? WRONG_SECRETS_PER_MINUTE),
    guard: new Guard({ identity, authorise, publicApiKey, serviceRoleKey, ownOrigins }),
    rateLimit,
    tables,
    idempotency,
    log,
    bodyLimit: settings.bodyLimit ?? DEFAULT_BODY_LIMIT,
  };
}

function routerOf(
  routes: readonly Route[],
  run: (route: Route) => AppMiddleware,
): Koa.Middleware<AppState> {
  const router = new Router<AppState>();
  for (const route of routes) {
    router.register(
      route.contract.path,
      [route.contract.method],
      run(route) as Parameters<typeof router.use>[0],
    );
  }
  return router.routes() as Koa.Middleware<AppState>;
}
