import { SETUP } from '../../support/audit-lines.ts';
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWK } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SupabaseIdentity } from '../../../src/adapters/identity/supabase/supabase-identity.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Pool;
let server: Server;
let supabaseUrl: string;
let identity: SupabaseIdentity;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let published: JWK[];
let asked = 0;
let sub: UserId;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  const { rows } = await owner.query<{ id: UserId }>(
    `insert into users (role, name) values ('support', 'Awa') returning id`,
  );
  sub = rows[0]!.id;
  keys = await generateKeyPair('ES256', { extractable: true });
  published = [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }];
  server = createServer((request, response) => {
    asked += 1;
    response.statusCode = request.url === '/auth/v1/.well-known/jwks.json' ? 200 : 404;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  supabaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  identity = new SupabaseIdentity({
    supabaseUrl: `${supabaseUrl}/`,
    databaseUrl: database.serverUrl,
    log: new RecordingLog(),
  });
});
afterAll(async () => {
  await identity.stop();
  await owner.end();
  await database.drop();
  server.close();
});

const claims = (change: Record<string, unknown> = {}): Record<string, unknown> => {
  const now = Math.floor(Date.now() / 1000);
  const all = {
    sub,
    role: 'authenticated',
    aud: 'authenticated',
    iss: `${supabaseUrl}/auth/v1`,
    iat: now,
    exp: now + 300,
    ...change,
  };
  return JSON.parse(JSON.stringify(all)) as Record<string, unknown>;
};
const sign = (
  payload: Record<string, unknown>,
  header: Record<string, unknown> = {},
  key = keys.privateKey,
): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(key);

describe('Supabase identity', () => {
  it('knows staff by the id in the token, with the role of our own table', async () => {
    const token = await sign(claims({ user_role: 'admin', app_metadata: { user_role: 'admin' } }));
    expect(await identity.verifyToken(token)).toEqual({
      userId: sub,
      role: 'support',
      name: 'Awa',
    });
    const before = asked;
    for (let round = 0; round < 5; round += 1) await identity.verifyToken(await sign(claims()));
    expect(asked).toBe(before);
  });

  const refused: Record<string, () => Promise<string> | string> = {
    ended: () => sign(claims({ exp: 1_000_000_000 })),
    'without an end': () => sign(claims({ exp: undefined })),
    'of another project': () => sign(claims({ iss: 'https://other.supabase.co/auth/v1' })),
    'without an issuer': () => sign(claims({ iss: undefined })),
    'for somebody else': () => sign(claims({ aud: 'anon' })),
    'of the service role': () => sign(claims({ role: 'service_role' })),
    'without a subject': () => sign(claims({ sub: undefined })),
    'of a stranger': () => sign(claims({ sub: crypto.randomUUID() })),
    'of an odd subject': () => sign(claims({ sub: `' or true --` })),
    'by another key': async () => sign(claims(), {}, (await generateKeyPair('ES256')).privateKey),
    'by an unknown key': async () =>
      sign(claims(), { kid: 'two' }, (await generateKeyPair('ES256')).privateKey),
    'alg none': async () => {
      const [, payload] = (await sign(claims())).split('.');
      return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    },
    'HS256 with the public key': async () => {
      const [, payload] = (await sign(claims())).split('.');
      const signed = `${Buffer.from('{"alg":"HS256","kid":"one"}').toString('base64url')}.${payload}`;
      return `${signed}.${createHmac('sha256', await exportSPKI(keys.publicKey))
        .update(signed)
        .digest('base64url')}`;
    },
    tampered: async () => {
      const [header, , signature] = (await sign(claims())).split('.');
      return `${header}.${Buffer.from(JSON.stringify(claims({ exp: 9_999_999_999 }))).toString('base64url')}.${signature}`;
    },
    garbage: () => 'garbage',
  };
  it.each(Object.keys(refused))('refuses a token %s', async (name) => {
    expect(await identity.verifyToken(await refused[name]!())).toBeNull();
  });

  it('refuses customers and disabled staff', async () => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into users (role, disabled_at) values ('customer', null), ('admin', now()) returning id`,
    );
    for (const { id } of rows)
      expect(await identity.verifyToken(await sign(claims({ sub: id })))).toBeNull();
  });

  it('sees a change at once, and has no sessions', async () => {
    await identity.accounts.change(SERVICE, sub, () => ({ role: 'product_editor' }), SETUP);
    expect(await identity.verifyToken(await sign(claims()))).toMatchObject({
      role: 'product_editor',
    });
    await identity.accounts.change(SERVICE, sub, () => ({ disabledAt: new Date() }), SETUP);
    expect(await identity.verifyToken(await sign(claims()))).toBeNull();
    expect(await identity.verifySession()).toBeNull();
  });

  it('says that the provider is away, instead of calling the token bad', async () => {
    const away = new SupabaseIdentity({
      supabaseUrl: 'http://127.0.0.1:1',
      databaseUrl: database.serverUrl,
      log: new RecordingLog(),
    });
    await expect(away.verifyToken(await sign(claims()))).rejects.toMatchObject({
      provider: 'supabase',
      kind: 'unavailable',
    });
    expect(await away.verifyToken('garbage')).toBeNull();
    await away.stop();
  });

  it('names staff who exist in Supabase', async () => {
    expect(identity.accounts.makesSignIn).toBe(false);
    const id = crypto.randomUUID() as UserId;
    await identity.accounts.add(
      SERVICE,
      {
        id,
        email: 'x@lea.local',
        name: 'Koffi',
        role: 'admin',
        language: 'fr',
      },
      SETUP,
    );
    expect(await identity.verifyToken(await sign(claims({ sub: id })))).toMatchObject({
      role: 'admin',
      name: 'Koffi',
    });
    expect((await identity.accounts.list(SERVICE)).find((one) => one.id === id)).toMatchObject({
      email: null,
      twoFactorEnabled: false,
    });
  });
});
