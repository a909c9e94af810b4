import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SIGN_IN_PATHS } from '../../../src/adapters/identity/local/sign-in-paths.ts';
import { ADMIN, ORIGIN, startSignInApp, type SignInApp } from './sign-in-app.ts';

/** May ask us for something with a browser, and is not led to. */
const FRIEND = 'https://shop.example';

let app: SignInApp;
beforeAll(async () => {
  app = await startSignInApp({ trustedOrigins: [FRIEND] });
});
afterAll(() => app.close());
beforeEach(() => app.freshLimits());

const ELSEWHERE = [
  'https://evil.example/x',
  `${FRIEND}/`,
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2Fevil.example',
  '/%252Fevil.example',
  '/%5Cevil.example',
  '/%09/evil.example',
  '/%E0%A4%A',
  '%2F%2Fevil.example',
  'https%3A%2F%2Fevil.example',
  'https:evil.example',
  'http:/evil.example',
  'evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  `${ORIGIN}@evil.example/`,
  `${ORIGIN}.evil.example/`,
  `${ORIGIN}0/`,
  `${ORIGIN}\\@evil.example`,
  `${ORIGIN}//evil.example`,
  'http://user:pw@localhost:3000/',
  'http://localhost:3001/',
  'https://localhost:3000/',
];
const FIELDS = [
  'callbackURL',
  'callbackUrl',
  'errorCallbackURL',
  'newUserCallbackURL',
  'redirectTo',
];
const KIN = ['callback_url', 'redirect_uri', 'CALLBACKURL', 'returnTo', 'redirect'];

const refusal = (name: string) => ({
  status: 400,
  body: {
    code: 'invalid_request',
    message: `${name} must be a page of this installation.`,
  },
});

it.each([
  ...ELSEWHERE.map((target) => [target, target]),
  ['a very long page', `/${'a'.repeat(5_000)}`],
])('a link never leads to %s', async (_, target) => {
  const query = new URLSearchParams({ token: 'x', callbackURL: target });
  expect(await app.visitor().get(`/auth/magic-link/verify?${query.toString()}`)).toMatchObject(
    refusal('callbackURL'),
  );
  expect(
    await app
      .visitor()
      .post('/auth/sign-in/magic-link', { email: ADMIN.email, callbackURL: target }),
  ).toMatchObject(refusal('callbackURL'));
});

it.each([...FIELDS, ...KIN])('the field %s is looked at wherever it stands', async (name) => {
  const target = '//evil.example';
  const encoded = [...name].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('');
  const visitor = app.visitor();
  for (const path of Object.keys(SIGN_IN_PATHS)) {
    const answers = [
      await visitor.get(`/auth${path}?${name}=${encodeURIComponent(target)}`),
      await visitor.get(`/auth${path}?${name}=%2F&${encoded}=${encodeURIComponent(target)}`),
      await visitor.post(`/auth${path}`, { [name]: target }),
      await visitor.post(`/auth${path}`, { [name]: ['/', target] }),
      await visitor.post(`/auth${path}`, { [name]: { toString: target } }),
      await visitor.ask(`/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ [name]: target }).toString(),
      }),
      await visitor.get(`/auth${path}`, { [name]: target }),
    ];
    for (const [index, answer] of answers.entries())
      expect(answer, `${path}, ${index}`).toMatchObject({
        status: 400,
        body: {
          code: 'invalid_request',
          message: expect.stringMatching(/ page of this inst/) as string,
        },
      });
    await app.freshLimits();
  }
});

it('refuses before a link is used up or sent', async () => {
  await app.visitor().post('/auth/sign-in/magic-link', { email: ADMIN.email });
  await expect.poll(() => app.mailer.mails.length).toBe(1);
  const token = app.mailer.tokenFor(ADMIN.email);
  const verify = (errorCallbackURL: string, visitor = app.visitor()) =>
    visitor.get(
      `/auth/magic-link/verify?${new URLSearchParams({ token, callbackURL: '/', errorCallbackURL }).toString()}`,
    );
  expect(await verify(`${FRIEND}/`)).toMatchObject(refusal('errorCallbackURL'));
  const visitor = app.visitor();
  expect((await verify('/sign-in', visitor)).status).toBe(302);
  expect(await visitor.role()).toBe('admin');
});

it.each([
  ['/', `${ORIGIN}/`],
  ['/inbox?who=a%2Fb//c&next=https://x.example#top', null],
  ['/a%20b', null],
  [ORIGIN, `${ORIGIN}/`],
  [`${ORIGIN}/orders`, `${ORIGIN}/orders`],
  ['http://127.0.0.1:3000/orders', 'http://127.0.0.1:3000/orders'],
  ['', null],
])('a page of ours is led to: %s', async (target, location) => {
  const query = new URLSearchParams({ token: 'x', callbackURL: target });
  const answer = await app.visitor().get(`/auth/magic-link/verify?${query.toString()}`);
  if (location === null) expect(answer.body['message'] ?? '').not.toContain('page of this');
  else expect(answer.headers.get('location')).toMatch(new RegExp(`^${location}\\?error=`));
});
