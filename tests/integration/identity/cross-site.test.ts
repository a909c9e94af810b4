import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ADMIN, ORIGIN, startSignInApp, type SignInApp } from './sign-in-app.ts';

let app: SignInApp;
beforeAll(async () => {
  app = await startSignInApp();
});
afterAll(() => app.close());
beforeEach(() => app.freshLimits());

const JSON_TYPE = { 'content-type': 'application/json' };
/** As a browser asks that says only this of where it is. */
const ask = (path: string, headers: Record<string, string>, body = '{}') =>
  fetch(app.url + path, {
    method: 'POST',
    headers,
    ...(body !== '' && { body }),
    redirect: 'manual',
  });
const signIn = (headers: Record<string, string>, body = JSON.stringify(ADMIN)) =>
  ask('/auth/sign-in/email', headers, body);

const FOREIGN: readonly Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { referer: 'https://evil.example/x' },
  { referer: `${ORIGIN}.evil.example/` },
  { origin: 'https://evil.example', referer: `${ORIGIN}/` },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
  { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
];

it.each(FOREIGN)('another site signs nobody in, nor out: %j', async (headers) => {
  const entered = await signIn({ ...JSON_TYPE, ...headers });
  expect([entered.status, entered.headers.getSetCookie()]).toEqual([403, []]);
  const own = await signIn({ ...JSON_TYPE, origin: ORIGIN });
  const cookie = own.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  for (const path of ['/auth/sign-out', '/auth/revoke-sessions', '/auth/two-factor/enable'])
    expect((await ask(path, { ...JSON_TYPE, cookie, ...headers })).status).toBe(403);
  const still = await fetch(`${app.url}/functions/whoami`, { headers: { cookie } });
  expect(still.status).toBe(200);
});

it.each([
  ['application/x-www-form-urlencoded', new URLSearchParams(ADMIN).toString()],
  ['text/plain', JSON.stringify(ADMIN)],
  ['multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
  ['application/json-patch', JSON.stringify(ADMIN)],
  ['text/html; application/json', JSON.stringify(ADMIN)],
])('a form opens no door: %s', async (type, body) => {
  for (const headers of [{}, { origin: ORIGIN }] as Record<string, string>[]) {
    const answer = await signIn({ 'content-type': type, ...headers }, body);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([415, []]);
  }
});

it('JSON does, however its type is written', async () => {
  for (const type of ['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON'])
    expect((await signIn({ 'content-type': type, origin: ORIGIN })).status).toBe(200);
});
