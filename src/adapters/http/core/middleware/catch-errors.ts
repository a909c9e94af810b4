import type { Log } from '../../../../ports/log.ts';
import type { AppContext, AppMiddleware } from '../app-context.ts';
import { describeFailure, toProblem } from '../error-map.ts';
import { HttpProblem } from '../http-problem.ts';

/** Turns every failure into `{ code, message, details? }`, and silence into a 404. */
export function catchErrors(log: Log): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.respond !== false && ctx.status === 404 && ctx.body == null) {
        answer(ctx, new HttpProblem(404, 'not_found', 'There is nothing here.'));
      }
    } catch (error) {
      const problem = toProblem(error) ?? unexpected(ctx, log, error);
      if (ctx.res.headersSent) ctx.res.destroy();
      else answer(ctx, problem);
    }
  };
}

function unexpected(ctx: AppContext, log: Log, error: unknown): HttpProblem {
  const { requestId, route = 'unmatched' } = ctx.state;
  log.error('http.failure', { requestId, route, method: ctx.method, ...describeFailure(error) });
  return new HttpProblem(500, 'internal', 'Something went wrong on our side.', {
    details: { request_id: requestId },
  });
}

function answer(ctx: AppContext, { status, code, message, details, headers }: HttpProblem): void {
  // A handler that gave up the answer to node and then failed did not send any.
  ctx.respond = true;
  ctx.status = status;
  ctx.set({ ...headers, 'Cache-Control': 'no-store' });
  ctx.body = { code, message, ...(details === undefined ? {} : { details }) };
}
