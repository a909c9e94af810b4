import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { HttpProblem } from '../core/http-problem.ts';

/** Finds a product's picture by what follows `/images/`; null when there is none. */
export type ResolveImage = (
  key: string,
) => Promise<{ readonly bytes: Uint8Array; readonly mimeType: string } | null>;

const contract = endpoint({ method: 'GET', path: '/images/*key', response: z.string() });

/** Pictures of products are public: the gateway and the customers' phones fetch them. A new picture gets a new key. */
export const images = (resolve: ResolveImage): Route =>
  defineRawRoute(contract, {
    summary: "A product's picture",
    tag: 'Catalogue',
    who: 'open',
    unlimited: true,
    contentType: 'image/*',
    errors: { 404: 'not_found' },
    async handle(ctx) {
      ctx.state.route = 'images';
      const key = (ctx.params as Record<string, string>)['key'] ?? '';
      const isKey = /^[\w-][\w./-]{0,250}$/.test(key) && !key.includes('..');
      const image = isKey ? await resolve(key) : null;
      if (image === null || !image.mimeType.startsWith('image/'))
        throw new HttpProblem(404, 'not_found', 'There is no such picture.');
      ctx.set({
        'Content-Type': image.mimeType,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        // An SVG opened by itself is a document that could run scripts.
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      });
      ctx.body = Buffer.from(image.bytes);
    },
  });
