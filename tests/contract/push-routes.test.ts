import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pushRoutes } from '../../src/adapters/http/staff/push.ts';
import { WatchByPush } from '../../src/application/staff/watch-by-push.ts';
import { createHarness } from '../support/harness.ts';
import { MemoryPushSubscriptions } from '../support/memory-push-subscriptions.ts';
import { SERVICE_KEY, startTestApp, type TestApp } from '../support/test-app.ts';

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
  ['no https', { ...browser, endpoint: 'http://push.example/abc' }, 'endpoint'],
  ['no address', { ...browser, endpoint: 'push' }, 'endpoint'],
  [
    'an endless address',
    { ...browser, endpoint: `https://push.example/${'a'.repeat(1000)}` },
    'endpoint',
  ],
  ['no keys', { endpoint: browser.endpoint }, 'keys'],
  ['a short key', { ...browser, keys: { ...browser.keys, p256dh: 'AAAA' } }, 'p256dh'],
  ['a secret in another spelling', { ...browser, keys: { ...browser.keys, auth: '+/==' } }, 'auth'],
])('says what is wrong: %s', async (_, body, field) => {
  const answer = await call('subscribe', body, 'support');
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(field);
});

it.each<[string | undefined, number]>([
  [undefined, 401],
  ['product_editor', 403],
  [SERVICE_KEY, 403],
])('is for advisors: %s gets %i', async (as, status) => {
  for (const verb of ['subscribe', 'unsubscribe'] as const)
    expect(await call(verb, browser, as)).toMatchObject({ status });
});
