import type { AppMiddleware } from '../app-context.ts';
import { HttpProblem } from '../http-problem.ts';

/** Refuses a request line whose target is neither a path nor a URL: everything after this reads its path. */
export const readableTarget: AppMiddleware = (ctx, next) => {
  const { url } = ctx;
  if (!url.startsWith('/') && url !== '*' && !URL.canParse(url))
    throw new HttpProblem(400, 'invalid_request', 'The target of this request is no address.');
  return next();
};
