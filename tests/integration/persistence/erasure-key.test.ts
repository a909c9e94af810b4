import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdErasureKey } from '../../../src/adapters/persistence/knex/erasure-key.ts';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
const [first, second] = [new HmacKeyedHash('a'.repeat(32)), new HmacKeyedHash('b'.repeat(32))];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

it('a database takes another ERASURE_KEY while nobody was erased from it, and none after', async () => {
  await holdErasureKey(database.ownerUrl, first);
  await holdErasureKey(database.ownerUrl, second);
  await owner.query(
    `insert into deletion_logs (id, subject_hash, deleted_at, requested_by, counts, hash_expires_at) values (gen_random_uuid(), 'h', now(), 'customer', '{}', now())`,
  );
  await holdErasureKey(database.ownerUrl, second);
  await expect(holdErasureKey(database.ownerUrl, first)).rejects.toThrow(
    /^ERASURE_KEY is not the one .* docs\/operations\.md/,
  );
  // An expired hash says nothing any more.
  await owner.query(`update deletion_logs set subject_hash = ''`);
  await holdErasureKey(database.ownerUrl, first);
  expect((await owner.query('select from lea.erasure_key')).rowCount).toBe(1);
});

it('the server’s role cannot read what the key is known by', async () => {
  const server = new pg.Client({ connectionString: database.serverUrl });
  await server.connect();
  for (const role of ['none', 'anon', 'authenticated', 'service_role']) {
    await server.query(`set role ${role}`);
    await expect(server.query('select * from lea.erasure_key')).rejects.toThrow(
      /permission denied/,
    );
  }
  await server.end();
});
