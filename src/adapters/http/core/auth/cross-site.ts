import type { AppContext } from '../app-context.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may rely on the session cookie, or on being made on this machine. Browsers do both for
 * requests that other sites cause; they also say where a request comes from, and whatever they say must name
 * us. What says nothing at all is no browser.
 */
export function causedByOurselves(ctx: AppContext, ownOrigins: ReadonlySet<string>): boolean {
  if (SAFE.has(ctx.method)) return true;
  const site = ctx.get('sec-fetch-site');
  const isOwn = (origin: string): boolean =>
    ownOrigins.has(origin) || origin === `${ctx.protocol}://${ctx.host}`;
  return (
    (site === '' || site === 'same-origin' || site === 'none') &&
    (ctx.headers.origin === undefined || isOwn(ctx.headers.origin)) &&
    (ctx.headers.referer === undefined || isOwn(originOf(ctx.headers.referer)))
  );
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : 'null');
