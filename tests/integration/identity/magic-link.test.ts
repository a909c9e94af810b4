import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ADMIN, startSignInApp, type SignInApp } from './sign-in-app.ts';

let app: SignInApp;
beforeAll(async () => {
  app = await startSignInApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.mailer.mails.length = 0;
  app.mailer.failure = null;
  await app.freshLimits();
});

const ask = (email: string) =>
  app.visitor().post('/auth/sign-in/magic-link', { email, callbackURL: '/' });
async function tokenFor(email: string): Promise<string> {
  await ask(email);
  await expect.poll(() => app.mailer.mails.length).toBe(1);
  return app.mailer.tokenFor(email);
}
const verify = (token: string) => {
  const visitor = app.visitor();
  const query = new URLSearchParams({ token, callbackURL: '/', errorCallbackURL: '/sign-in' });
  return visitor
    .get(`/auth/magic-link/verify?${query.toString()}`)
    .then((answer) => ({ visitor, answer }));
};

it('signs in once, through a mailed link to our own page', async () => {
  const token = await tokenFor(ADMIN.email);
  const [mail] = app.mailer.mails;
  expect(mail?.text).toContain(`http://localhost:3000/sign-in/link?token=${token}`);
  expect(mail?.text).not.toContain('/auth/');
  expect(mail?.text).toContain('10 minutes');

  const first = await verify(token);
  expect(first.answer.status).toBe(302);
  expect(first.answer.headers.get('location')).toBe('http://localhost:3000/');
  expect(await first.visitor.role()).toBe('admin');

  const second = await verify(token);
  expect(second.answer.headers.get('location')).toContain('/sign-in?error=');
  expect(await second.visitor.role()).toBe('unauthenticated');
});

it('is not used up by what a mail scanner opens', async () => {
  const token = await tokenFor(ADMIN.email);
  for (const method of ['GET', 'HEAD'])
    await app.visitor().ask(`/sign-in/link?token=${token}`, { method });
  expect(await (await verify(token)).visitor.role()).toBe('admin');
});

it('lets one of twenty at once in', async () => {
  const token = await tokenFor(ADMIN.email);
  await app.owner.query('truncate lea_auth."rateLimit"');
  const all = await Promise.all(Array.from({ length: 10 }, () => verify(token)));
  const roles = await Promise.all(all.map(({ visitor }) => visitor.role()));
  expect(roles.filter((role) => role === 'admin')).toHaveLength(1);
});

it('keeps the token only as a hash', async () => {
  const token = await tokenFor(ADMIN.email);
  const { rows } = await app.owner.query('select * from lea_auth.verification');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

it('ends after ten minutes', async () => {
  const token = await tokenFor(ADMIN.email);
  const { rows } = await app.owner.query<{ left: number }>(
    `select extract(epoch from max("expiresAt") - now())::float8 as left from lea_auth.verification`,
  );
  expect(rows[0]?.left).toBeLessThanOrEqual(600);
  await app.owner.query(
    `update lea_auth.verification set "expiresAt" = now() - interval '1 second'`,
  );
  expect(await (await verify(token)).visitor.role()).toBe('unauthenticated');
});

it('answers known, unknown and customers alike, and mails only staff', async () => {
  const known = await ask(ADMIN.email);
  const unknown = await ask('nobody@lea.local');
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  await expect.poll(() => app.mailer.mails.length).toBe(1);
  expect(app.mailer.mails.map(({ to }) => to)).toEqual([ADMIN.email]);
});

it('creates nobody', async () => {
  const count = async () => (await app.owner.query('select from lea_auth."user"')).rowCount;
  const before = await count();
  await ask('nobody@lea.local');
  expect(await count()).toBe(before);
});

it('answers as always when the mail cannot be sent, and says so in the log', async () => {
  app.mailer.failure = new Error('550 admin@lea.local unknown');
  expect((await ask(ADMIN.email)).status).toBe(200);
  await expect.poll(() => JSON.stringify(app.log.lines)).toContain('identity.background_failed');
  expect(JSON.stringify(app.log.lines)).not.toContain('admin@lea.local');
});

it('sends one address at most five an hour quarter, known or not', async () => {
  for (const email of [ADMIN.email, 'nobody@lea.local']) {
    const statuses = [];
    for (let round = 0; round < 7; round += 1) {
      await app.owner.query('truncate lea_auth."rateLimit"');
      statuses.push((await ask(email)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  }
});

it('does not cost an admin the password', async () => {
  await verify(await tokenFor(ADMIN.email));
  await app.signedIn();
});
