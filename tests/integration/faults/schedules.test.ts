import fc from 'fast-check';
import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexConversationQueue } from '../../../src/adapters/persistence/knex/knex-conversation-queue.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { seen, times } from '../../support/fault-scale.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { play, schedule } from '../../support/schedules.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const RUNS = times('SCHEDULES', 10, 1_000);

let database: TestDatabase;
let db: Knex;
let owner: pg.Client;
let jobs: JobRunner;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.serverUrl, 5);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  jobs = new JobRunner({ serverUrl: database.serverUrl, log: new RecordingLog(), runs: false });
  await jobs.start();
});
afterAll(async () => {
  await jobs.stop();
  await db.destroy();
  await owner.end();
  await database.drop();
});

it(
  `answers each question once and in order over ${RUNS} random schedules on PostgreSQL`,
  { timeout: 60_000 + RUNS * 5_000 },
  async () => {
    const stage = {
      uow: new KnexUnitOfWork(db, jobs),
      queue: new KnexConversationQueue({
        db,
        listenUrl: database.serverUrl,
        log: new RecordingLog(),
      }),
      clock: { now: () => new Date() },
      passTime: async (ms: number) => {
        await owner.query(
          `update conversations set due_at = due_at - make_interval(secs => $1::float / 1000),
             lease_expires_at = lease_expires_at - make_interval(secs => $1::float / 1000)
           where due_at is not null or lease_expires_at is not null`,
          [ms],
        );
      },
    };
    await fc.assert(
      fc.asyncProperty(schedule, (steps) => play(stage, steps)),
      { numRuns: RUNS, endOnFailure: true },
    );
    seen(`${RUNS} random schedules, PostgreSQL`, '0 inversions, 0 repeated, 0 lost, 0 late writes');
  },
);
