import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { installJobs } from '../../src/adapters/persistence/knex/job-runner.ts';
import { migrate } from '../../src/adapters/persistence/knex/migrate.ts';
import { ensureServerRole, serverRoleOf } from '../../src/adapters/persistence/knex/server-role.ts';

const TEMPLATE = 'lea_test_template';
export const TEST_SECRET = 'test-secret-of-at-least-32-characters';

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
};

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A migrated database that every test database is a copy of; made once a run. */
export async function prepareTemplate(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE}`);
  });
  const url = withDatabase(ownerUrl, TEMPLATE);
  await migrate(url);
  await installJobs(url);
}

const dropDatabase = (adminUrl: string, name: string): Promise<void> =>
  asOwner(adminUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`drop role if exists ${serverRoleOf(name)}`);
  });

export interface TestDatabase {
  readonly ownerUrl: string;
  /** As the limited server role. */
  readonly serverUrl: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file, in some tens of milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('ownerUrl');
  const name = `lea_test_${randomUUID().replaceAll('-', '')}`;
  const ownerUrl = withDatabase(adminUrl, name);
  const serverUrl = await asOwner(adminUrl, async (client) => {
    // Copies of one template must not overlap, nor must changes of the role, which all databases share.
    await client.query('select pg_advisory_lock(424242)');
    await client.query(`create database ${name} template ${TEMPLATE}`);
    return ensureServerRole(ownerUrl, TEST_SECRET);
  });
  return {
    ownerUrl,
    serverUrl,
    drop: () => dropDatabase(adminUrl, name),
  };
}

export interface EmptyDatabase {
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** A database without anything in it, for tests of the way to the first schema. */
export async function createEmptyDatabase(owner?: string): Promise<EmptyDatabase> {
  const adminUrl = inject('ownerUrl');
  const name = `lea_test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(424242)');
    await client.query(`create database ${name}${owner === undefined ? '' : ` owner ${owner}`}`);
  });
  return { ownerUrl: withDatabase(adminUrl, name), drop: () => dropDatabase(adminUrl, name) };
}
