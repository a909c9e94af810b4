import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: object;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object; readonly securitySchemes: object };
}

let app: TestApp;
let document: Document;
let operations: readonly {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}[];
beforeAll(async () => {
  app = await startTestApp();
  document = (await (await app.fetch('/openapi.json')).json()) as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});
afterAll(() => app.close());

const walk = function* (value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const part of Object.values(value)) yield* walk(part);
};

describe('the OpenAPI document', () => {
  test('is 3.1 and lists every function of the contract that is here', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const names = [
      'whatsapp-webhook', 'start-conversation', 'send-message', 'take-over', 'hand-back', 'close-conversation',
      'recommend-products', 'trigger-alert', 'create-order-link', 'order-status', 'delete-user-data', 'export-user-data', 'slack-interactions',
    ]; // prettier-ignore
    for (const name of names) expect(Object.keys(document.paths)).toContain(`/functions/${name}`);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/o/{code}', '/healthz', '/readyz', '/openapi.json', '/docs']),
    );
  });

  test('lists exactly what the server mounts', () => {
    expect(operations).toHaveLength(app.server.routes.length);
  });

  test('has one name, a summary and an answer for every operation', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(
      operations.length,
    );
    for (const { operation } of operations) {
      expect(operation.summary).not.toBe('');
      expect(Object.keys(operation.responses).every((status) => /^[1-5]\d\d$/.test(status))).toBe(
        true,
      );
      expect(
        Object.values(operation.responses).every(({ description }) => description !== ''),
      ).toBe(true);
    }
  });

  test('declares every part of a path, as required', () => {
    for (const { path, operation } of operations) {
      const declared = operation.parameters
        .filter((parameter) => parameter.in === 'path' && parameter.required)
        .map(({ name }) => name);
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  test('has no dangling reference and no unknown security scheme', () => {
    for (const node of walk(document)) {
      if (typeof node['$ref'] !== 'string') continue;
      const target = node['$ref']
        .slice(2)
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
      expect(target).toBeDefined();
    }
    const known = Object.keys(document.components.securitySchemes);
    for (const { operation } of operations)
      for (const scheme of operation.security.flatMap(Object.keys)) expect(known).toContain(scheme);
  });

  test('says what a request must look like, from the schema that checks it', () => {
    const { requestBody, parameters, security } =
      document.paths['/functions/send-message']!['post']!;
    expect(requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['conversation_id', 'content'],
      properties: {
        conversation_id: { type: 'string', format: 'uuid' },
        content: { type: 'string', maxLength: 16000 },
      },
    });
    expect(parameters.map(({ name }) => name)).toEqual(['Idempotency-Key']);
    expect(security).toEqual([{ bearer: [] }, { session: [] }]);
    expect(document.paths['/functions/export-user-data']!['get']!.parameters).toMatchObject([
      { name: 'user_id', in: 'query', required: true },
    ]);
  });
});

describe('its page', () => {
  test('runs under the strict policy: no inline script, every file served', async () => {
    const response = await app.fetch('/docs');
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(html).not.toMatch(/<script>|\son\w+=/);
    for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await app.fetch(path!)).status, path).toBe(200);
  });

  test.each([
    ['swagger-ui.css', 'text/css'],
    ['swagger-ui-bundle.js', 'text/javascript'],
    ['start.js', 'text/javascript'],
  ])('serves %s as what it is, or browsers refuse it', async (file, type) => {
    expect((await app.fetch(`/docs/${file}`)).headers.get('content-type')).toContain(type);
  });

  test.each(['package.json', '..%2Fpackage.json', 'constructor'])(
    'serves nothing else (%s)',
    async (file) => {
      expect((await app.fetch(`/docs/${file}`)).status).toBe(404);
    },
  );
});
