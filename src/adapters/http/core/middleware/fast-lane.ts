import type { AppMiddleware } from '../app-context.ts';
import type { Route } from '../define-route.ts';

/**
 * Answers the routes that only machines call, as often as they can, before anything is done for the sake of
 * browsers (policies, compression) and before the router tries every other path.
 */
export function fastLane(
  routes: readonly Route[],
  run: (route: Route) => AppMiddleware,
): AppMiddleware {
  const byPath = new Map(
    routes
      .filter((route) => route.machinesOnly)
      .map((route) => [`${route.contract.method} ${route.contract.path}`, run(route)]),
  );
  return (ctx, next) => (byPath.get(`${ctx.method} ${ctx.path}`) ?? runNext)(ctx, next);
}

const runNext: AppMiddleware = (_ctx, next) => next();
