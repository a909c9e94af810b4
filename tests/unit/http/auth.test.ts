import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, StaffRole } from '../../../src/domain/shared/actor.ts';
import { ID, SERVICE_KEY, staffId, startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const person = { user_id: ID };
const conversation = { conversation_id: ID };
const ENDPOINTS = [
  { path: 'start-conversation', body: person, roles: ['support', 'admin'] },
  {
    path: 'send-message',
    body: { ...conversation, content: 'Bonjour' },
    roles: ['support', 'admin'],
  },
  { path: 'take-over', body: conversation, roles: ['support', 'admin'] },
  { path: 'hand-back', body: conversation, roles: ['support', 'admin'] },
  { path: 'close-conversation', body: conversation, roles: ['support', 'admin'] },
  {
    path: 'trigger-alert',
    body: { ...conversation, reason: 'urgent' },
    roles: ['support', 'admin'],
  },
  {
    path: 'create-order-link',
    body: { ...conversation, items: [{ product_id: ID, quantity: 1 }] },
    roles: ['support', 'admin'],
  },
  {
    path: 'recommend-products',
    body: { query: 'crème' },
    roles: ['support', 'product_editor', 'admin'],
  },
  { path: 'delete-user-data', method: 'DELETE', body: person, roles: ['admin'] },
  { path: `export-user-data?user_id=${ID}`, method: 'GET', body: undefined, roles: ['admin'] },
];
const someone = (role: StaffRole, channel: 'api' | 'dashboard'): Actor => ({
  kind: 'staff',
  userId: staffId(role),
  role,
  from: { channel, address: '127.0.0.1' },
});
const CALLERS = ['support', 'product_editor', 'admin'];

describe.each(ENDPOINTS)('$path', ({ path, method = 'POST', body, roles }) => {
  const call = (as?: string, prefix = '/functions/') =>
    app.call(method, prefix + path, { body, ...(as === undefined ? {} : { as }) });

  test.each(CALLERS)('lets %s in only where the contract does', async (role) => {
    const { status, body: answer } = await call(role);
    if (roles.includes(role)) return expect(status).toBeLessThan(300);
    expect([status, answer['code']]).toEqual([403, 'forbidden']);
    // Whoever tried is written down, with where from.
    expect(app.denials.at(-1)?.actor).toEqual(someone(role as 'support', 'api'));
  });

  test('lets the service role in', async () => {
    expect((await call(SERVICE_KEY)).status).toBeLessThan(300);
  });

  test.each([
    ['no credentials', undefined, 'unauthenticated'],
    ['the publishable key', 'lea-public', 'unauthenticated'],
    ['a token that is none', 'forged', 'invalid_token'],
  ])('refuses %s', async (_name, bearer, code) => {
    const { status, body: answer, headers } = await call(bearer);
    expect([status, answer['code'], headers.get('www-authenticate')]).toEqual([
      401,
      code,
      'Bearer',
    ]);
  });

  test('answers where supabase-js looks', async () => {
    expect((await call('admin', '/functions/v1/')).status).toBeLessThan(300);
  });
});

describe('where from', () => {
  const addressOf = async (
    trustProxy: number,
    forwarded: string,
  ): Promise<string | null | undefined> => {
    const behind = await startTestApp({ settings: { trustProxy } });
    await behind.call('POST', '/functions/take-over', {
      as: 'support',
      body: conversation,
      headers: { 'x-forwarded-for': forwarded },
    });
    await behind.close();
    const actor = behind.useCases.commandsOf('takeOver').at(-1)?.['actor'] as Actor;
    return actor.from?.address;
  };

  test('is what the proxies that we trust have seen, and nothing that a client says', async () => {
    expect(await addressOf(0, '6.6.6.6')).toBe('127.0.0.1');
    expect(await addressOf(1, '6.6.6.6, 41.158.0.7')).toBe('41.158.0.7');
    expect(await addressOf(2, '6.6.6.6, 41.158.0.7, 10.0.0.1')).toBe('41.158.0.7');
    expect(await addressOf(1, '::ffff:41.158.0.7')).toBe('41.158.0.7');
  });

  test('is nothing at all when it is no address', async () => {
    expect(await addressOf(1, 'Awa Ndong 077123399')).toBeNull();
  });
});

describe('who calls', () => {
  const takeOver = (headers: Record<string, string>) =>
    app.call('POST', '/functions/take-over', { body: conversation, headers });
  const lastActor = () => app.useCases.commandsOf('takeOver').at(-1)?.['actor'];

  test('is found in the token', async () => {
    await takeOver({ authorization: 'Bearer support' });
    expect(lastActor()).toEqual(someone('support', 'api'));
  });

  test('is the service with its key, whatever the case of the scheme', async () => {
    await takeOver({ authorization: `bearer ${SERVICE_KEY}` });
    expect(lastActor()).toEqual({
      kind: 'service',
      from: { channel: 'api', address: '127.0.0.1' },
    });
  });

  test('is found in the session cookie, and not in the header apikey', async () => {
    expect((await takeOver({ apikey: SERVICE_KEY })).status).toBe(401);
    expect((await takeOver({ cookie: 'session=admin' })).status).toBe(200);
    expect(lastActor()).toEqual(someone('admin', 'dashboard'));
    expect((await takeOver({ cookie: 'session=nobody' })).body['code']).toBe('unauthenticated');
  });

  test('is what the bearer says when there is a cookie as well', async () => {
    expect(
      (await takeOver({ cookie: 'session=admin', authorization: 'Bearer lea-public' })).status,
    ).toBe(401);
  });

  test.each(['Basic YTpi', 'Bearer', 'Bearer a b'])(
    'is refused with the authorization "%s"',
    async (authorization) => {
      expect((await takeOver({ authorization })).body['code']).toBe('invalid_token');
    },
  );

  test('is nobody with the service key where none is set', async () => {
    const without = await startTestApp({ settings: { serviceRoleKey: null } });
    const { status } = await without.call('POST', '/functions/take-over', {
      as: SERVICE_KEY,
      body: conversation,
    });
    await without.close();
    expect(status).toBe(401);
  });
});

describe('a write by session cookie', () => {
  const send = async (headers: Record<string, string>) =>
    (
      await app.call('POST', '/functions/take-over', {
        body: conversation,
        headers: { cookie: 'session=admin', ...headers },
      })
    ).status;

  test.each([
    [200, 'the same origin', { 'sec-fetch-site': 'same-origin' }],
    [403, 'another site', { 'sec-fetch-site': 'cross-site' }],
    [403, 'a neighbouring subdomain', { 'sec-fetch-site': 'same-site' }],
    [200, "the public address's origin", { origin: 'http://localhost:3000' }],
    [403, 'a foreign origin', { origin: 'https://evil.example' }],
    [403, 'an opaque origin', { origin: 'null' }],
    [403, 'a foreign page that hides its origin', { referer: 'https://evil.example/x' }],
    [403, 'a page of an unreadable address', { referer: 'about:blank' }],
    [
      403,
      'a page whose address only begins like ours',
      { referer: 'http://localhost:3000.evil.example/' },
    ],
    [200, 'a page of ours that sends no origin', { referer: 'http://localhost:3000/inbox' }],
    [
      403,
      'headers that contradict each other',
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    ],
    [
      403,
      'a foreign referer beside our origin',
      { origin: 'http://localhost:3000', referer: 'https://evil.example/' },
    ],
  ])('is answered %i from %s', async (status, _name, headers) => {
    // fetch itself says nothing of where it is, which stands for a program.
    expect(await send({ 'sec-fetch-mode': 'cors', ...headers })).toBe(status);
  });

  test('is let in from the address that was asked, as on a LAN', async () => {
    expect(await send({ origin: app.url })).toBe(200);
  });

  test('does not concern bearers nor reading', async () => {
    const bearer = await app.call('POST', '/functions/take-over', {
      as: 'admin',
      body: conversation,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    const reading = await app.call('GET', `/functions/export-user-data?user_id=${ID}`, {
      headers: { cookie: 'session=admin', 'sec-fetch-site': 'cross-site' },
    });
    expect([bearer.status, reading.status]).toEqual([200, 200]);
  });
});
