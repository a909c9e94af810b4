import { afterEach, describe, expect, test } from 'vitest';
import { METRICS_TOKEN, startTestApp, type TestApp } from '../../support/test-app.ts';
import { exposureOf } from '../../../src/adapters/network/exposure.ts';
import type { HttpServerDeps, HttpSettings } from '../../../src/adapters/http/server-deps.ts';

let app: TestApp;
afterEach(() => app.close());
const start = async (deps: Partial<HttpServerDeps>, settings: Partial<HttpSettings> = {}) => {
  app = await startTestApp({ deps, settings });
  return app;
};

describe('readiness', () => {
  test('is 200 when every check passes, with or without a word', async () => {
    await start({
      readiness: [
        { name: 'database', check: async () => true },
        { name: 'worker', check: async () => {} },
      ],
    });
    const { status, body } = await app.call('GET', '/readyz');
    expect([status, body]).toEqual([
      200,
      { status: 'ready', checks: { database: 'ok', worker: 'ok' } },
    ]);
  });

  test.each([
    ['says no', async () => false],
    ['throws', () => Promise.reject(new Error('gone'))],
    ['never answers', () => new Promise<boolean>(() => {})],
  ])('is 503 and names the check that %s', async (_name, check) => {
    await start({
      readiness: [
        { name: 'database', check },
        { name: 'worker', check: async () => true },
      ],
    });
    const { status, body } = await app.call('GET', '/readyz');
    expect([status, body['code'], body['details']]).toEqual([
      503,
      'not_ready',
      { database: 'failed', worker: 'ok' },
    ]);
    expect((await app.fetch('/healthz')).status).toBe(200);
  });
});

describe('metrics', () => {
  const metricsPage = { contentType: 'text/plain; version=0.0.4', page: async () => 'lea_up 1\n' };
  const ask = async (headers: Record<string, string> = {}) =>
    (await app.fetch('/metrics', { headers })).status;
  const token = { authorization: `Bearer ${METRICS_TOKEN}` };

  test('are open to this machine', async () => {
    await start({ metricsPage });
    const response = await app.fetch('/metrics');
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/plain; version=0.0.4',
      'lea_up 1\n',
    ]);
  });

  test('need the token when a proxy on this machine passed the request on', async () => {
    await start({ metricsPage });
    expect(await ask({ 'x-forwarded-for': '127.0.0.1' })).toBe(401);
    expect(await ask({ 'x-forwarded-for': '203.0.113.9', ...token })).toBe(200);
    expect(await ask({ 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer wrong' })).toBe(
      401,
    );
  });

  test('need the token wherever a proxy stands in front, also when it says nothing', async () => {
    await start({ metricsPage }, { trustProxy: 1 });
    expect(await ask({ 'x-forwarded-for': '127.0.0.1, 203.0.113.9' })).toBe(401);
    expect(await ask({ 'x-forwarded-for': '127.0.0.1' })).toBe(401);
    expect(await ask()).toBe(401);
    expect(await ask(token)).toBe(200);
  });

  test.each([
    { host: '0.0.0.0' },
    { host: '::' },
    { host: '192.168.1.20' },
    { publicUrl: 'https://lea.example' },
    { publicUrl: 'http://192.168.1.20:3000', host: '0.0.0.0' },
    { publicUrl: 'http://lea.lan:3000' },
  ])(
    'need the token where others can reach Léa (%j): a local proxy may say nothing',
    async (set) => {
      const exposure = exposureOf({
        host: '127.0.0.1',
        publicUrl: null,
        trustProxy: 0,
        environment: 'development',
        ...set,
      });
      await start({ metricsPage }, { exposure });
      expect(await ask()).toBe(401);
      expect(await ask(token)).toBe(200);
    },
  );

  test('stay closed from elsewhere when no token is set', async () => {
    await start({ metricsPage }, { metricsToken: null });
    expect(await ask({ 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer ' })).toBe(401);
  });

  test('count by route, never by path', async () => {
    const counted: unknown[] = [];
    await start({
      metrics: {
        count: (name, ...labels) => void counted.push([name, ...labels]),
        observe: () => {},
      },
    });
    await app.fetch('/o/24174123456');
    await app.fetch('/24174123456');
    await expect.poll(() => counted.length).toBe(2);
    expect(counted).toEqual([
      ['lea_http_requests_total', { route: '/o/:code', method: 'GET', status: '302' }],
      ['lea_http_requests_total', { route: 'unmatched', method: 'GET', status: '404' }],
    ]);
  });
});

describe('the limit for anonymous callers', () => {
  test('is 429 with Retry-After, by address, and spares staff and probes', async () => {
    await start({}, { anonymousPerMinute: 2, trustProxy: 1 });
    const follow = (address: string) =>
      app.fetch('/o/abc', { headers: { 'x-forwarded-for': address } });
    const statuses = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'])
      statuses.push((await follow(address)).status);
    expect(statuses).toEqual([302, 302, 429, 302]);
    const refused = await follow('192.0.2.1');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await refused.json()) as { code: string }).code).toBe('rate_limited');
    expect(
      (await app.fetch('/healthz', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status,
    ).toBe(200);
    const staff = await app.call('POST', '/functions/recommend-products', {
      as: 'support',
      body: { query: 'x' },
      headers: { 'x-forwarded-for': '192.0.2.1' },
    });
    expect(staff.status).toBe(200);
  });

  test('sees one IPv6 network as one caller', async () => {
    await start({}, { anonymousPerMinute: 1, trustProxy: 1 });
    const follow = async (address: string) =>
      (await app.fetch('/o/abc', { headers: { 'x-forwarded-for': address } })).status;
    expect([
      await follow('2001:db8:0:1::1'),
      await follow('2001:db8:0:1:ffff::2'),
      await follow('2001:db8:0:2::1'),
    ]).toEqual([302, 429, 302]);
  });

  test('cannot be escaped by claiming another address', async () => {
    await start({}, { anonymousPerMinute: 1, trustProxy: 0 });
    const follow = async (address: string) =>
      (await app.fetch('/o/abc', { headers: { 'x-forwarded-for': address } })).status;
    expect([await follow('192.0.2.1'), await follow('192.0.2.2')]).toEqual([302, 429]);
  });
});
