import { SETUP } from '../../support/audit-lines.ts';
import { createHmac, type webcrypto } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
} from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { startSignInApp, ORIGIN, type SignInApp, type Visitor } from './sign-in-app.ts';

let app: SignInApp;
let admin: Visitor;
let token: string;
beforeAll(async () => {
  app = await startSignInApp();
  admin = await app.signedIn();
  token = await admin.token();
});
afterAll(() => app.close());
beforeEach(() => app.freshLimits());

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  it('says who, for five minutes', async () => {
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      role: 'authenticated',
      user_role: 'admin',
      iss: ORIGIN,
      aud: 'authenticated',
    });
    expect(claims.exp! - claims.iat!).toBe(300);
    expect(claims).not.toHaveProperty('email');
    const { rows } = await app.owner.query(`select id from users where role = 'admin'`);
    expect(rows).toEqual([{ id: claims.sub }]);
    expect(await admin.role(token)).toBe('admin');
  });

  it('can be checked by anybody with the published keys, which hold nothing private', async () => {
    const { body } = await app.visitor().get('/auth/jwks');
    const keys = body['keys'] as JWK[];
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({
      alg: 'ES256',
      kty: 'EC',
      kid: decodeProtectedHeader(token).kid,
    });
    expect(keys[0]).not.toHaveProperty('d');
    const { rows } = await app.owner.query<{ privateKey: string }>(
      'select "privateKey" from lea_auth.jwks',
    );
    expect(rows[0]?.privateKey).not.toContain('"d"');
  });

  it('is given to nobody without a session', async () => {
    expect((await app.visitor().get('/auth/token')).status).toBe(401);
  });

  it('holds on another replica', async () => {
    const replica = app.replica();
    expect(await replica.verifyToken(token)).toMatchObject({ role: 'admin' });
    await replica.stop();
  });
});

describe('a token that was tampered with is refused', () => {
  const header = () => decodeProtectedHeader(token);
  const claims = () => decodeJwt(token);
  const signature = () => token.split('.')[2]!;

  const cases: Record<string, () => Promise<string> | string> = {
    'alg none': () => `${part({ ...header(), alg: 'none' })}.${part(claims())}.`,
    'alg none with the old signature': () =>
      `${part({ ...header(), alg: 'none' })}.${part(claims())}.${signature()}`,
    'HS256 with the public key as the secret': async () => {
      const { body } = await app.visitor().get('/auth/jwks');
      const jwk = (body['keys'] as JWK[])[0]!;
      const spki = await exportSPKI(
        (await importJWK(jwk, 'ES256', { extractable: true })) as webcrypto.CryptoKey,
      );
      const signed = `${part({ ...header(), alg: 'HS256' })}.${part(claims())}`;
      return `${signed}.${createHmac('sha256', spki).update(signed).digest('base64url')}`;
    },
    'HS256 with the JWK as the secret': async () => {
      const { body } = await app.visitor().get('/auth/jwks');
      const signed = `${part({ ...header(), alg: 'HS256' })}.${part(claims())}`;
      return `${signed}.${createHmac('sha256', JSON.stringify((body['keys'] as JWK[])[0]))
        .update(signed)
        .digest('base64url')}`;
    },
    'another role': () =>
      `${part(header())}.${part({ ...claims(), user_role: 'service_role' })}.${signature()}`,
    'another person': () =>
      `${part(header())}.${part({ ...claims(), sub: crypto.randomUUID() })}.${signature()}`,
    'a later end': () =>
      `${part(header())}.${part({ ...claims(), exp: claims().exp! + 3600 })}.${signature()}`,
    'a key of their own, embedded': async () => {
      const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
      const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as JWK;
      return new SignJWT(claims())
        .setProtectedHeader({ ...header(), alg: 'ES256', jwk })
        .sign(privateKey);
    },
    'a key of their own under an unknown name': async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return new SignJWT(claims())
        .setProtectedHeader({ alg: 'ES256', kid: 'theirs' })
        .sign(privateKey);
    },
    'a broken signature': () => token.slice(0, -6) + 'AAAAAA',
    'no signature': () => token.split('.').slice(0, 2).join('.') + '.',
    'no token at all': () => 'not-a-token',
    'a huge one': () => 'a'.repeat(7_000),
  };
  it.each(Object.keys(cases))('%s', async (name) => {
    const forged = await cases[name]!();
    expect(await app.identity.verifyToken(forged)).toBeNull();
    expect(await admin.role(forged)).toBe('invalid_token');
  });

  // Our own key, wrong claims: as a leak of another part of the system would make them.
  const signedByUs: Record<string, Record<string, unknown>> = {
    'has ended': { exp: Math.floor(Date.now() / 1000) - 1 },
    'comes from elsewhere': { iss: 'https://other.example' },
    'is for somebody else': { aud: 'other' },
    'names no session': { sid: undefined },
    'names a session that is not there': { sid: crypto.randomUUID() },
    'names no id': { sid: `' or true --` },
    'names nobody': { sub: undefined },
    'names a stranger': { sub: crypto.randomUUID() },
    'is not valid yet': { nbf: Math.floor(Date.now() / 1000) + 600 },
  };
  it.each(Object.keys(signedByUs))('one that %s', async (name) => {
    const { payload, sign, replica } = await ours();
    expect(await replica.verifyToken(await sign(payload))).not.toBeNull();
    expect(await replica.verifyToken(await sign({ ...payload, ...signedByUs[name] }))).toBeNull();
    await replica.stop();
  });

  /** Signs with a key that is among the published ones. */
  async function ours() {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await crypto.subtle.exportKey('jwk', publicKey);
    const { rows } = await app.owner.query<{ id: string }>(
      `insert into lea_auth.jwks ("publicKey", "privateKey", "createdAt", "expiresAt", alg) values ($1, 'none', now() - interval '1 day', now() + interval '1 day', 'ES256') returning id`,
      [JSON.stringify(jwk)],
    );
    const payload: Record<string, unknown> = { ...claims() };
    return {
      payload,
      // One that has not read the keys yet.
      replica: app.replica(),
      sign: (some: Record<string, unknown>) =>
        new SignJWT(JSON.parse(JSON.stringify(some)) as Record<string, unknown>)
          .setProtectedHeader({ alg: 'ES256', kid: rows[0]!.id })
          .sign(privateKey),
    };
  }
});

describe('what changes counts at once', () => {
  it('a role', async () => {
    const { visitor, id } = await colleague('role@lea.local');
    const bearer = await visitor.token();
    expect([await visitor.role(), await visitor.role(bearer)]).toEqual(['support', 'support']);
    await app.identity.accounts.change(SERVICE, id, () => ({ role: 'product_editor' }), SETUP);
    expect([await visitor.role(), await visitor.role(bearer)]).toEqual([
      'product_editor',
      'product_editor',
    ]);
  });

  it('disabling, also for a link and a session that are under way', async () => {
    const { visitor, id, link } = await colleague('gone@lea.local');
    const bearer = await visitor.token();
    const open = await link();
    await app.identity.accounts.change(SERVICE, id, () => ({ disabledAt: new Date() }), SETUP);
    expect([await visitor.role(), await visitor.role(bearer)]).toEqual([
      'unauthenticated',
      'invalid_token',
    ]);
    expect((await visitor.get('/auth/token')).status).toBe(401);
    const late = app.visitor();
    await late.get(`/auth/magic-link/verify?token=${open}&callbackURL=%2F`);
    expect(await late.role()).toBe('unauthenticated');
    expect(
      (await app.owner.query(`select from lea_auth.session where "userId" = $1`, [id])).rowCount,
    ).toBe(0);

    await app.identity.accounts.change(SERVICE, id, () => ({ disabledAt: null }), SETUP);
    const back = app.visitor();
    await back.get(`/auth/magic-link/verify?token=${await link()}`);
    expect(await back.role()).toBe('support');
  });

  it('on another replica within seconds', async () => {
    const { visitor, id } = await colleague('far@lea.local');
    const bearer = await visitor.token();
    const replica = app.replica();
    expect(await replica.verifyToken(bearer)).toMatchObject({ role: 'support' });
    await app.identity.accounts.change(SERVICE, id, () => ({ disabledAt: new Date() }), SETUP);
    await expect
      .poll(() => replica.verifyToken(bearer), { timeout: 6_000, interval: 250 })
      .toBeNull();
    await replica.stop();
  });

  async function colleague(email: string) {
    const id = await app.colleague('support', email);
    const link = async (): Promise<string> => {
      const before = app.mailer.mails.length;
      await app.visitor().post('/auth/sign-in/magic-link', { email });
      await expect.poll(() => app.mailer.mails.length).toBe(before + 1);
      return app.mailer.tokenFor(email);
    };
    const visitor = app.visitor();
    await visitor.get(`/auth/magic-link/verify?token=${await link()}`);
    return { id, visitor, link };
  }
});

describe('sessions', () => {
  it('are listed and revoked, one or all others', async () => {
    const [here, phone, tablet] = [
      await app.signedIn(),
      await app.signedIn(),
      await app.signedIn(),
    ];
    const bearer = await phone.token();
    expect(await here.role(bearer)).toBe('admin');
    const { body } = await here.get('/auth/list-sessions');
    const list = body['list'] as {
      id: string;
      token: string;
      userAgent: string;
      ipAddress: string;
    }[];
    expect(list.length).toBeGreaterThanOrEqual(3);
    expect(list[0]).toMatchObject({ ipAddress: expect.stringMatching(/127\.0\.0\.1/) as string });
    const theirs = list.find(({ id }) => id === decodeJwt(bearer)['sid'])!;
    await here.post('/auth/revoke-session', { token: theirs.token });
    expect(await phone.role()).toBe('unauthenticated');
    await expect.poll(() => here.role(bearer), { timeout: 5_000 }).toBe('invalid_token');
    expect(await tablet.role()).toBe('admin');
    await here.post('/auth/revoke-other-sessions', {});
    expect([await here.role(), await tablet.role()]).toEqual(['admin', 'unauthenticated']);
  });

  it('end with signing out', async () => {
    const here = await app.signedIn();
    const bearer = await here.token();
    await here.post('/auth/sign-out', {});
    expect(await here.role()).toBe('unauthenticated');
    await expect.poll(() => here.role(bearer), { timeout: 5_000 }).toBe('invalid_token');
  });

  it('need the signed cookie', async () => {
    const { rows } = await app.owner.query<{ token: string }>(
      'select token from lea_auth.session limit 1',
    );
    expect(
      await app.identity.verifySession({ cookie: `lea.session_token=${rows[0]?.token}` }),
    ).toBeNull();
    expect(
      await app.identity.verifySession({ cookie: `lea.session_token=${rows[0]?.token}.AAAA` }),
    ).toBeNull();
    expect(await app.identity.verifySession({})).toBeNull();
  });
});

it('sends cookies over TLS only when the address is https', async () => {
  const secure = await startSignInApp({ publicUrl: 'https://lea.example' });
  const answer = await secure
    .visitor()
    .post(
      '/auth/sign-in/email',
      { email: 'admin@lea.local', password: 'quatre girafes bleues' },
      { origin: 'https://lea.example' },
    );
  const [cookie] = answer.headers.getSetCookie();
  await secure.close();
  expect(cookie).toMatch(/^__Secure-lea\.session_token=.*; Secure/);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/i);
});
