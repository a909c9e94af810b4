import type { AppMiddleware } from '../app-context.ts';

const ALIAS = '/functions/v1/';

/** supabase-js looks for `/functions/v1/NAME`; it is the same as `/functions/NAME`. */
export const functionAlias: AppMiddleware = async (ctx, next) => {
  if (ctx.path.startsWith(ALIAS)) ctx.path = `/functions/${ctx.path.slice(ALIAS.length)}`;
  await next();
};
