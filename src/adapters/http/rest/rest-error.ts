import { LeaError } from '../../../domain/shared/errors.ts';
import type { AppContext } from '../core/app-context.ts';
import { toProblem } from '../core/error-map.ts';
import { HttpProblem } from '../core/http-problem.ts';

/** A refusal with PostgREST's four fields; `details` and `hint` are texts or absent. */
export const restProblem = (
  status: number,
  code: string,
  message: string,
  more: { readonly details?: string; readonly hint?: string } = {},
): HttpProblem => new HttpProblem(status, code, message, { details: more });

/** `.single()` without exactly one row. */
export const notSingular = (rows: number): HttpProblem =>
  restProblem(406, 'PGRST116', 'Cannot coerce the result to a single JSON object', {
    details: `The result contains ${rows} rows`,
  });

/** Something of PostgREST's that is not offered here. */
export const unsupported = (code: string, message: string, hint?: string): HttpProblem =>
  restProblem(400, code, message, hint === undefined ? {} : { hint });

/**
 * Answers failures as `{ code, message, details, hint }`, which is what clients of PostgREST read; what nobody
 * expected goes on to the server's own handler.
 */
export async function inPostgrestShape(ctx: AppContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problem = toProblem(error);
    if (problem === null) throw error;
    const { details, hint } = readMore(error, problem);
    ctx.status = problem.status;
    ctx.set({ ...problem.headers, 'Cache-Control': 'no-store' });
    ctx.body = { code: problem.code, message: problem.message, details, hint };
    ctx.type = 'application/json; charset=utf-8';
  }
}

function readMore(
  error: unknown,
  { details }: HttpProblem,
): { readonly details: unknown; readonly hint: string | null } {
  if (typeof details !== 'object' || details === null || Array.isArray(details))
    return { details: details ?? null, hint: null };
  const { hint, ...rest } = details as Readonly<Record<string, unknown>>;
  const shown =
    error instanceof LeaError
      ? Object.keys(rest).length === 0
        ? null
        : rest
      : (rest['details'] ?? null);
  return { details: shown, hint: typeof hint === 'string' ? hint : null };
}
