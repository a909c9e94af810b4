import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ID, OTHER_ID, startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const post = (
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) =>
  app.fetch('/functions/send-message', {
    method: 'POST',
    body,
    headers: { authorization: 'Bearer support', ...headers },
  });
const outcome = async (response: Response) => [
  response.status,
  ((await response.json()) as { code?: string }).code,
];
const message = { conversation_id: ID, content: 'Bonjour' };

describe('a body', () => {
  test.each([
    ['broken JSON', '{"a":'],
    ['nothing', ''],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['nesting beyond reason', '['.repeat(5_000) + ']'.repeat(5_000)],
  ])('of %s is 400 invalid_json', async (_name, body) => {
    expect(await outcome(await post(body))).toEqual([400, 'invalid_json']);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    '',
  ])('as "%s" is 415', async (type) => {
    const body = Buffer.from(JSON.stringify(message));
    expect(await outcome(await post(body, type === '' ? {} : { 'content-type': type }))).toEqual([
      415,
      'unsupported_media_type',
    ]);
  });

  test('that is missing is called that', async () => {
    expect(((await (await post('')).json()) as { message: string }).message).toContain('empty');
  });

  test('that is nested is read up to 64 levels, whatever its texts hold', async () => {
    const nested = (depth: number) =>
      `{"conversation_id":"${ID}","content":"[[{{","filler":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect((await post(nested(63))).status).toBe(202);
    expect(await outcome(await post(nested(64)))).toEqual([400, 'invalid_json']);
  });

  test('that is compressed is 415', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await outcome(await post(gzipSync(JSON.stringify(message)), headers))).toEqual([
      415,
      'unsupported_media_type',
    ]);
  });

  test.each(['application/json; charset=UTF-8', 'application/vnd.api+json'])(
    'as "%s" is read',
    async (type) => {
      expect((await post(JSON.stringify(message), { 'content-type': type })).status).toBe(202);
    },
  );

  test('of one megabyte passes, one byte more is 413', async () => {
    const frame = JSON.stringify({ ...message, filler: '' });
    const sized = (bytes: number) =>
      frame.replace('"filler":""', `"filler":"${'a'.repeat(bytes - frame.length)}"`);
    expect((await post(sized(1_048_576))).status).toBe(202);
    expect(await outcome(await post(sized(1_048_577)))).toEqual([413, 'too_large']);
  });

  test('without a length is stopped at the limit as well', async () => {
    const chunk = new TextEncoder().encode('a'.repeat(100_000));
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull: (c) => (sent++ < 15 ? c.enqueue(chunk) : c.close()),
    });
    const response = await app.fetch('/functions/send-message', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { authorization: 'Bearer support', 'content-type': 'application/json' },
    });
    expect(await outcome(response)).toEqual([413, 'too_large']);
  });

  test('that was refused does not hold up the connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (path: string, body: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = {
          authorization: 'Bearer support',
          'content-type': 'application/json',
          'transfer-encoding': 'chunked',
        };
        const sending = request(app.url + path, { agent, method: 'POST', headers }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode));
        });
        sending.once('error', reject).end(body);
      });
    const statuses = [
      await ask('/functions/send-message', 'a'.repeat(3_000_000)),
      await ask('/functions/take-over', '{}'),
    ];
    agent.destroy();
    expect(statuses).toEqual([413, 400]);
  });

  test('keeps no character that PostgreSQL cannot store', async () => {
    await post('{"conversation_id":"' + ID + '","content":"a\\u0000b\\ud83dc"}');
    expect(app.useCases.commandsOf('sendMessage').at(-1)?.['content']).toBe('a\ufffdb\ufffdc');
  });

  test('is not looked at before the caller is known', async () => {
    const response = await app.fetch('/functions/send-message', { method: 'POST', body: '{' });
    expect(response.status).toBe(401);
  });
});

describe('a request that does not fit its contract', () => {
  test('names the first field, and all of them in the details', async () => {
    const { status, body } = await app.call('POST', '/functions/create-order-link', {
      as: 'support',
      body: { conversation_id: 'x', items: [{ product_id: ID, quantity: 0 }] },
    });
    expect([status, body['code']]).toEqual([400, 'invalid_request']);
    expect(body['message']).toMatch(/^conversation_id: /);
    expect((body['details'] as { field: string }[]).map(({ field }) => field)).toEqual([
      'conversation_id',
      'items.0.quantity',
    ]);
  });

  test('says what was expected', async () => {
    const { body } = await app.call('POST', '/functions/send-message', {
      as: 'support',
      body: { conversation_id: ID, content: 5 },
    });
    expect(body['details']).toEqual([
      { field: 'content', expected: 'string', message: expect.any(String) as string },
    ]);
  });

  test.each([[null], ['text'], [[]], [5]])('as a whole (%j) is named "body"', async (body) => {
    const { status, body: answer } = await app.call('POST', '/functions/take-over', {
      as: 'support',
      body: JSON.stringify(body),
    });
    expect([status, answer['message']]).toEqual([400, expect.stringMatching(/^body: /)]);
  });

  test('is 400 for a malformed id, 404 for one that nobody has', async () => {
    const take = (id: string) =>
      app.call('POST', '/functions/take-over', { as: 'support', body: { conversation_id: id } });
    expect((await take('123')).status).toBe(400);
    const { status, body } = await take(OTHER_ID);
    expect([status, body['code']]).toEqual([404, 'conversation_not_found']);
    // Well-formed for PostgreSQL, though no RFC version.
    expect((await take('11111111-1111-1111-1111-111111111111')).status).toBe(404);
  });

  test('is 400 when a query parameter comes twice', async () => {
    const { status } = await app.call(
      'GET',
      `/functions/export-user-data?user_id=${ID}&user_id=${ID}`,
      { as: 'admin' },
    );
    expect(status).toBe(400);
  });

  test.each([{}, { user_id: ID, phone_number: '+24174000000' }])(
    'is 400 without exactly one person (%j)',
    async (body) => {
      expect(
        (await app.call('POST', '/functions/start-conversation', { as: 'support', body })).status,
      ).toBe(400);
      expect(
        (await app.call('DELETE', '/functions/delete-user-data', { as: 'admin', body })).status,
      ).toBe(400);
    },
  );
});

describe('DELETE', () => {
  test('takes its arguments from the body, or from the query', async () => {
    const byBody = await app.call('DELETE', '/functions/delete-user-data', {
      as: 'admin',
      body: { user_id: ID },
    });
    const byQuery = await app.call(
      'DELETE',
      '/functions/delete-user-data?phone_number=%2B24174000000',
      { as: 'admin' },
    );
    expect([byBody.status, byQuery.status]).toEqual([200, 200]);
    expect(byBody.body).toEqual({ users: 1, messages: 3 });
    const commands = app.useCases.commandsOf('purgeUserData').slice(-2);
    expect(commands).toMatchObject([{ userId: ID }, { phoneNumber: '+24174000000' }]);
  });
});

describe('an address', () => {
  test('that does not exist is a 404 in JSON', async () => {
    const { status, body } = await app.call('GET', '/functions/nothing');
    expect([status, body['code']]).toEqual([404, 'not_found']);
  });

  test.each(['GET', 'PUT', 'PROPFIND'])(
    'that does not know %s is 405 with Allow',
    async (method) => {
      const { status, body, headers } = await app.call(method, '/functions/v1/send-message');
      expect([status, body['code'], headers.get('allow')]).toEqual([
        405,
        'method_not_allowed',
        'POST',
      ]);
    },
  );

  test('tells its methods', async () => {
    const response = await app.fetch('/functions/send-message', { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'POST']);
  });

  test.each(['/o/%E0%A4%A', '/%', '//evil.example/', '/functions/v1/', '/o/%00'])(
    'as odd as %s is no failure of ours',
    async (path) => {
      expect((await app.fetch(path)).status).toBeLessThan(500);
    },
  );
});
