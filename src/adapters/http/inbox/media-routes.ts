import { z } from 'zod';
import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { MediaStore } from '../../../ports/media-store.ts';
import { endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { HttpProblem } from '../core/http-problem.ts';

const contract = endpoint({ method: 'GET', path: '/media/*key', response: z.string() });
/** Shown in the page; anything else is only ever downloaded, as it comes from a stranger. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|audio\/[\w.+-]+|video\/(mp4|webm|3gpp))(;|$)/;

interface MediaDeps {
  readonly store: MediaStore;
  readonly traceAccess: Pick<TraceAccess, 'execute'>;
}

/** Files of customers, for those who may read their messages. */
export const mediaRoute = ({ store, traceAccess }: MediaDeps): Route =>
  defineRawRoute(contract, {
    summary: 'A file that a customer sent',
    tag: 'Inbox',
    who: 'file.read',
    contentType: '*/*',
    answers: { 206: 'The part that was asked for' },
    errors: { 404: 'not_found', 416: 'invalid_range' },
    async handle(ctx, actor) {
      const key = (ctx.params as Record<string, string>)['key'] ?? '';
      const file =
        /^[a-z0-9_-][a-z0-9_./-]{0,250}$/.test(key) && !key.includes('..')
          ? await store.get(key)
          : null;
      if (file === null) throw new HttpProblem(404, 'not_found', 'There is no such file.');
      // A player asks for one recording in many parts.
      await traceAccess.execute({
        actor,
        action: 'file.read',
        subjects: ownerOf(key),
        sameAs: key,
      });
      ctx.set({
        'Content-Type': file.mimeType,
        'Content-Disposition': SHOWN.test(file.mimeType) ? 'inline' : 'attachment',
        // Kept by this browser only, and not for long: an erasure must not leave pictures behind.
        'Cache-Control': 'private, max-age=300',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Accept-Ranges': 'bytes',
      });
      const range = readRange(ctx.get('range'), file.bytes.length);
      if (range === null) {
        ctx.body = Buffer.from(file.bytes);
        return;
      }
      // Safari plays no audio from a server without ranges.
      ctx.status = 206;
      ctx.set('Content-Range', `bytes ${range.from}-${range.to}/${file.bytes.length}`);
      ctx.body = Buffer.from(file.bytes.subarray(range.from, range.to + 1));
    },
  });

/** A customer's files lie in a folder of hers. */
function ownerOf(key: string): readonly UserId[] {
  const id = /^customers\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//.exec(key)?.[1];
  return id === undefined ? [] : [id as UserId];
}

/** One range of bytes; null when the whole is wanted. @throws HttpProblem 416 `invalid_range` */
function readRange(
  header: string,
  size: number,
): { readonly from: number; readonly to: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to)
    throw new HttpProblem(416, 'invalid_range', 'The file is shorter than that.', {
      headers: { 'Content-Range': `bytes */${size}` },
    });
  return { from, to };
}
