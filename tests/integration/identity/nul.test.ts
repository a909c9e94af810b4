import { afterAll, beforeAll, expect, it } from 'vitest';
import { SIGN_IN_PATHS } from '../../../src/adapters/identity/local/sign-in-paths.ts';
import { startSignInApp, type SignInApp } from './sign-in-app.ts';

/** PostgreSQL stores no NUL, so one that came through would be a failure of ours. */
const FIELDS = ['email', 'token', 'password', 'newPassword', 'code', 'callbackURL', 'redirectTo'];
const NUL = Object.fromEntries(FIELDS.map((name) => [name, 'a\0b']));

let app: SignInApp;
beforeAll(async () => {
  app = await startSignInApp();
});
afterAll(() => app.close());

it.each(Object.keys(SIGN_IN_PATHS))(
  '/auth%s takes NUL for a mistake of the caller',
  async (path) => {
    await app.freshLimits();
    const query = `/auth${path}?${new URLSearchParams(NUL).toString()}`;
    for (const who of [app.visitor(), await app.signedIn()]) {
      for (const answer of [
        await who.get(query),
        await who.post(query, {}),
        await who.post(`/auth${path}?token=a%00b`, {
          token: '',
          newPassword: 'long enough to be one',
        }),
        await who.post(`/auth${path}`, NUL),
      ])
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    }
  },
);

it('names the field', async () => {
  const answer = await app
    .visitor()
    .post('/auth/reset-password?token=a%00b', { token: '', newPassword: 'long enough to be one' });
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'INVALID_REQUEST', message: 'token must not contain the character NUL.' },
  });
});
