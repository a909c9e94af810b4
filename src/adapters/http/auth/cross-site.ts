import type { AppContext } from '../app-context.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may rely on the session cookie. Browsers attach cookies to requests that other sites
 * cause; they also say where a request comes from. Without either header it is no browser.
 */
export function mayUseCookie(ctx: AppContext, ownOrigins: ReadonlySet<string>): boolean {
  if (SAFE.has(ctx.method)) return true;
  const site = ctx.get('sec-fetch-site');
  if (site !== '') return site === 'same-origin' || site === 'none';
  const origin = ctx.get('origin');
  return origin === '' || ownOrigins.has(origin) || origin === `${ctx.protocol}://${ctx.host}`;
}
