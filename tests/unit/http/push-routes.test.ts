import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pushRoutes } from '../../../src/adapters/http/push/routes.ts';
import { WatchByPush } from '../../../src/application/staff/watch-by-push.ts';
import { createHarness } from '../../support/harness.ts';
import { MemoryPushSubscriptions } from '../../../src/adapters/persistence/memory/memory-push-subscriptions.ts';
import { SERVICE_KEY, startTestApp, type TestApp } from '../../support/test-app.ts';

const subscriptions = new MemoryPushSubscriptions();
const push = new WatchByPush({
  uow: createHarness().adapters.uow,
  pushSubscriptions: subscriptions,
});
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ deps: { routes: pushRoutes(push) } });
});
afterAll(() => app.close());

const browser = {
  endpoint: 'https://push.example/abc',
  keys: {
    p256dh: randomBytes(65).toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  },
};
const call = (verb: 'subscribe' | 'unsubscribe', body: unknown, as?: string) =>
  app.call('POST', `/functions/push/${verb}`, { body, ...(as !== undefined && { as }) });

it('tells a browser of alerts until it is taken back', async () => {
  expect(await call('subscribe', browser, 'support')).toMatchObject({ status: 200 });
  expect(await subscriptions.ofRoles(['support', 'admin'])).toEqual([browser]);
  expect(await call('unsubscribe', { endpoint: browser.endpoint }, 'support')).toMatchObject({
    status: 200,
  });
  expect(await subscriptions.ofRoles(['support', 'admin'])).toEqual([]);
});

it('takes what a browser says, its time of expiry among it', async () => {
  expect(await call('subscribe', { ...browser, expirationTime: null }, 'admin')).toMatchObject({
    status: 200,
  });
});

it.each<[string, unknown, string]>([
  ['no address', { keys: browser.keys }, 'endpoint'],
  ['a number for an address', { ...browser, endpoint: 1 }, 'endpoint'],
  ['no keys', { endpoint: browser.endpoint }, 'keys'],
])('is no subscription: %s', async (_, body, field) => {
  const answer = await call('subscribe', body, 'support');
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(field);
});

const keys = (change: Partial<typeof browser.keys>) => ({
  ...browser,
  keys: { ...browser.keys, ...change },
});

it.each([
  keys({ p256dh: 'AAAA' }),
  keys({ p256dh: randomBytes(64).toString('base64url') }),
  keys({ p256dh: 'A'.repeat(500_000) }),
  keys({ p256dh: '' }),
  keys({ auth: '+/==' }),
  keys({ auth: randomBytes(17).toString('base64url') }),
  keys({ auth: '' }),
])('takes keys of their size only (%#)', async (body) => {
  const field = body.keys.auth === browser.keys.auth ? 'keys.p256dh' : 'keys.auth';
  expect(await call('subscribe', body, 'support')).toMatchObject({
    status: 422,
    body: { code: 'push_subscription_refused', details: [{ field }] },
  });
});

it.each([
  '',
  'push',
  '//push.example/a',
  'http://push.example/a',
  'wss://push.example/a',
  'javascript:alert(1)',
  'https:push.example/a',
  'https:/push.example/a',
  'https:\\\\push.example/a',
  ' https://push.example/a',
  'https://push.example/a b',
  'https://push.exa\tmple/a',
  'https://push.example/\r\nHost: x',
  'https://user:pw@push.example/a',
  'https://user@push.example/a',
  'https://@push.example/a',
  'https://push.example:8443/a',
  'https://push.example:22/a',
  'https://push.example/a#b',
  'https://127.0.0.1/a',
  'https://127.1/a',
  'https://2130706433/a',
  'https://0x7f.1/a',
  'https://0177.0.0.1/a',
  'https://１２７.0.0.1/a',
  'https://10.0.0.8/a',
  'https://172.16.4.4/a',
  'https://192.168.1.1/a',
  'https://100.64.0.1/a',
  'https://169.254.169.254/latest/meta-data/',
  'https://8.8.8.8/a',
  'https://0.0.0.0/a',
  'https://[::1]/a',
  'https://[::ffff:127.0.0.1]/a',
  'https://[fd00::1]/a',
  'https://[2606:4700::1111]/a',
  'https://localhost/a',
  'https://LOCALHOST./a',
  'https://x.localhost/a',
  'https://localhost.localdomain/a',
  'https://printer.local/a',
  'https://nas.lan/a',
  'https://metadata.google.internal/a',
  'https://router.home.arpa/a',
  'https://intranet/a',
  'https://push/a',
  'https://push..example/a',
  'https://push.example../a',
  'https://-push.example/a',
  'https://push.1/a',
  `https://${'a'.repeat(64)}.example/a`,
  `https://${'a.'.repeat(130)}example/a`,
  `https://push.example/${'a'.repeat(1000)}`,
  'https://',
  'https://./a',
])('is told by no address that is no push service: %s', async (endpoint) => {
  expect(await call('subscribe', { ...browser, endpoint }, 'support')).toMatchObject({
    status: 422,
    body: {
      code: 'push_subscription_refused',
      message: expect.stringMatching(/^endpoint must /) as string,
      details: [{ field: 'endpoint' }],
    },
  });
  expect(await subscriptions.ofRoles(['support'])).not.toContainEqual({ ...browser, endpoint });
});

it.each([
  'https://fcm.googleapis.com/fcm/send/cXy_-:APA91bH',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAAAB',
  'https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD%2f%2b',
  'https://web.push.apple.com/QGk-abc',
])('takes the services that browsers have: %s', async (endpoint) => {
  expect(await call('subscribe', { ...browser, endpoint }, 'support')).toMatchObject({
    status: 200,
  });
});

it.each<[string | undefined, number]>([
  [undefined, 401],
  ['product_editor', 403],
  [SERVICE_KEY, 403],
])('is for advisors: %s gets %i', async (as, status) => {
  for (const verb of ['subscribe', 'unsubscribe'] as const)
    expect(await call(verb, browser, as)).toMatchObject({ status });
});
