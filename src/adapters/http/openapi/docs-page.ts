import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { HttpProblem } from '../core/http-problem.ts';

/** Neither inline script nor inline handler: the page lives under the same strict policy as the dashboard. */
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Léa: API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;
const START = `window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });\n`;
/** Only these, with what they are: browsers refuse a script of another type. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
  ['start.js', 'text/javascript'],
]);

const get = (at: string) => endpoint({ method: 'GET', path: at, response: z.string() });
const COMMON = { who: 'open', tag: 'Operation', unlimited: true } as const;

/** The API for people (`/docs`) and for programs (`/openapi.json`). */
export function docsRoutes(document: () => Promise<unknown>): readonly Route[] {
  return [
    defineRawRoute(get('/openapi.json'), {
      ...COMMON,
      summary: 'This document',
      contentType: 'application/json',
      async handle(ctx) {
        ctx.body = await document();
      },
    }),
    defineRawRoute(get('/docs'), {
      ...COMMON,
      summary: 'This document, to read and to try',
      contentType: 'text/html',
      handle(ctx) {
        ctx.type = 'html';
        ctx.body = PAGE;
      },
    }),
    defineRawRoute(get('/docs/:file'), {
      ...COMMON,
      summary: 'What the page needs',
      errors: { 404: 'not_found' },
      contentType: 'text/plain',
      async handle(ctx) {
        const file = (ctx.params as Record<string, string>)['file'] ?? '';
        const type = TYPES.get(file);
        if (type === undefined) throw new HttpProblem(404, 'not_found', 'There is nothing here.');
        ctx.type = type;
        ctx.set('Cache-Control', 'public, max-age=86400');
        ctx.body = file === 'start.js' ? START : await readFile(path.join(swaggerFolder(), file));
      },
    }),
  ];
}

const swaggerFolder = (): string =>
  path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
