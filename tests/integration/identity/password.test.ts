import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADMIN, startSignInApp, type SignInApp } from './sign-in-app.ts';

let app: SignInApp;
beforeAll(async () => {
  app = await startSignInApp();
});
afterAll(() => app.close());
beforeEach(() => app.freshLimits());

const attempt = (email: string, password: string, headers = {}) =>
  app.visitor().post('/auth/sign-in/email', { email, password }, headers);

describe('signing in with a password', () => {
  it('opens a session that the guard knows', async () => {
    const admin = await app.signedIn();
    expect(await admin.role()).toBe('admin');
    expect(admin.cookies()).toEqual(['lea.session_token']);
  });

  it('takes the address in any case', async () => {
    expect((await attempt('ADMIN@Lea.Local', ADMIN.password)).status).toBe(200);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await attempt(ADMIN.email, 'not the password');
    const unknown = await attempt('nobody@lea.local', 'not the password');
    expect(wrong.status).toBe(401);
    expect(wrong.body).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' });
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it('hashes for an unknown address too, so that it takes as long', async () => {
    const hashing = vi.spyOn(crypto, 'scrypt');
    syncBuiltinESMExports();
    try {
      await attempt(ADMIN.email, 'not the password');
      const known = hashing.mock.calls.length;
      await attempt('nobody@lea.local', 'not the password');
      expect([known, hashing.mock.calls.length]).toEqual([1, 2]);
    } finally {
      hashing.mockRestore();
      syncBuiltinESMExports();
    }
  });

  it('slows down one address', async () => {
    expect((await attempt('nobody-1@lea.local', 'not the password')).status).toBe(401);
    await app.owner.query('update lea_auth."rateLimit" set count = 29');
    expect((await attempt('nobody-2@lea.local', 'not the password')).status).toBe(401);
    const last = await attempt('nobody-3@lea.local', 'not the password');
    expect(last.status).toBe(429);
    expect(last.body).toMatchObject({ code: 'rate_limited' });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('believes no address that a client claims', async () => {
    const claiming = (last: number) =>
      attempt(`nobody-${last}@lea.local`, 'not the password', {
        'x-forwarded-for': `203.0.113.${last}`,
        'x-lea-client-address': `203.0.113.${last}`,
      });
    expect((await claiming(1)).status).toBe(401);
    await app.owner.query('update lea_auth."rateLimit" set count = 30');
    expect((await claiming(2)).status).toBe(429);
  });

  it('slows down guessing at one account, known or not, from any number of addresses', async () => {
    for (const email of [ADMIN.email, 'nobody@lea.local']) {
      const answers = [];
      for (let round = 0; round < 12; round += 1) {
        // As if each came from elsewhere.
        await app.owner.query('truncate lea_auth."rateLimit"');
        answers.push(await attempt(email, 'not the password'));
      }
      expect(answers.map(({ status }) => status)).toEqual([
        ...Array<number>(10).fill(401),
        429,
        429,
      ]);
      expect(answers.at(-1)?.body).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
      expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('counts fifty guesses at once as fifty', async () => {
    await app.owner.query('truncate lea_auth."rateLimit"');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => attempt(ADMIN.email, 'not the password')),
    );
    expect(answers.filter(({ status }) => status !== 429).length).toBeLessThanOrEqual(10);
  });

  it('forgets slips after the right password', async () => {
    for (let round = 0; round < 8; round += 1) await attempt(ADMIN.email, 'not the password');
    await app.owner.query('truncate lea_auth."rateLimit"');
    await app.signedIn();
    for (let round = 0; round < 8; round += 1)
      expect((await attempt(ADMIN.email, 'not the password')).status).toBe(401);
  });

  it('keeps no plain address of who tried', async () => {
    await attempt('secret-person@lea.local', 'not the password');
    const { rows } = await app.owner.query(`select * from lea_auth."accountAttempt"`);
    expect(JSON.stringify(rows)).not.toContain('secret-person');
  });
});

describe('what is not there', () => {
  it.each([
    ['POST', '/auth/sign-up/email'],
    ['POST', '/auth/sign-in/social'],
    ['POST', '/auth/update-user'],
    ['POST', '/auth/change-email'],
    ['POST', '/auth/delete-user'],
    ['POST', '/auth/two-factor/send-otp'],
    ['GET', '/auth/list-accounts'],
    ['GET', '/auth'],
    ['GET', '/auth/'],
    ['GET', '/auth/toString'],
    ['GET', '/auth/__proto__'],
  ])('%s %s is 404', async (method, path) => {
    const admin = await app.signedIn();
    const answer = await admin.ask(path, {
      method,
      ...(method === 'POST' ? { body: '{}', headers: { 'content-type': 'application/json' } } : {}),
    });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ code: 'not_found', message: 'There is nothing here.' });
  });

  it.each([
    ['broken JSON', '{"email":'],
    ['no object', '[]'],
    ['null', 'null'],
    ['nothing', ''],
    ['wrong types', '{"email":{"$ne":null},"password":["a"]}'],
    ['a NUL', '{"email":"a\\u0000@b.example","password":"a\\u0000"}'],
    ['no address', '{"email":"admin","password":"a"}'],
    ['a huge password', JSON.stringify({ email: ADMIN.email, password: 'x'.repeat(20_000) })],
  ])('refuses %s without failing', async (_name, body) => {
    const answer = await app.visitor().ask('/auth/sign-in/email', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatchObject({
      code: expect.any(String) as string,
      message: expect.any(String) as string,
    });
  });

  it('refuses a body that is too large', async () => {
    const answer = await app.visitor().post('/auth/sign-in/email', { email: 'x'.repeat(40_000) });
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({ code: 'too_large' });
  });

  it('answers a body that is no JSON, and calls it no failure of ours', async () => {
    const answer = await fetch(`${app.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer.status).toBe(400);
    expect(app.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('refuses another site', async () => {
    const admin = await app.signedIn();
    const answer = await admin.post('/auth/sign-out', {}, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(await admin.role()).toBe('admin');
  });
});

describe('changing the password', () => {
  it('refuses one that everybody has, and one that is short', async () => {
    const admin = await app.signedIn();
    for (const [newPassword, code] of [
      ['Password2026!', 'PASSWORD_TOO_COMMON'],
      ['short', 'PASSWORD_TOO_SHORT'],
    ]) {
      const answer = await admin.post('/auth/change-password', {
        currentPassword: ADMIN.password,
        newPassword,
      });
      expect([answer.status, answer.body['code']]).toEqual([400, code]);
    }
  });

  it('is done through a mailed link, once, and ends every session', async () => {
    await app.colleague('support', 'oublie@lea.local');
    await app.visitor().post('/auth/request-password-reset', { email: 'oublie@lea.local' });
    await expect.poll(() => app.mailer.mails.length).toBeGreaterThan(0);
    const token = app.mailer.tokenFor('oublie@lea.local');
    const { rows } = await app.owner.query('select * from lea_auth.verification');
    expect(JSON.stringify(rows)).not.toContain(token);
    const choose = (newPassword: string) =>
      app.visitor().post('/auth/reset-password', { token, newPassword });
    expect((await choose('motdepasse123')).body['code']).toBe('PASSWORD_TOO_COMMON');
    expect((await choose('la pluie sur le manguier')).status).toBe(200);
    expect((await choose('la pluie sur le baobab')).status).toBe(400);
    const staff = await app.signedIn('oublie@lea.local', 'la pluie sur le manguier');
    expect(await staff.role()).toBe('support');
  });
});
