import { SETUP } from '../../support/audit-lines.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { ADMIN, startSignInApp, totpOf, type SignInApp, type Visitor } from './sign-in-app.ts';

let app: SignInApp;
let uri: string;
let backupCodes: readonly string[];
beforeAll(async () => {
  app = await startSignInApp();
  const admin = await app.signedIn();
  const enabled = await admin.post('/auth/two-factor/enable', { password: ADMIN.password });
  uri = enabled.body['totpURI'] as string;
  backupCodes = enabled.body['backupCodes'] as string[];
  const verified = await admin.post('/auth/two-factor/verify-totp', { code: totpOf(uri) });
  expect(verified.status).toBe(200);
});
afterAll(() => app.close());
beforeEach(() => app.freshLimits());

const password = async (): Promise<Visitor> => {
  const visitor = app.visitor();
  const answer = await visitor.post('/auth/sign-in/email', {
    email: ADMIN.email,
    password: ADMIN.password,
  });
  expect(answer.body).toMatchObject({ twoFactorRedirect: true });
  return visitor;
};

it('asks for the code after the password', async () => {
  const visitor = await password();
  expect(await visitor.role()).toBe('unauthenticated');
  expect((await visitor.post('/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
  expect(await visitor.role()).toBe('unauthenticated');
  expect((await visitor.post('/auth/two-factor/verify-totp', { code: totpOf(uri) })).status).toBe(
    200,
  );
  expect(await visitor.role()).toBe('admin');
});

it('asks for the code after a mailed link as well', async () => {
  const visitor = app.visitor();
  await visitor.post('/auth/sign-in/magic-link', { email: ADMIN.email });
  await expect.poll(() => app.mailer.mails.length).toBe(1);
  const token = app.mailer.tokenFor(ADMIN.email);
  const sessions = async () => (await app.owner.query('select from lea_auth.session')).rowCount;
  const before = await sessions();
  const answer = await visitor.get(`/auth/magic-link/verify?token=${token}&callbackURL=%2F`);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('/sign-in?two_factor=1');
  expect(await visitor.role()).toBe('unauthenticated');
  expect(await sessions()).toBe(before);
  expect((await visitor.post('/auth/two-factor/verify-totp', { code: totpOf(uri) })).status).toBe(
    200,
  );
  expect(await visitor.role()).toBe('admin');
});

it('takes each backup code once', async () => {
  const [code] = backupCodes;
  const first = await password();
  expect((await first.post('/auth/two-factor/verify-backup-code', { code })).status).toBe(200);
  expect(await first.role()).toBe('admin');
  const second = await password();
  expect((await second.post('/auth/two-factor/verify-backup-code', { code })).status).toBe(401);
  expect(await second.role()).toBe('unauthenticated');
});

it('stops guessing of codes', async () => {
  const visitor = await password();
  const statuses = [];
  for (let round = 0; round < 8; round += 1) {
    await app.freshLimits();
    statuses.push(
      (await visitor.post('/auth/two-factor/verify-totp', { code: `00000${round}` })).status,
    );
  }
  expect(statuses.filter((status) => status === 401).length).toBeLessThan(8);
  await app.freshLimits();
  expect(
    (await visitor.post('/auth/two-factor/verify-totp', { code: totpOf(uri) })).status,
  ).not.toBe(200);
  await app.owner.query(
    'update lea_auth."twoFactor" set "failedVerificationCount" = 0, "lockedUntil" = null',
  );
});

it('keeps the secret encrypted', async () => {
  const { rows } = await app.owner.query('select * from lea_auth."twoFactor"');
  expect(JSON.stringify(rows)).not.toContain(new URL(uri).searchParams.get('secret'));
  for (const code of backupCodes) expect(JSON.stringify(rows)).not.toContain(code);
});

it('shuts everything but enrolment to whom an admin demands it of', async () => {
  const id = await app.colleague('support', 'awa@lea.local');
  const visitor = app.visitor();
  await visitor.post('/auth/sign-in/magic-link', { email: 'awa@lea.local' });
  await expect.poll(() => app.mailer.mails.some(({ to }) => to === 'awa@lea.local')).toBe(true);
  await visitor.get(`/auth/magic-link/verify?token=${app.mailer.tokenFor('awa@lea.local')}`);
  expect(await visitor.role()).toBe('support');

  await app.identity.accounts.change(SERVICE, id, () => ({ twoFactorRequired: true }), SETUP);
  expect(await visitor.role()).toBe('two_factor_required');
  const token = await visitor.token();
  expect(await visitor.role(token)).toBe('two_factor_required');

  const enabled = await visitor.post('/auth/two-factor/enable', {});
  await visitor.post('/auth/two-factor/verify-totp', {
    code: totpOf(enabled.body['totpURI'] as string),
  });
  expect(await visitor.role()).toBe('support');
  expect(await visitor.role(await visitor.token())).toBe('support');
  expect((await app.identity.accounts.list(SERVICE)).find((one) => one.id === id)).toMatchObject({
    twoFactorEnabled: true,
    twoFactorRequired: true,
  });
});
