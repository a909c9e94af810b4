import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexConversationQueue } from '../../../src/adapters/persistence/knex/knex-conversation-queue.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import type { Repositories } from '../../../src/ports/unit-of-work.ts';
import { aConversationId, anInbound, aPhone, aUserId, NOW } from '../../support/builders.ts';
import { gate, only } from '../../contract/persistence/given.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let uow: KnexUnitOfWork;
let queue: KnexConversationQueue;
let statements = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  db = openDatabase(database.serverUrl, 8);
  db.on('query', () => (statements += 1));
  uow = new KnexUnitOfWork(db, { enqueue: async () => undefined });
  queue = new KnexConversationQueue({ db, listenUrl: database.serverUrl, log: new RecordingLog() });
});

beforeEach(() => {
  statements = 0;
});

afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

const run = <T>(work: (repositories: Repositories) => Promise<T>): Promise<T> =>
  uow.run(SERVICE, work);

/** What the webhook does with messages of people, one each. */
async function receive(
  phones: readonly string[],
  content = 'Bonjour',
): Promise<readonly ConversationId[]> {
  return run(async ({ customers, conversations, messages }) => {
    const contacts = phones.map((phone) => ({
      aliases: [phone],
      phone,
      name: null,
      newId: aUserId(),
    }));
    const people = await customers.resolve(contacts, NOW);
    const openings = people.map((userId, index) => ({
      userId,
      newId: aConversationId(),
      chatId: `${phones[index]}@s`,
    }));
    const ids = (await conversations.ensureOpen(openings, NOW, new Date(0))).map(({ id }) => id);
    await messages.appendInbound(
      ids.map((conversationId) => anInbound({ conversationId, content })),
    );
    await conversations.schedule(
      ids.map((id) => ({ id, quietMs: 0, inbound: 1, lastInboundAt: NOW })),
      5_000,
    );
    return ids;
  });
}

describe('round trips', () => {
  it('do not grow with the number of messages, and known customers cost least', async () => {
    const phones = Array.from({ length: 500 }, aPhone);
    await receive(phones);
    // Open, four to make newcomers and read them, three to open conversations, two to store, commit.
    expect(statements).toBeLessThanOrEqual(12);
    statements = 0;
    await receive(phones);
    // Open, who, which conversation, store, schedule, commit.
    expect(statements).toBe(6);
  });

  it('are one for each step of a lease', async () => {
    await owner.query('update conversations set due_at = null');
    await receive([aPhone()]);
    statements = 0;
    const lease = only(await queue.claim('w', 10, 10_000));
    await queue.renew(lease, 10_000);
    await queue.fail(lease, 0);
    await queue.release(only(await queue.claim('w', 10, 10_000)));
    expect(statements).toBe(5);
  });
});

describe('a message that is stored while its conversation is given back', () => {
  it('is never forgotten', async () => {
    await owner.query('update conversations set due_at = null');
    const id = only(await receive([aPhone()]));
    const lease = only(await queue.claim('w', 10, 10_000));
    await owner.query('update messages set handled_at = now() where conversation_id = $1', [id]);
    const [stored, finish] = [gate(), gate()];
    const storing = run(async ({ messages, conversations }) => {
      await messages.appendInbound([anInbound({ conversationId: id })]);
      await conversations.schedule([{ id, quietMs: 0, inbound: 1, lastInboundAt: NOW }], 5_000);
      stored.open();
      await finish.opened;
    });
    await stored.opened;
    const released = queue.release(lease);
    await new Promise((resolve) => setTimeout(resolve, 100));
    finish.open();
    await Promise.all([storing, released]);
    expect(await queue.claim('w', 10, 10_000)).toMatchObject([{ conversationId: id }]);
  });
});

describe('newcomers', () => {
  it('who share an alias within one batch are one person, and nobody is left without any', async () => {
    const [phone, lid] = [aPhone(), '1234567890@lid'];
    const ids = await run(({ customers }) =>
      customers.resolve(
        [
          { aliases: [phone, lid], phone, name: null, newId: aUserId() },
          { aliases: [lid], phone: null, name: 'Awa', newId: aUserId() },
        ],
        NOW,
      ),
    );
    expect(new Set(ids).size).toBe(1);
    const orphans = await owner.query(
      `select from users u where role = 'customer' and not exists (select from customer_aliases a where a.user_id = u.id)`,
    );
    expect(orphans.rowCount).toBe(0);
  });

  it('who write from a colleague’s number become customers without taking it', async () => {
    const phone = aPhone();
    await owner.query(`insert into users (id, role, phone_number) values ($1, 'support', $2)`, [
      randomUUID(),
      phone,
    ]);
    const id = only(
      await run(({ customers }) =>
        customers.resolve([{ aliases: [phone], phone, name: 'Ali', newId: aUserId() }], NOW),
      ),
    );
    expect(await run(({ customers }) => customers.findByAlias(phone))).toMatchObject({
      id,
      phone: null,
      name: 'Ali',
    });
    expect(await receive([phone])).toHaveLength(1);
  });
});

describe('odd characters', () => {
  it.each([
    ['NUL', 'a\u0000b', 'ab'],
    ['half of a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['an escape that was typed', String.raw`a\u0000b\ud800`, String.raw`a\u0000b\ud800`],
    ['an emoji', 'a😀b', 'a😀b'],
  ])('do not stop a batch: %s', async (_what, content, kept) => {
    const id = only(await receive([aPhone()], content));
    expect(await run(({ messages }) => messages.unhandled(id))).toMatchObject([{ content: kept }]);
    const at = NOW;
    await run(({ quarantine }) =>
      quarantine.add([
        { id: randomUUID(), channel: 'x', reason: 'y', raw: { [content]: [content] }, at },
      ]),
    );
  });

  it('nor does endless nesting in what could not be read', async () => {
    let raw: unknown = 'deep';
    for (let depth = 0; depth < 50_000; depth += 1) raw = [raw];
    await run(({ quarantine }) =>
      quarantine.add([{ id: randomUUID(), channel: 'x', reason: 'y', raw, at: NOW }]),
    );
  });
});

describe('a database that is gone', () => {
  it('is told as unavailable', async () => {
    const url = new URL(database.serverUrl);
    url.port = '1';
    const lost = openDatabase(url.toString(), 1);
    const refused = new KnexUnitOfWork(lost, { enqueue: async () => undefined }).run(
      SERVICE,
      async () => 1,
    );
    await expect(refused).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'database_unavailable',
    });
    await lost.destroy();
  });

  it('costs the work under way, and work goes through again', async () => {
    const cut = run(async ({ products }) => {
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lea' and datname = current_database()`,
      );
      return products.vocabulary();
    });
    await expect(cut).rejects.toMatchObject({ code: 'database_unavailable' });
    // Other pooled connections were cut as well; each is noticed when it is used or closed.
    await expect.poll(() => run(async () => 'back').catch(() => 'gone')).toBe('back');
  });
});
