import { afterAll, beforeAll, expect, it } from 'vitest';
import { SIGN_IN_PATHS } from '../../../src/adapters/identity/local/sign-in-paths.ts';
import { ORIGIN, startSignInApp, type SignInApp } from './sign-in-app.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: object } };
  };
}

let app: SignInApp;
let operations: readonly (Operation & { readonly path: string; readonly method: string })[];
let text: string;
beforeAll(async () => {
  app = await startSignInApp();
  text = await (await fetch(`${app.url}/openapi.json`)).text();
  const { paths } = JSON.parse(text) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
  );
});
afterAll(() => app.close());

const signIn = () => operations.filter(({ path }) => path.startsWith('/auth/'));

it('the document lists all of sign-in that is answered, and nothing that is not', () => {
  expect(new Set(signIn().map(({ path }) => path))).toEqual(
    new Set(Object.keys(SIGN_IN_PATHS).map((path) => `/auth${path}`)),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { summary, path } of signIn()) expect(summary, path).toMatch(/ /);
});

it('each is there by its method, and asks for a session where the document says so', async () => {
  for (const { path, method, security } of signIn()) {
    const { status } = await fetch(app.url + path, {
      method: method.toUpperCase(),
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      redirect: 'manual',
      ...(method === 'post' ? { body: '{}' } : {}),
    });
    expect([404, 405, 500], path).not.toContain(status);
    if (security.length > 0 && path !== '/auth/sign-out')
      expect([400, 401], path).toContain(status);
  }
});

it('says what is sent', () => {
  const { requestBody } = operations.find(({ path }) => path === '/auth/sign-in/email')!;
  expect(requestBody?.content['application/json'].schema).toMatchObject({
    required: ['email', 'password'],
  });
  // The library's own parts are written out.
  expect(
    [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name),
  ).not.toContain('User');
});
