import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { installJobs } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { migrate } from '../../../src/adapters/persistence/knex/migrate.ts';
import { ensureServerRole } from '../../../src/adapters/persistence/knex/server-role.ts';
import { createEmptyDatabase, TEST_SECRET } from '../../support/test-database.ts';

export interface WalledDatabase {
  /** A superuser, whom no wall holds: for seeding, for becoming somebody, for taking policies away. */
  readonly admin: pg.Client;
  /** Owns everything and is no superuser, so that FORCE binds it. */
  readonly ownerRole: string;
  readonly serverRole: string;
  drop(): Promise<void>;
}

/** As on Supabase: whatever is made in `public` is open to everybody until it is closed. */
const OPEN_BY_DEFAULT = ['tables', 'sequences', 'functions'].map(
  (kind) =>
    `alter default privileges in schema public grant all on ${kind} to anon, authenticated, service_role`,
);

/** A migrated database of an owner of its own; `openByDefault` has it begin as Supabase's do. */
export async function createWalledDatabase(openByDefault: boolean): Promise<WalledDatabase> {
  const adminUrl = inject('ownerUrl');
  const ownerRole = `lea_rls_${randomUUID().slice(0, 8)}`;
  await asClient(adminUrl, async (client) => {
    await client.query(`create role ${ownerRole} login createrole password 'owner'`);
    await client.query(`grant anon, authenticated, service_role to ${ownerRole} with admin option`);
  });
  const database = await createEmptyDatabase(ownerRole);
  const ownerUrl = new URL(database.ownerUrl);
  [ownerUrl.username, ownerUrl.password] = [ownerRole, 'owner'];
  if (openByDefault)
    await asClient(ownerUrl.toString(), async (client) => {
      for (const statement of OPEN_BY_DEFAULT) await client.query(statement);
    });
  await migrate(ownerUrl.toString());
  await installJobs(ownerUrl.toString());
  const serverUrl = await ensureServerRole(ownerUrl.toString(), TEST_SECRET);
  const serverRole = new URL(serverUrl).username;
  const admin = new pg.Client({ connectionString: database.ownerUrl });
  await admin.connect();
  // Policies hold for members too: an owner who is none shows what its own policy does.
  await admin.query(`revoke anon, authenticated, service_role from ${ownerRole} cascade`);
  await admin.query(`grant anon, authenticated, service_role to ${serverRole}`);
  return {
    admin,
    ownerRole,
    serverRole,
    drop: async () => {
      await admin.end();
      await database.drop();
      await asClient(adminUrl, async (client) => {
        await client.query(`drop owned by ${ownerRole}`);
        await client.query(`drop role ${ownerRole}`);
      });
    },
  };
}

async function asClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
