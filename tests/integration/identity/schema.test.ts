import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import pg from 'pg';
import { createAuth } from '../../../src/adapters/identity/local/create-auth.ts';
import { AccountLimits } from '../../../src/adapters/identity/local/account-limits.ts';
import { Background } from '../../../src/adapters/identity/local/background.ts';
import { openServerPool } from '../../../src/adapters/identity/shared/server-pool.ts';
import { StaffDirectory } from '../../../src/adapters/identity/shared/staff-directory.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase, TEST_SECRET, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openServerPool(database.serverUrl, new RecordingLog());
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

it('keeps the tables that this version of better-auth asks for', async () => {
  const log = new RecordingLog();
  const auth = createAuth({
    pool,
    publicUrl: 'http://localhost:3000',
    secret: TEST_SECRET,
    trustedOrigins: [],
    confirmPath: '/sign-in/link',
    passwordPath: '/sign-in/password',
    mailer: { send: async () => {} },
    shopName: () => 'Léa',
    directory: new StaffDirectory(pool),
    limits: new AccountLimits(pool),
    background: new Background(log),
    log,
    record: async () => undefined,
  });
  const missing = await getMigrations(auth.options);
  expect(missing.toBeCreated).toEqual([]);
  expect(missing.toBeAdded).toEqual([]);
  expect(missing.toBeAddedIndexes).toEqual([]);
  expect(missing.unsafeChanges).toEqual([]);
  expect(missing.schemaProblems).toEqual([]);
});

it('lets the server in and nobody else', async () => {
  await pool.query('select from lea_auth."user"');
  for (const role of ['anon', 'authenticated', 'service_role']) {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('role', $1, true)`, [role]);
      await expect(client.query('select from lea_auth."user"')).rejects.toThrow(
        'permission denied for schema lea_auth',
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});

it('leaves the server itself without a row of the shop', async () => {
  await expect(pool.query('select from public.users')).rejects.toThrow('permission denied');
});

it('takes the account along with the person', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `insert into users (id, role) values ('00000000-0000-4000-8000-000000000001', 'support')`,
    );
    await pool.query(
      `insert into lea_auth."user" (id, name, email, "emailVerified") values ('00000000-0000-4000-8000-000000000001', '', 'a@b.example', true)`,
    );
    await owner.query(`delete from users where id = '00000000-0000-4000-8000-000000000001'`);
    expect((await pool.query('select from lea_auth."user"')).rowCount).toBe(0);
  } finally {
    await owner.end();
  }
});
