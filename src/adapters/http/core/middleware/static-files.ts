import { send } from '@koa/send';
import type { AppContext, AppMiddleware } from '../app-context.ts';

const YEAR_MS = 31_536_000_000;
const HOUR_MS = 3_600_000;
/** Programs ask here; a page in answer to a wrong path would only confuse them. */
const NO_PAGES =
  /^\/(functions|rest|auth|o|events|images|media|assets|docs|openapi\.json|healthz|readyz|metrics|simulator\/messages)(\/|$)/;

/** Promised addresses: whoever asks gets the page, programs that accept anything too. */
const PAGES = new Set(['/', '/simulator']);

/** Serves the built dashboard. Any other address that a browser asks for is one of its pages. */
export function staticFiles(root: string): AppMiddleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    ctx.state.route = 'static';
    if (ctx.path !== '/' && (await sendFile(ctx, root, ctx.path))) return;
    const isPage =
      !NO_PAGES.test(ctx.path) && (PAGES.has(ctx.path) || ctx.get('accept').includes('text/html'));
    if (isPage && (await sendFile(ctx, root, '/index.html'))) return;
    delete ctx.state.route;
    return next();
  };
}

async function sendFile(ctx: AppContext, root: string, path: string): Promise<boolean> {
  // Names in /assets carry a hash of their content; pages and the service worker must be asked for again.
  const isAsset = path.startsWith('/assets/');
  const isFresh = path.endsWith('.html') || path.endsWith('sw.js');
  const caching = isAsset ? { maxAge: YEAR_MS, immutable: true } : { maxAge: HOUR_MS };
  ctx.remove('Cache-Control');
  try {
    await send(ctx, path, { root, index: false, ...caching });
  } catch (error) {
    ctx.set('Cache-Control', 'no-store');
    const { status } = error as { readonly status?: unknown };
    if (status === 404 || status === 400 || status === 403) return false;
    throw error;
  }
  if (isFresh) ctx.set('Cache-Control', 'no-cache');
  return ctx.status !== 404;
}
