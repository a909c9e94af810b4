import fc from 'fast-check';
import type { Knex } from 'knex';
import { afterAll, beforeAll, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { databaseShop } from '../../support/money/database-shop.ts';
import { playStory } from '../../support/money/play.ts';
import { runs, SEED } from '../../support/money/scale.ts';
import { story } from '../../support/money/steps.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const STORIES = runs(15, 500);
let database: TestDatabase;
let db: Knex;
let owner: Knex;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.serverUrl, 4);
  owner = openDatabase(database.ownerUrl, 1);
  await owner.raw('set search_path = public, extensions');
});
afterAll(async () => {
  await db.destroy();
  await owner.destroy();
  await database.drop();
});

it(
  `the figures too agree with books kept by hand after ${STORIES} random stories on PostgreSQL`,
  { timeout: 120_000 + STORIES * 10_000 },
  () =>
    fc.assert(
      fc.asyncProperty(story(25), async (steps) =>
        playStory(await databaseShop(db, owner, database.serverUrl), steps, false),
      ),
      { numRuns: STORIES, ...SEED },
    ),
);
