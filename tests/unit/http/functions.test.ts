import { EXPORTED } from '../../../src/domain/privacy/export-rules.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ID, OTHER_ID, staffId, startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp();
});
afterEach(() => app.close());

const actor = {
  kind: 'staff',
  userId: staffId('support'),
  role: 'support',
  from: { channel: 'api', address: '127.0.0.1' },
};
const post = (name: string, body: unknown, as = 'support') =>
  app.call('POST', `/functions/${name}`, { as, body });

describe('staff functions', () => {
  test('start-conversation answers 201 with the row, 200 when it was open', async () => {
    const created = await post('start-conversation', {
      phone_number: ' +241 74 00 00 00 ',
      name: 'Ana',
    });
    expect([created.status, created.body]).toEqual([201, { id: ID, table: 'conversations' }]);
    expect(app.useCases.commandsOf('startConversation')).toMatchObject([
      { actor, phoneNumber: '+241 74 00 00 00', name: 'Ana' },
    ]);
    app.useCases.when('startConversation', () => ({ conversationId: ID, created: false }));
    expect((await post('start-conversation', { user_id: ID })).status).toBe(200);
  });

  test('send-message answers 202 with the stored message', async () => {
    const { status, body } = await post('send-message', {
      conversation_id: ID,
      content: ' Bonjour ',
    });
    expect([status, body]).toEqual([202, { id: ID, table: 'messages' }]);
    expect(app.useCases.commandsOf('sendMessage')).toEqual([
      { actor, conversationId: ID, content: 'Bonjour', echoId: undefined },
    ]);
  });

  test.each([
    ['take-over', 'takeOver'],
    ['hand-back', 'handBack'],
    ['close-conversation', 'closeConversation'],
  ] as const)('%s answers 200 with the conversation', async (path, useCase) => {
    const { status, body } = await post(path, { conversation_id: ID.toUpperCase() });
    expect([status, body]).toEqual([200, { id: ID, table: 'conversations' }]);
    expect(app.useCases.calls).toEqual([{ name: useCase, command: { actor, conversationId: ID } }]);
  });

  test('a row is read with the rights of the caller', async () => {
    await post('take-over', { conversation_id: ID });
    expect(app.tables.found).toEqual([{ actor, table: 'conversations', id: ID }]);
  });

  test('trigger-alert answers 201 with the alert', async () => {
    const { status, body } = await post('trigger-alert', {
      conversation_id: ID,
      reason: 'Remboursement',
    });
    expect([status, body]).toEqual([201, { id: ID, table: 'advisor_alerts' }]);
    expect(app.useCases.commandsOf('escalateToAdvisor')).toMatchObject([
      { conversationId: ID, reason: 'Remboursement' },
    ]);
  });

  test('create-order-link answers 201 with the order', async () => {
    const { status, body } = await post('create-order-link', {
      conversation_id: ID,
      items: [{ product_id: OTHER_ID, quantity: 2 }],
    });
    expect([status, body]).toEqual([201, { id: ID, table: 'orders' }]);
    expect(app.useCases.commandsOf('createOrderLink')).toMatchObject([
      { items: [{ productId: OTHER_ID, quantity: 2 }] },
    ]);
  });

  test('recommend-products answers ids and reasons', async () => {
    const { body } = await post(
      'recommend-products',
      { query: 'peau sèche', conversation_id: OTHER_ID },
      'product_editor',
    );
    expect(body).toEqual({
      product_ids: [ID],
      recommendations: [{ product_id: ID, reason: 'Apaise la peau.' }],
    });
    expect(app.useCases.commandsOf('recommendProducts')).toMatchObject([
      { query: 'peau sèche', conversationId: OTHER_ID },
    ]);
  });

  test('export-user-data answers everything held', async () => {
    const { status, body } = await app.call('GET', `/functions/export-user-data?user_id=${ID}`, {
      as: 'admin',
    });
    const tables = Object.fromEntries(EXPORTED.map(([table]) => [table, []]));
    expect([status, body]).toEqual([
      200,
      { ...tables, users: [{ id: ID }], products: [], files: [] },
    ]);
  });
});

describe('the short link of an order', () => {
  test('leads to the cart', async () => {
    const response = await app.fetch('/o/AbC123');
    expect([
      response.status,
      response.headers.get('location'),
      response.headers.get('cache-control'),
    ]).toEqual([302, 'https://cart.example/c/1', 'no-store']);
    expect(app.useCases.commandsOf('followOrderLink')).toEqual([{ code: 'AbC123' }]);
  });

  test('that leads nowhere says so in French', async () => {
    app.useCases.when('followOrderLink', () => null);
    const response = await app.fetch('/o/unknown');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toContain('Ce lien de commande n’existe pas');
    expect((await app.fetch(`/o/${'a'.repeat(65)}`)).status).toBe(404);
    expect(app.useCases.commandsOf('followOrderLink')).toHaveLength(1);
  });
});

describe('the simulator', () => {
  test('is not there unless it is mounted', async () => {
    expect((await app.call('GET', '/simulator/messages?phone=%2B24174000000')).status).toBe(404);
  });

  test('takes what a customer would send and shows both sides', async () => {
    const sent: unknown[] = [];
    const simulator = await startTestApp({
      deps: {
        simulator: {
          send: async (input) => {
            sent.push(input);
            return { id: 'm1' };
          },
          messages: async () => [
            {
              id: 'm1',
              from: 'lea',
              text: 'Bonjour',
              buttons: [{ id: 'oui', title: 'OUI' }],
              imageUrl: null,
              status: 'sent',
              at: new Date(0),
            },
          ],
        },
      },
    });
    const posted = await simulator.call('POST', '/simulator/messages', {
      body: { phone: '+24174000000', button: 'oui', text: 'OUI', voice: true },
    });
    const read = await simulator.call('GET', '/simulator/messages?phone=%2B24174000000');
    const photo = `data:image/png;base64,${'A'.repeat(2_000_000)}`;
    const large = await simulator.call('POST', '/simulator/messages', {
      body: { phone: '+24174000000', image: photo },
    });
    const wrong = await simulator.call('POST', '/simulator/messages', {
      body: { phone: '+24174000000', image: 'https://10.0.0.1/' },
    });
    await simulator.close();
    expect([posted.status, posted.body, large.status, wrong.status]).toEqual([
      202,
      { id: 'm1' },
      202,
      400,
    ]);
    expect(sent[0]).toEqual({ phone: '+24174000000', button: 'oui', text: 'OUI', voice: true });
    expect(read.body).toEqual({
      messages: [
        {
          id: 'm1',
          from: 'lea',
          text: 'Bonjour',
          buttons: [{ id: 'oui', title: 'OUI' }],
          image_url: null,
          status: 'sent',
          at: '1970-01-01T00:00:00.000Z',
        },
      ],
    });
  });
});
