import type { AppMiddleware } from '../app-context.ts';
import { HttpProblem } from '../http-problem.ts';

/** For paths that exist, but not with this method. */
export const knownMethods: AppMiddleware = async (ctx, next) => {
  const matched =
    (ctx as { readonly matched?: readonly { readonly methods: readonly string[] }[] }).matched ??
    [];
  const allow = [...new Set(matched.flatMap(({ methods }) => methods))].join(', ');
  if (allow === '') return next();
  if (ctx.method !== 'OPTIONS') {
    throw new HttpProblem(405, 'method_not_allowed', `${ctx.method} is not offered here.`, {
      headers: { Allow: allow },
    });
  }
  ctx.set('Allow', allow);
  ctx.status = 204;
};
