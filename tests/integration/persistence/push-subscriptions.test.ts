import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexPushSubscriptions } from '../../../src/adapters/persistence/knex/knex-push-subscriptions.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { pushSubscriptionsContract } from '../../contract/push-subscriptions.contract.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let db: Knex;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.serverUrl, 2);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await db?.destroy();
  await database?.drop();
});

pushSubscriptionsContract('PostgreSQL', async () => ({
  subscriptions: new KnexPushSubscriptions(db),
  async person(role, disabled = false) {
    const id = randomUUID() as UserId;
    await owner.query('insert into users (id, role, disabled_at) values ($1, $2, $3)', [
      id,
      role,
      disabled ? new Date() : null,
    ]);
    return id;
  },
  close: async () => void (await owner.query('truncate push_subscriptions')),
}));
