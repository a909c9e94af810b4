import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { exposureOf } from '../../../src/adapters/network/exposure.ts';
import { trialCheck } from '../../../src/adapters/http/core/auth/trial.ts';
import { demoCartRoutes } from '../../../src/adapters/http/orders/demo-cart-routes.ts';
import { devMail } from '../../../src/adapters/http/sent-mail/routes.ts';
import { anOrder } from '../../support/builders.ts';
import { ID, SERVICE_KEY, startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const settled: unknown[] = [];
const LOCAL = { host: '127.0.0.1', publicUrl: null, trustProxy: 0, environment: 'development' };

/** Everything that is only for trying, in an installation of these settings. */
async function start(change: Partial<Parameters<typeof exposureOf>[0]> = {}): Promise<void> {
  settled.length = 0;
  const exposure = exposureOf({ ...LOCAL, ...change });
  const isTrial = trialCheck(exposure, new Set(['http://localhost:3000']));
  app = await startTestApp({
    settings: { exposure, trustProxy: change.trustProxy ?? 0 },
    deps: {
      simulator: { send: async () => ({ id: 'm1' }), messages: async () => [] },
      routes: [
        devMail(
          () => [{ to: 'admin@lea.local', subject: 'x', text: 'the token', sentAt: new Date(0) }],
          isTrial,
        ),
        ...demoCartRoutes({
          viewOrder: { execute: async () => anOrder({ status: 'pending' }) },
          settleOrder: { execute: async (command) => void settled.push(command) },
          isTrial,
        }),
      ],
    },
  });
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
/** As a program asks that says what it likes, the name of the host among it. */
const ask = (path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) =>
  new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const { port } = new URL(app.url);
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { host: `localhost:${port}`, ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });

const say = (headers: Readonly<Record<string, string>> = {}) =>
  ask('/simulator/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ phone: '+24177000001', text: 'Bonjour' }),
  });
const read = (headers: Readonly<Record<string, string>> = {}) =>
  ask('/simulator/messages?phone=%2B24177000001', { headers });
const complete = (headers: Readonly<Record<string, string>> = {}) =>
  ask(`/cart?order_id=${ID}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'status=completed',
  });
const mail = (headers: Readonly<Record<string, string>> = {}) => ask('/dev/mail', { headers });

async function nothingIsOpen(headers: Readonly<Record<string, string>> = {}): Promise<void> {
  expect((await mail(headers)).status).toBe(404);
  expect((await mail(headers)).text).not.toContain('the token');
  expect((await read(headers)).status).toBe(401);
  expect((await say(headers)).status).toBe(401);
  expect((await complete(headers)).status).toBe(403);
  expect(settled).toEqual([]);
  const page = await ask(`/cart?order_id=${ID}`, { headers });
  expect(page.text).not.toContain('<form');
  expect(page.text).toContain('notée');
}

test('on one machine all of it is open', async () => {
  await start();
  expect((await mail()).text).toContain('the token');
  expect([(await say()).status, (await read()).status]).toEqual([202, 200]);
  expect((await ask(`/cart?order_id=${ID}`)).text).toContain('Valider la commande');
  expect((await complete()).status).toBe(200);
  expect(settled).toMatchObject([{ orderId: ID, status: 'completed' }]);
});

describe('none of it is there for', () => {
  test.each([
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '127.0.0.1' },
    { host: 'lea.example.org' },
    { host: 'rebound.evil.example:3000' },
  ])('who asks with %j', async (headers) => {
    await start();
    await nothingIsOpen(headers);
  });

  test.each([
    { host: '0.0.0.0' },
    { publicUrl: 'https://lea.example.org' },
    { environment: 'production' },
    { trustProxy: 1 },
  ])('anybody, with %j', async (change) => {
    await start(change);
    await nothingIsOpen();
    await nothingIsOpen({ 'x-forwarded-for': '127.0.0.1' });
  });
});

test('a page of another site cannot have the browser of this machine do it', async () => {
  await start();
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { referer: 'https://evil.example/' },
  ] as unknown as Record<string, string>[]) {
    expect((await complete(headers)).status).toBe(403);
    expect((await say(headers)).status).toBe(401);
  }
  expect(settled).toEqual([]);
});

test('staff and the service use the simulator wherever it is', async () => {
  await start({ environment: 'production' });
  for (const token of ['support', 'admin', 'product_editor', SERVICE_KEY]) {
    const headers = { authorization: `Bearer ${token}` };
    expect([(await say(headers)).status, (await read(headers)).status]).toEqual([202, 200]);
  }
  expect((await read({ cookie: 'session=support' })).status).toBe(200);
  expect((await read({ authorization: 'Bearer lea-public' })).status).toBe(401);
});
