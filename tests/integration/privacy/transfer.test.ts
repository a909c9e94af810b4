import type { Knex } from 'knex';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexConversationQueue } from '../../../src/adapters/persistence/knex/knex-conversation-queue.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { seedCatalogue } from '../../../src/adapters/persistence/demo/seed-catalogue.ts';
import { transferSuite } from '../../support/suites/transfer.ts';
import { createHarness } from '../../support/harness.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let db: Knex;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedCatalogue(database.ownerUrl, new Date());
  db = openDatabase(database.serverUrl, 8);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

transferSuite((adapters) => {
  const log = new RecordingLog();
  return createHarness({
    adapters: {
      uow: new KnexUnitOfWork(db, { enqueue: async () => undefined }),
      queue: new KnexConversationQueue({ db, listenUrl: database.serverUrl, log }),
      log,
      burstWindowMs: 0,
      ...adapters,
    },
  });
});
