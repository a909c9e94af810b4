import getRawBody from 'raw-body';
import type { AppContext } from '../app-context.ts';
import { HttpProblem } from '../http-problem.ts';

/** One megabyte: no request of ours needs more, files go elsewhere. */
export const DEFAULT_BODY_LIMIT = 1_048_576;

/**
 * The bytes as they came: signatures are over them.
 * @throws HttpProblem 413 `too_large`, 415 when compressed, 400 when the connection broke
 */
export async function readBody(ctx: AppContext, limit: number): Promise<Buffer> {
  const encoding = ctx.get('content-encoding').trim().toLowerCase();
  if (encoding !== '' && encoding !== 'identity') {
    throw new HttpProblem(415, 'unsupported_media_type', 'Send the body uncompressed.');
  }
  const length = ctx.get('content-length');
  try {
    return await getRawBody(ctx.req, { limit, length: length === '' ? null : length });
  } catch (error) {
    // raw-body leaves the rest unread, and the connection's next request would wait behind it for ever.
    ctx.req.resume();
    const { type } = error as { readonly type?: unknown };
    if (type === 'entity.too.large') {
      throw new HttpProblem(413, 'too_large', `The body is larger than ${limit} bytes.`);
    }
    if (type === 'request.aborted' || type === 'request.size.invalid') {
      throw new HttpProblem(400, 'incomplete_body', 'The body ended too early.');
    }
    throw error;
  }
}
