import { PassThrough } from 'node:stream';
import type { AppContext } from '../core/app-context.ts';
import { toProblem } from '../core/error-map.ts';

export const NDJSON = 'application/x-ndjson';

/**
 * Answers long work line by line: `{"progress":{"done","total"}}` as it goes on, at last `{"result"}` or
 * `{"error"}`. What fails before the first line is still an error of HTTP; an unexpected failure after it
 * breaks the answer off.
 */
export async function sendProgress(
  ctx: AppContext,
  work: (tell: (done: number, total: number) => void) => Promise<unknown>,
): Promise<void> {
  const stream = new PassThrough();
  const line = (content: object): void => void stream.write(`${JSON.stringify(content)}\n`);
  const begun = Promise.withResolvers<void>();
  const result = work((done, total) => {
    line({ progress: { done, total } });
    begun.resolve();
  });
  await Promise.race([begun.promise, result]);
  ctx.set({ 'Content-Type': NDJSON, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  ctx.body = stream;
  result.then(
    (value) => {
      line({ result: value });
      stream.end();
    },
    (error: unknown) => {
      const problem = toProblem(error);
      if (problem === null) return stream.destroy(error as Error);
      const { code, message, details } = problem;
      line({ error: { code, message, ...(details === undefined ? {} : { details }) } });
      return stream.end();
    },
  );
}
