import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { aConversationId, aPhone, aUserId, NOW } from '../../support/builders.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let db: Knex;
let owner: pg.Client;
let jobs: JobRunner;
let uow: KnexUnitOfWork;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.serverUrl, 4);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  jobs = new JobRunner({ serverUrl: database.serverUrl, log: new RecordingLog(), runs: false });
  await jobs.start();
  uow = new KnexUnitOfWork(db, jobs);
});
afterAll(async () => {
  await jobs.stop();
  await db.destroy();
  await owner.end();
  await database.drop();
});

const arrive = (phone: string, name: string | null, after: () => Promise<void> = async () => {}) =>
  uow.run(SERVICE, async ({ customers, conversations }) => {
    const [userId] = await customers.resolve(
      [{ aliases: [phone], phone, name, newId: aUserId() }],
      NOW,
    );
    await after();
    await conversations.ensureOpen(
      [{ userId: userId!, newId: aConversationId(), chatId: `${phone.slice(1)}@s.whatsapp.net` }],
      NOW,
      new Date(0),
    );
    return userId!;
  });
const waits = () =>
  expect
    .poll(async () => {
      const { rows } = await owner.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length;
    })
    .toBeGreaterThan(0);
const erase = `delete from users where id = $1`;

it('who is erased while their next message is stored begins anew', async () => {
  const phone = aPhone();
  const before = await arrive(phone, null);
  await owner.query('begin');
  await owner.query(erase, [before]);
  // Brings a name, and therefore waits for the row that is going.
  const arriving = arrive(phone, 'Awa');
  await waits();
  await owner.query('commit');
  const now = await arriving;
  expect(now).not.toBe(before);
  const { rows } = await owner.query('select id, name from users where phone_number = $1', [phone]);
  expect(rows).toEqual([{ id: now, name: 'Awa' }]);
});

it('so does who is erased between being found and being written to', async () => {
  const phone = aPhone();
  const before = await arrive(phone, null);
  let erased = false;
  const now = await arrive(phone, null, async () => {
    if (erased) return;
    erased = true;
    await owner.query(erase, [before]);
  });
  expect(now).not.toBe(before);
  const { rows } = await owner.query(
    'select c.user_id from conversations c where c.chat_id = $1 and c.user_id is not null',
    [`${phone.slice(1)}@s.whatsapp.net`],
  );
  expect(rows).toEqual([{ user_id: now }]);
});

it('a reference that never holds is an error all the same', async () => {
  let tries = 0;
  await expect(
    uow.run(SERVICE, async ({ conversations }) => {
      tries += 1;
      await conversations.ensureOpen(
        [{ userId: randomUUID() as never, newId: aConversationId(), chatId: '1@s.whatsapp.net' }],
        NOW,
        new Date(0),
      );
    }),
  ).rejects.toThrow();
  expect(tries).toBeGreaterThan(1);
});
