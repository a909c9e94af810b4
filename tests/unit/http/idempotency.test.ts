import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LeaError } from '../../../src/domain/shared/errors.ts';
import { ID, startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp();
});
afterEach(() => app.close());

const send = (key: string, content = 'Bonjour', as = 'support') =>
  app.call('POST', '/functions/send-message', {
    as,
    body: { conversation_id: ID, content },
    headers: { 'idempotency-key': key },
  });
const sends = () => app.useCases.commandsOf('sendMessage').length;

describe('an Idempotency-Key', () => {
  test('does the work once and answers the same again', async () => {
    const first = await send('k1');
    const again = await send('k1');
    expect([first.status, again.status, sends()]).toEqual([202, 202, 1]);
    expect(again.body).toEqual(first.body);
  });

  test('counts for one caller only', async () => {
    await send('k1');
    await send('k1', 'Bonjour', 'admin');
    expect(sends()).toBe(2);
  });

  test('counts for one endpoint only', async () => {
    await send('k1');
    const body = { conversation_id: ID, items: [{ product_id: ID, quantity: 1 }] };
    const order = await app.call('POST', '/functions/create-order-link', {
      as: 'support',
      body,
      headers: { 'idempotency-key': 'k1' },
    });
    expect(order.status).toBe(201);
  });

  test('used for another request is 422', async () => {
    await send('k1');
    const { status, body } = await send('k1', 'Autre chose');
    expect([status, body['code'], sends()]).toEqual([422, 'idempotency_key_reused', 1]);
  });

  test('whose first request still runs is 409', async () => {
    let finish = () => {};
    const running = new Promise<void>((resolve) => (finish = resolve));
    app.useCases.when('sendMessage', () => running.then(() => ({ messageId: ID })));
    const first = send('k1');
    await expect.poll(sends).toBe(1);
    const second = await send('k1');
    finish();
    expect([second.status, second.body['code'], (await first).status]).toEqual([
      409,
      'idempotency_in_progress',
      202,
    ]);
  });

  test('is free again after a failure', async () => {
    app.useCases.when('sendMessage', () => {
      throw new LeaError('unprocessable', 'no_chat', 'No chat.');
    });
    expect((await send('k1')).status).toBe(422);
    app.useCases.when('sendMessage', () => ({ messageId: ID }));
    expect((await send('k1')).status).toBe(202);
  });

  test('leaves no words of the message behind', async () => {
    await send('k1', 'Mes boutons saignent');
    expect(JSON.stringify([...app.idempotency.kept])).not.toContain('boutons');
  });

  test('becomes the echo id of a message, unless the body has one', async () => {
    await send('k1');
    await app.call('POST', '/functions/send-message', {
      as: 'support',
      body: { conversation_id: ID, content: 'a', echo_id: 'e2' },
      headers: { 'idempotency-key': 'k2' },
    });
    expect(app.useCases.commandsOf('sendMessage').map((command) => command['echoId'])).toEqual([
      'k1',
      'e2',
    ]);
  });

  test('that is too long is 400', async () => {
    expect((await send('k'.repeat(201))).body['code']).toBe('invalid_idempotency_key');
  });

  test('is not asked of endpoints that do not promise it', async () => {
    const take = () =>
      app.call('POST', '/functions/take-over', {
        as: 'support',
        body: { conversation_id: ID },
        headers: { 'idempotency-key': 'k1' },
      });
    await take();
    await take();
    expect(app.useCases.commandsOf('takeOver')).toHaveLength(2);
  });

  test('that cannot be remembered afterwards does not make done work look failed', async () => {
    app.idempotency.finish = () => Promise.reject(new Error('database is gone'));
    expect((await send('k1')).status).toBe(202);
    expect(app.log.lines.map(({ event }) => event)).toContain('http.idempotency_lost');
  });
});
