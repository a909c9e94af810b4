import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { auditLines, SETUP } from '../../support/audit-lines.ts';
import { ADMIN, startSignInApp, totpOf, type SignInApp, type Visitor } from './sign-in-app.ts';

const PASSWORD = 'trois tortues vertes';
let app: SignInApp;
let people = 0;
beforeAll(async () => {
  app = await startSignInApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.freshLimits();
  await app.owner.query('truncate audit_logs');
});

/** What the log says, in short. */
const told = async () =>
  (await auditLines(app.owner)).map(({ actor, action, outcome, rows }) => ({
    who: actor.kind === 'staff' ? actor.userId : actor.kind,
    action,
    outcome,
    account: rows[0] ?? null,
    address: 'from' in actor ? actor.from?.address : null,
  }));
const line = (who: string, action: string, account: string | null, outcome = 'done') => ({
  who,
  action,
  outcome,
  account,
  address: '127.0.0.1',
});
/** The token of the mail that `work` causes. */
async function mailed(email: string, work: () => Promise<unknown>): Promise<string> {
  const mails = () => app.mailer.mails.filter(({ to }) => to === email).length;
  const before = mails();
  await work();
  await expect.poll(mails).toBe(before + 1);
  return app.mailer.tokenFor(email);
}
const forget = () => app.owner.query('truncate audit_logs');

/** Somebody of their own with a password, who comes in by it. */
async function somebody(): Promise<{ id: UserId; email: string; enter: () => Promise<Visitor> }> {
  people += 1;
  const email = `awa${people}@lea.local`;
  const id = await app.colleague('support', email);
  const door = app.visitor();
  const token = await mailed(email, () => door.post('/auth/request-password-reset', { email }));
  await door.post('/auth/reset-password', { token, newPassword: PASSWORD });
  await forget();
  return {
    id,
    email,
    enter: async () => {
      const visitor = app.visitor();
      await visitor.post('/auth/sign-in/email', { email, password: PASSWORD });
      await forget();
      return visitor;
    },
  };
}

/** With an authenticator app enrolled and shown; answers how to make codes. */
async function withSecondFactor(visitor: Visitor): Promise<() => string> {
  const { body } = await visitor.post('/auth/two-factor/enable', { password: PASSWORD });
  const code = () => totpOf(body['totpURI'] as string);
  await visitor.post('/auth/two-factor/verify-totp', { code: code() });
  return code;
}

describe('the door leaves a line', () => {
  it('for who comes in by a password, with role and address', async () => {
    const { id, email } = await somebody();
    await app.visitor().post('/auth/sign-in/email', { email, password: PASSWORD });
    expect(await told()).toEqual([line(id, 'sign_in.succeeded', id)]);
    const [first] = await auditLines(app.owner);
    expect(first?.actor).toMatchObject({ role: 'support', from: { channel: 'dashboard' } });
  });

  it('for a wrong password at a known account, and for a stranger without what they typed', async () => {
    const { id, email } = await somebody();
    await app.visitor().post('/auth/sign-in/email', { email, password: 'not this one at all' });
    await app.visitor().post('/auth/sign-in/email', {
      email: 'awa.ndong@example.org',
      password: 'a word of mine',
    });
    expect(await told()).toEqual([
      line('anonymous', 'sign_in.failed', id, 'failed'),
      line('anonymous', 'sign_in.failed', null, 'failed'),
    ]);
    const { rows } = await app.owner.query<{ log: string }>(
      'select string_agg(to_jsonb(audit_logs)::text, $1) as log from audit_logs',
      [' '],
    );
    expect(rows[0]?.log).not.toMatch(/ndong|example|word of mine|not this one/i);
  });

  it('for an account that was shut', async () => {
    const { id, email } = await somebody();
    await app.identity.accounts.change(SERVICE, id, () => ({ disabledAt: new Date() }), SETUP);
    await forget();
    await app.visitor().post('/auth/sign-in/email', { email, password: PASSWORD });
    expect(await told()).toEqual([line('anonymous', 'sign_in.failed', id, 'failed')]);
  });

  it('for a link that is asked for, used, and used again', async () => {
    const { id, email } = await somebody();
    const visitor = app.visitor();
    const token = await mailed(email, () => visitor.post('/auth/sign-in/magic-link', { email }));
    await visitor.post('/auth/sign-in/magic-link', { email: 'nobody@lea.local' });
    const link = `/auth/magic-link/verify?token=${encodeURIComponent(token)}`;
    await visitor.get(link);
    await app.visitor().get(link);
    expect(await told()).toEqual([
      line('anonymous', 'sign_in.link_requested', id),
      line('anonymous', 'sign_in.link_requested', null),
      line(id, 'sign_in.succeeded', id),
      line('anonymous', 'sign_in.failed', null, 'failed'),
    ]);
  });

  it('for a forgotten password, its reset, and a reset without a right', async () => {
    const { id, email } = await somebody();
    const visitor = app.visitor();
    const token = await mailed(email, () =>
      visitor.post('/auth/request-password-reset', { email }),
    );
    await visitor.post('/auth/reset-password', { token, newPassword: `${PASSWORD} encore` });
    await visitor.post('/auth/reset-password', { token, newPassword: `${PASSWORD} encore` });
    expect(await told()).toEqual([
      line('anonymous', 'password.reset_requested', id),
      line(id, 'password.reset', id),
      line('anonymous', 'password.reset', null, 'failed'),
    ]);
  });

  it('for a changed password, also when the old one was wrong', async () => {
    const { id, enter } = await somebody();
    const visitor = await enter();
    const change = (currentPassword: string) =>
      visitor.post('/auth/change-password', { currentPassword, newPassword: `${PASSWORD} !` });
    await change('not this one at all');
    await change(PASSWORD);
    expect(await told()).toEqual([
      line(id, 'password.changed', id, 'failed'),
      line(id, 'password.changed', id),
    ]);
  });

  it('for sessions that are ended, and none where there is no session', async () => {
    const { id, enter } = await somebody();
    const visitor = await enter();
    const other = await enter();
    await visitor.post('/auth/revoke-other-sessions', {});
    await visitor.post('/auth/sign-out', {});
    await visitor.post('/auth/sign-out', {});
    await other.post('/auth/revoke-sessions', {});
    expect(await told()).toEqual([line(id, 'session.revoked', id), line(id, 'sign_out', id)]);
  });

  it('for a second factor that is enrolled, asked for, missed, given and taken away', async () => {
    const { id, email, enter } = await somebody();
    const visitor = await enter();
    const code = await withSecondFactor(visitor);
    expect(await told()).toEqual([
      line(id, 'two_factor.enrolled', id),
      line(id, 'two_factor.enabled', id),
    ]);

    await forget();
    const again = app.visitor();
    await again.post('/auth/sign-in/email', { email, password: PASSWORD });
    await again.post('/auth/two-factor/verify-totp', { code: '000000' });
    await again.post('/auth/two-factor/verify-totp', { code: code() });
    expect(await told()).toEqual([
      line('anonymous', 'sign_in.code_asked', id),
      line('anonymous', 'sign_in.failed', id, 'failed'),
      line(id, 'sign_in.succeeded', id),
    ]);

    await forget();
    await again.post('/auth/two-factor/get-totp-uri', { password: PASSWORD });
    await again.post('/auth/two-factor/generate-backup-codes', { password: PASSWORD });
    await again.post('/auth/two-factor/disable', { password: 'not this one at all' });
    await again.post('/auth/two-factor/disable', { password: PASSWORD });
    expect(await told()).toEqual([
      line(id, 'two_factor.secret_shown', id),
      line(id, 'two_factor.codes_renewed', id),
      line(id, 'two_factor.disabled', id, 'failed'),
      line(id, 'two_factor.disabled', id),
    ]);
  });

  it('for a second factor behind a link as well', async () => {
    const { id, email, enter } = await somebody();
    await withSecondFactor(await enter());
    await forget();
    const visitor = app.visitor();
    const token = await mailed(email, () => visitor.post('/auth/sign-in/magic-link', { email }));
    await visitor.get(`/auth/magic-link/verify?token=${encodeURIComponent(token)}&callbackURL=%2F`);
    expect((await told()).at(-1)).toEqual(line('anonymous', 'sign_in.code_asked', id));
  });

  it('and none for a request that is malformed, or only looks', async () => {
    const visitor = await app.signedIn();
    await forget();
    await visitor.post('/auth/sign-in/email', { email: 'no address', password: 'x' });
    await visitor.post('/auth/sign-in/email', { email: ADMIN.email });
    await visitor.get('/auth/get-session');
    await visitor.get('/auth/list-sessions');
    await visitor.token();
    expect(await told()).toEqual([]);
  });
});
