import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import pg from 'pg';
import { EventStreams } from '../../../src/adapters/http/events/routes.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexLiveEvents } from '../../../src/adapters/persistence/knex/knex-live-events.ts';
import type { Identity } from '../../../src/ports/identity.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { staffId, startTestApp, type TestApp } from '../../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { openStream, type OpenStream } from './read-stream.ts';

let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let live: KnexLiveEvents;
let app: TestApp;
let streams: EventStreams;
let mayStay = true;
const opened: OpenStream[] = [];

const identity: Identity = {
  verifyToken: async (token) =>
    mayStay ? { userId: staffId(token as 'support'), role: token as 'support', name: null } : null,
  verifySession: async () => null,
};

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  db = openDatabase(database.serverUrl, 4);
});
beforeEach(async () => {
  mayStay = true;
  live = new KnexLiveEvents({ db, listenUrl: database.serverUrl, log: new RecordingLog() });
  live.start();
  streams = new EventStreams({ live, identity, maxPerUser: 2, heartbeatMs: 100, recheckMs: 50 });
  app = await startTestApp({ deps: { routes: [streams.route()] } });
});
afterEach(async () => {
  for (const stream of opened.splice(0)) stream.close();
  streams.close();
  await app.close();
  await live.stop();
});
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

const listen = async (
  as: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<OpenStream> => {
  const stream = await openStream(`${app.url}/events`, {
    authorization: `Bearer ${as}`,
    ...headers,
  });
  opened.push(stream);
  // The first look begins with the subscription.
  await new Promise((resolve) => setTimeout(resolve, 150));
  return stream;
};
const conversation = async (): Promise<string> => {
  const id = randomUUID();
  await owner.query(`insert into conversations (id, status) values ($1, 'closed')`, [id]);
  return id;
};
const say = (conversationId: string, content = 'mots secrets'): Promise<unknown> =>
  owner.query(`insert into messages (conversation_id, sender, content) values ($1, 'user', $2)`, [
    conversationId,
    content,
  ]);

describe('GET /events', () => {
  it('is a stream that no proxy changes', async () => {
    const stream = await listen('support');
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(stream.headers.get('cache-control')).toContain('no-transform');
  });

  it('is for staff', async () => {
    expect((await app.fetch('/events')).status).toBe(401);
    expect(
      (await app.fetch('/events', { headers: { authorization: 'Bearer lea-public' } })).status,
    ).toBe(401);
  });

  it('tells of each kind of change, by ids and without words', async () => {
    const stream = await listen('admin');
    const id = await conversation();
    await stream.until(({ event, data }) => event === 'conversation' && data['id'] === id);
    await say(id);
    const message = await stream.until(({ event }) => event === 'message');
    expect(message.data['conversation_id']).toBe(id);
    await owner.query(
      `insert into advisor_alerts (conversation_id, reason) values ($1, 'mots secrets')`,
      [id],
    );
    await owner.query(
      `insert into orders (conversation_id, order_link, status) values ($1, 'x', 'pending')`,
      [id],
    );
    await owner.query(
      `insert into products (name, price_cfa, stock_qty) values ('mots secrets', 1, 1)`,
    );
    await owner.query(`insert into settings (value) values ('{}')`);
    for (const name of ['alert', 'order', 'product', 'settings'])
      await stream.until(({ event }) => event === name);
    expect(JSON.stringify(stream.events)).not.toContain('secrets');
  });

  it('is silent about the work of a turn, and tells of a takeover', async () => {
    const id = await conversation();
    const stream = await listen('support');
    await owner.query(
      `update conversations set lease_owner = 'x', fence = fence + 1, due_at = null, dialogue = '{"a":1}' where id = $1`,
      [id],
    );
    await owner.query(`update conversations set mode = 'human' where id = $1`, [id]);
    await stream.until(({ event }) => event === 'conversation');
    expect(stream.events).toHaveLength(1);
  });

  it('tells an editor of products nothing about conversations', async () => {
    const stream = await listen('product_editor');
    const id = await conversation();
    await say(id);
    await owner.query(`insert into products (name, price_cfa, stock_qty) values ('Savon', 1, 1)`);
    await stream.until(({ event }) => event === 'product');
    expect(stream.events.map(({ event }) => event)).toEqual(['product']);
  });

  it('tells a newcomer nothing of before, though an older transaction is still open', async () => {
    const other = new pg.Client({ connectionString: database.ownerUrl });
    await other.connect();
    await other.query('begin');
    await other.query('select pg_current_xact_id()');
    await conversation();
    const stream = await listen('support');
    const id = await conversation();
    await stream.until(({ data }) => data['id'] === id);
    await other.query('rollback');
    await other.end();
    expect(stream.events.map(({ data }) => data['id'])).toEqual([id]);
  });

  it('tells once of an import of many products', async () => {
    const stream = await listen('support');
    await owner.query(
      `insert into products (name, price_cfa, stock_qty) select 'Savon ' || i, 1, 1 from generate_series(1, 200) i`,
    );
    const { data } = await stream.until(({ event }) => event === 'product');
    expect(data['id']).toBeNull();
    expect(stream.events).toHaveLength(1);
  });

  it('misses nothing of a hundred transactions that commit in any order', async () => {
    const id = await conversation();
    const stream = await listen('support');
    const clients = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const client = new pg.Client({
          connectionString: database.ownerUrl,
          options: '-c search_path=public,extensions',
        });
        await client.connect();
        return client;
      }),
    );
    const ids: string[] = [];
    await Promise.all(
      clients.map(async (client, index) => {
        for (let round = 0; round < 10; round += 1) {
          await client.query('begin');
          const { rows } = await client.query<{ id: string }>(
            `insert into messages (conversation_id, sender, content) values ($1, 'user', 'x') returning id`,
            [id],
          );
          ids.push(rows[0]!.id);
          await new Promise((resolve) => setTimeout(resolve, ((index * 7 + round * 13) % 10) * 20));
          await client.query('commit');
        }
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    await stream.until(() => new Set(stream.events.map(({ data }) => data['id'])).size >= 100);
    const told = stream.events
      .filter(({ event }) => event === 'message')
      .map(({ data }) => data['id']);
    expect(told.toSorted()).toEqual(ids.toSorted());
  });

  it('resumes after a break, on any replica, and says so when it cannot', async () => {
    const id = await conversation();
    const first = await listen('support');
    await say(id);
    const { id: position } = await first.until(({ event }) => event === 'message');
    first.close();
    const { rows } = await owner.query<{ id: string }>(
      `insert into messages (conversation_id, sender, content) values ($1, 'user', 'x') returning id`,
      [id],
    );
    const again = await listen('support', { 'last-event-id': position });
    await again.until(({ data }) => data['id'] === rows[0]!.id);
    expect(again.events.some(({ event }) => event === 'reset')).toBe(false);

    const lost = await listen('admin', { 'last-event-id': '1' });
    await lost.until(({ event }) => event === 'reset');
    const nonsense = await listen('admin', { 'last-event-id': 'no-place-of-ours' });
    await nonsense.until(({ event }) => event === 'reset');
  });

  it('ends for somebody whose account is disabled', async () => {
    const stream = await listen('support');
    mayStay = false;
    await stream.ended;
  });

  it('refuses more streams than one person needs', async () => {
    await listen('support');
    await listen('support');
    expect(
      (await app.fetch('/events', { headers: { authorization: 'Bearer support' } })).status,
    ).toBe(429);
    opened[0]!.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await listen('support')).status).toBe(200);
  });

  it('goes on when the listening connection is lost', async () => {
    const stream = await listen('support');
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('lea-live', 'lea') and datname = current_database()`,
    );
    const id = await conversation();
    await stream.until(({ data }) => data['id'] === id);
  });
});
