import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LeaError } from '../../../src/domain/shared/errors.ts';
import {
  CART_SECRET,
  ID,
  startTestApp,
  WEBHOOK_SECRET,
  type TestApp,
} from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({
    deps: {
      parseSlackInteraction: ({ rawBody, headers }) => {
        if (headers['x-slack-signature'] !== 'v0=good')
          throw new LeaError('unauthenticated', 'bad_signature', 'No.');
        return JSON.parse(new URLSearchParams(Buffer.from(rawBody).toString()).get('payload')!) as {
          alertId: string;
          slackUserId: string;
          slackUserName: string;
        };
      },
    },
  });
});
afterEach(() => app.close());

describe('the WhatsApp webhook', () => {
  const post = (
    body: NonNullable<RequestInit['body']>,
    secret: string | null = WEBHOOK_SECRET,
    path = '/functions/whatsapp-webhook',
  ) =>
    app.fetch(path, {
      method: 'POST',
      body,
      headers: secret === null ? {} : { 'x-webhook-secret': secret },
    });
  const code = async (response: Response) => [
    response.status,
    ((await response.json()) as { code?: string }).code,
  ];

  test('stores, then answers exactly 200 {}', async () => {
    const response = await post('{"events":["a","b"]}');
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(app.useCases.commandsOf('handleInboundMessage')).toEqual([
      {
        events: [
          { type: 'ignored', reason: 'a' },
          { type: 'ignored', reason: 'b' },
        ],
      },
    ]);
    expect(
      (await post('{"events":[]}', WEBHOOK_SECRET, '/functions/v1/whatsapp-webhook')).status,
    ).toBe(200);
  });

  test.each([null, '', 'webhook-secre', 'webhook-secret-and-more'])(
    'refuses the secret %j before reading anything',
    async (secret) => {
      expect(await code(await post('{', secret))).toEqual([401, 'invalid_secret']);
      expect(await code(await post('a'.repeat(1_048_577), secret))).toEqual([
        401,
        'invalid_secret',
      ]);
    },
  );

  test.each(['{', '', '[]', 'null', '{"events":5}'])('refuses the body %j', async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  test('refuses more than one megabyte', async () => {
    expect(await code(await post(`{"events":["${'a'.repeat(1_048_576)}"]}`))).toEqual([
      413,
      'too_large',
    ]);
  });

  test('does not ask for a content type', async () => {
    expect((await post(Buffer.from('{"events":["a"]}'))).status).toBe(200);
  });

  test('does not say 200 when storing failed', async () => {
    app.useCases.when('handleInboundMessage', () => {
      throw new Error('database is gone');
    });
    expect((await post('{"events":["a"]}')).status).toBe(500);
  });

  test('is not limited by address', async () => {
    const strict = await startTestApp({ settings: { anonymousPerMinute: 1 } });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) {
      statuses.push(
        (
          await strict.call('POST', '/functions/whatsapp-webhook', {
            body: { events: [] },
            headers: { 'x-webhook-secret': WEBHOOK_SECRET },
          })
        ).status,
      );
    }
    await strict.close();
    expect(statuses).toEqual([200, 200, 200]);
  });
});

describe("the cart's callback", () => {
  const sign = (body: string, secret = CART_SECRET) =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const settle = (body: unknown, signature?: string, to = app) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return to.call('POST', '/functions/order-status', {
      body: text,
      headers: { 'x-signature': signature ?? sign(text) },
    });
  };
  const completed = { order_id: ID, status: 'completed', amount_cfa: 3500 };

  test('settles the order when signed', async () => {
    const extra = {
      delivered_at: '2026-11-23T10:00:00+01:00',
      tracking_url: 'https://track.example/1',
    };
    const { status, body } = await settle({ ...completed, ...extra });
    expect([status, body]).toEqual([200, { order_id: ID, status: 'completed' }]);
    expect(app.useCases.commandsOf('settleOrder')).toEqual([
      {
        orderId: ID,
        via: 'cart',
        reportKey: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        status: 'completed',
        amountCfa: 3500,
        deliveredAt: new Date('2026-11-23T09:00:00Z'),
        trackingUrl: 'https://track.example/1',
      },
    ]);
  });

  test('is signed over the raw bytes, spaces and all', async () => {
    expect((await settle(` { "order_id" : "${ID}", "status":"cancelled" } `)).status).toBe(200);
  });

  test.each([
    ['another secret', sign(JSON.stringify(completed), 'other')],
    ['another body', sign('{}')],
    ['no prefix', sign(JSON.stringify(completed)).slice(7)],
    ['a shortened one', sign(JSON.stringify(completed)).slice(0, -1)],
    ['an empty one', ''],
  ])('is refused with the signature of %s', async (_name, signature) => {
    const { status, body } = await settle(completed, signature);
    expect([status, body['code']]).toEqual([401, 'invalid_signature']);
    expect(app.useCases.calls).toEqual([]);
  });

  test('is refused while no secret is set, even when signed with nothing', async () => {
    const without = await startTestApp({ settings: { cartCallbackSecret: null } });
    const { status } = await settle(completed, sign(JSON.stringify(completed), ''), without);
    await without.close();
    expect(status).toBe(401);
  });

  test.each([
    { ...completed, status: 'shipped' },
    { ...completed, amount_cfa: -1 },
    { ...completed, amount_cfa: 1.5 },
    { ...completed, tracking_url: 'javascript:alert(1)' },
    { ...completed, delivered_at: 'yesterday' },
  ])('is checked after the signature: %j', async (body) => {
    expect((await settle(body)).status).toBe(400);
    expect((await settle(body, 'sha256=00')).status).toBe(401);
  });
});

describe('the button in Slack', () => {
  const press = (signature = 'v0=good', to = app) =>
    to.fetch('/functions/slack-interactions', {
      method: 'POST',
      headers: { 'x-slack-signature': signature },
      body: new URLSearchParams({
        payload: JSON.stringify({ alertId: ID, slackUserId: 'U024BE7LH', slackUserName: 'Aline' }),
      }),
    });

  test('takes the alert in the name of who pressed it', async () => {
    expect((await press()).status).toBe(200);
    expect(app.useCases.commandsOf('takeAlert')).toEqual([
      {
        actor: {
          kind: 'service',
          from: { channel: 'slack', address: '127.0.0.1', externalId: 'U024BE7LH' },
        },
        alertId: ID,
        advisorName: 'Aline',
        advisorId: null,
      },
    ]);
  });

  test('is refused with a wrong signature, and while no signing secret is set', async () => {
    expect((await press('v0=bad')).status).toBe(401);
    const without = await startTestApp();
    const { status } = await press('v0=good', without);
    await without.close();
    expect(status).toBe(401);
    expect(app.useCases.calls).toEqual([]);
  });

  test('is acknowledged when the alert is gone', async () => {
    app.useCases.when('takeAlert', () => {
      throw new LeaError('not_found', 'alert_not_found', 'No such alert.');
    });
    expect((await press()).status).toBe(200);
  });

  test('is acknowledged before taking has ended, and a later failure is logged', async () => {
    let fail = (_error: Error) => {};
    app.useCases.when('takeAlert', () => new Promise((_resolve, reject) => (fail = reject)));
    expect((await press()).status).toBe(200);
    fail(new Error('database is gone'));
    await expect
      .poll(() => app.log.lines.map(({ event }) => event))
      .toContain('http.slack_take_failed');
  });
});
