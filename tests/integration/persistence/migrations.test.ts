import pg from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { installJobs } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { migrate } from '../../../src/adapters/persistence/knex/migrate.ts';
import {
  ensureServerRole,
  serverRoleOf,
} from '../../../src/adapters/persistence/knex/server-role.ts';
import {
  createEmptyDatabase,
  TEST_SECRET,
  type EmptyDatabase,
} from '../../support/test-database.ts';

const databases: EmptyDatabase[] = [];

async function emptyDatabase(owner?: string): Promise<EmptyDatabase> {
  const database = await createEmptyDatabase(owner);
  databases.push(database);
  return database;
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

describe('migrating', () => {
  it('brings an empty database to the newest schema once, and then changes nothing', async () => {
    const { ownerUrl } = await emptyDatabase();
    const applied = await migrate(ownerUrl);
    expect(applied).toContain('0001_schema.sql');
    expect(await migrate(ownerUrl)).toEqual([]);
    expect(await query(ownerUrl, 'select name from lea.migrations order by id')).toEqual(
      applied.map((name) => ({ name })),
    );
  });

  it('lets several processes start at once: one does the work', async () => {
    const { ownerUrl } = await emptyDatabase();
    const runs = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl)));
    const [worked = [], ...idle] = runs.toSorted((a, b) => b.length - a.length);
    expect(worked).toContain('0001_schema.sql');
    expect(idle).toEqual([[], []]);
  });

  it('goes on by itself after a crash that left the lock of knex', async () => {
    const { ownerUrl } = await emptyDatabase();
    await migrate(ownerUrl);
    await query(ownerUrl, 'update lea.migrations_lock set is_locked = 1');
    await query(ownerUrl, "delete from lea.migrations where name = '0003_sign_in.sql'");
    await query(ownerUrl, 'drop schema lea_auth cascade');
    expect(await migrate(ownerUrl)).toEqual(['0003_sign_in.sql']);
  });

  it('keeps nothing of a migration that failed', async () => {
    const { ownerUrl } = await emptyDatabase();
    // In the way of the first migration's last table.
    await query(ownerUrl, 'create table public.kpi_daily (x int)');
    await expect(migrate(ownerUrl)).rejects.toThrow(
      /^Migration 0001_schema.sql failed: relation "kpi_daily" already exists$/,
    );
    expect(
      await query(ownerUrl, "select tablename from pg_tables where schemaname = 'public'"),
    ).toEqual([{ tablename: 'kpi_daily' }]);
  });
});

describe('an owner who is no superuser', () => {
  const OWNER = 'lea_test_owner';

  it('may start twice: schema, jobs and server role', async () => {
    const adminUrl = inject('ownerUrl');
    await query(
      adminUrl,
      `do $$ begin
         if not exists (select from pg_roles where rolname = '${OWNER}') then
           create role ${OWNER} login createrole password 'owner';
         end if;
       end $$`,
    );
    // Roles are the whole cluster's; here they exist already, as on Supabase, and the owner may hand them on.
    await query(adminUrl, `grant anon, authenticated, service_role to ${OWNER} with admin option`);
    const { ownerUrl } = await emptyDatabase(OWNER);
    const url = new URL(ownerUrl);
    [url.username, url.password] = [OWNER, 'owner'];
    for (const start of [1, 2]) {
      const applied = await migrate(url.toString());
      expect(applied.length > 0).toBe(start === 1);
      await installJobs(url.toString());
      const serverUrl = await ensureServerRole(url.toString(), TEST_SECRET);
      const seen = await query<{ current_user: string }>(serverUrl, 'select current_user');
      expect(seen).toEqual([{ current_user: serverRoleOf(new URL(ownerUrl).pathname.slice(1)) }]);
    }
    // FORCE binds such an owner: without a policy of their own a backfill would silently touch no row. Of
    // settings nobody may write one without claims, and nobody at all may change one.
    await query(url.toString(), `insert into public.settings (value) values ('{}')`);
    const changed = await query(
      url.toString(),
      `update public.settings set value = '{"a": 1}' returning value`,
    );
    expect(changed).toEqual([{ value: { a: 1 } }]);
  });
});
