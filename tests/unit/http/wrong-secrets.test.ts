import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LeaError } from '../../../src/domain/shared/errors.ts';
import {
  CART_SECRET,
  ID,
  METRICS_TOKEN,
  SERVICE_KEY,
  startTestApp,
  WEBHOOK_SECRET,
  type TestApp,
} from '../../support/test-app.ts';

const LIMIT = 5;
let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({
    settings: { wrongSecretsPerMinute: LIMIT, trustProxy: 1, anonymousPerMinute: 1 },
    deps: {
      metricsPage: { contentType: 'text/plain', page: async () => 'lea_up 1\n' },
      parseSlackInteraction: ({ headers }) => {
        if (headers['x-slack-signature'] !== 'v0=good')
          throw new LeaError('unauthenticated', 'bad_signature', 'No.');
        return { alertId: ID, slackUserId: 'U024BE7LH', slackUserName: 'Aline' };
      },
    },
  });
});
afterEach(() => app.close());

type Ask = (right: boolean, address: string) => Promise<Response>;
const order = JSON.stringify({ order_id: ID, status: 'cancelled' });
const signed = (secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(order).digest('hex')}`;
const from = (address: string, headers: Record<string, string>) => ({
  'x-forwarded-for': address,
  ...headers,
});
const ENDPOINTS: readonly (readonly [string, Ask])[] = [
  [
    'the webhook',
    (right, address) =>
      app.fetch('/functions/whatsapp-webhook', {
        method: 'POST',
        body: '{"events":[]}',
        headers: from(address, { 'x-webhook-secret': right ? WEBHOOK_SECRET : 'guess' }),
      }),
  ],
  [
    "the cart's callback",
    (right, address) =>
      app.fetch('/functions/order-status', {
        method: 'POST',
        body: order,
        headers: from(address, {
          'content-type': 'application/json',
          'x-signature': signed(right ? CART_SECRET : 'guess'),
        }),
      }),
  ],
  [
    'the button in Slack',
    (right, address) =>
      app.fetch('/functions/slack-interactions', {
        method: 'POST',
        body: 'payload={}',
        headers: from(address, { 'x-slack-signature': right ? 'v0=good' : 'v0=guess' }),
      }),
  ],
  [
    'the service role',
    (right, address) =>
      app.fetch('/functions/take-over', {
        method: 'POST',
        body: JSON.stringify({ conversation_id: ID }),
        headers: from(address, {
          'content-type': 'application/json',
          authorization: `Bearer ${right ? SERVICE_KEY : 'guess'}`,
        }),
      }),
  ],
  [
    'the figures',
    (right, address) =>
      app.fetch('/metrics', {
        headers: from(address, { authorization: `Bearer ${right ? METRICS_TOKEN : 'guess'}` }),
      }),
  ],
];

describe.each(ENDPOINTS)('wrong secrets for %s', (_name, ask) => {
  test('are limited by address, and never the right one from the same address', async () => {
    const statuses = [];
    for (let i = 0; i < LIMIT + 2; i += 1) statuses.push((await ask(false, '192.0.2.1')).status);
    expect(statuses).toEqual([...Array<number>(LIMIT).fill(401), 429, 429]);
    const refused = await ask(false, '192.0.2.1');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    for (let i = 0; i < 2 * LIMIT; i += 1) expect((await ask(true, '192.0.2.1')).status).toBe(200);
    expect((await ask(false, '192.0.2.2')).status).toBe(401);
  });
});

test('guesses spread over the endpoints are counted together', async () => {
  const statuses = [];
  for (const [, ask] of ENDPOINTS.concat(ENDPOINTS))
    statuses.push((await ask(false, '192.0.2.9')).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(LIMIT);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2 * ENDPOINTS.length - LIMIT);
});
