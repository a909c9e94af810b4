import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { installJobs } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { migrate } from '../../../src/adapters/persistence/knex/migrate.ts';
import {
  admitServerRole,
  ensureServerRole,
  serverRoleOf,
} from '../../../src/adapters/persistence/knex/server-role.ts';
import { createEmptyDatabase, createTestDatabase } from '../../support/test-database.ts';

const undo: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A database that is ready for a server; answers its owner's URL. */
async function shop(): Promise<string> {
  const database = await createEmptyDatabase();
  undo.push(() => database.drop());
  await migrate(database.ownerUrl);
  await installJobs(database.ownerUrl);
  return database.ownerUrl;
}

/** A login made by hand; answers its URL in the shop's database. */
async function login(ownerUrl: string, attributes: string): Promise<string> {
  const name = `by_hand_${randomUUID().slice(0, 8)}`;
  const adminUrl = inject('ownerUrl');
  await query(adminUrl, `create role ${name} login password 'hand' ${attributes}`);
  undo.unshift(() => query(adminUrl, `drop role ${name}`));
  const url = new URL(ownerUrl);
  [url.username, url.password] = [name, 'hand'];
  return url.toString();
}

const ANSWERS = `begin; set local role service_role; select count(*)::int as n from public.users; commit`;

describe('two installations in one cluster', () => {
  it('both go on working after each other’s start', async () => {
    const [first, second] = [await shop(), await shop()];
    const urls: string[] = [];
    for (const [ownerUrl, secret] of [
      [first, 'a secret of the first shop 0123456789'],
      [second, 'a secret of the second shop 0123456789'],
      [first, 'a secret of the first shop 0123456789'],
    ] as const)
      urls.push(await ensureServerRole(ownerUrl, secret));
    expect(urls[2]).toBe(urls[0]);
    for (const url of urls) await query(url, ANSWERS);
    const [one, other] = urls.map((url) => new URL(url));
    expect(one!.username).not.toBe(other!.username);
  });
});

describe('the name of the server’s role', () => {
  it('is the database’s, whatever that is, within what PostgreSQL keeps', () => {
    expect(serverRoleOf('shop')).toBe('lea_server_shop');
    const [long, longer] = ['é'.repeat(31), `${'é'.repeat(31)}x`].map(serverRoleOf);
    expect(long).not.toBe(longer);
    for (const name of [long, longer]) expect(Buffer.byteLength(name!)).toBeLessThanOrEqual(63);
  });

  it('may need quoting everywhere', async () => {
    const adminUrl = inject('ownerUrl');
    const name = `L'éa "${randomUUID().slice(0, 8)}"`;
    const quoted = `"${name.replaceAll('"', '""')}"`;
    await query(adminUrl, `create database ${quoted}`);
    undo.push(() => query(adminUrl, `drop database ${quoted} with (force)`));
    const ownerUrl = new URL(adminUrl);
    ownerUrl.pathname = `/${encodeURIComponent(name)}`;
    await migrate(ownerUrl.toString());
    await installJobs(ownerUrl.toString());
    const url = await ensureServerRole(
      ownerUrl.toString(),
      'a secret of the quoted shop 0123456789',
    );
    undo.push(() => query(adminUrl, `drop role "lea_server_${name.replaceAll('"', '""')}"`).then());
    undo.reverse();
    await query(url, ANSWERS);
  });
});

describe('a role made by hand', () => {
  it('is given what the server needs', async () => {
    const ownerUrl = await shop();
    const url = await login(ownerUrl, 'noinherit');
    await admitServerRole(ownerUrl, url);
    await query(url, ANSWERS);
    await query(url, 'select from lea_auth."user"');
    expect(await query(url, 'show search_path')).toEqual([{ search_path: 'public, extensions' }]);
    await admitServerRole(ownerUrl, url);
  });

  it.each(['superuser', 'bypassrls', 'createrole'])('is refused as %s', async (attribute) => {
    const ownerUrl = await shop();
    const url = await login(ownerUrl, attribute);
    await expect(admitServerRole(ownerUrl, url)).rejects.toThrow(/must be no superuser/);
  });

  it('is refused when it is the owner', async () => {
    const database = await createTestDatabase();
    undo.push(() => database.drop());
    const { ownerUrl } = database;
    await expect(admitServerRole(ownerUrl, ownerUrl)).rejects.toThrow(/own nothing/);
  });
});
