import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { PERSONAL_DATA_REGISTER } from '../../../src/domain/privacy/register.ts';
import { registerDocument } from '../../../src/domain/privacy/register-document.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function columnsOf(): Promise<Map<string, Set<string>>> {
  const { rows } = await owner.query<{ table: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as table, array_agg(a.attname::text) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname not like 'pg_t%' group by 1`,
  );
  return new Map(rows.map(({ table, columns }) => [table, new Set(columns)]));
}

describe('the register of personal data', () => {
  it('classifies every column of every table exactly once, and nothing else', async () => {
    const real = await columnsOf();
    expect(real.size).toBeGreaterThan(40);
    const registered = Object.entries(PERSONAL_DATA_REGISTER).map(
      ([name, { personal, pseudonymous, none }]) =>
        [name, [...personal, ...pseudonymous, ...none]] as const,
    );
    for (const [name, columns] of registered)
      expect(new Set(columns).size, `a column of ${name} comes twice`).toBe(columns.length);
    const sorted = (pairs: Iterable<readonly [string, Iterable<string>]>) =>
      Object.fromEntries(
        [...pairs].map(([name, columns]) => [name, [...columns].toSorted()] as const).toSorted(),
      );
    expect(sorted(registered)).toEqual(sorted(real));
  });

  it('notices a new column and a new table', async () => {
    await owner.query('begin');
    await owner.query(
      'alter table public.users add column shoe_size text; create table public.diary (words text)',
    );
    const real = await columnsOf();
    await owner.query('rollback');
    const known = PERSONAL_DATA_REGISTER['public.users']!;
    expect(
      [...real.get('public.users')!].filter(
        (name) => ![...known.personal, ...known.pseudonymous, ...known.none].includes(name),
      ),
    ).toEqual(['shoe_size']);
    expect(PERSONAL_DATA_REGISTER['public.diary']).toBeUndefined();
    expect(real.has('public.diary')).toBe(true);
  });

  it('is what the document says', () => {
    expect(
      readFileSync(new URL('../../../docs/privacy-register.md', import.meta.url), 'utf8'),
    ).toBe(registerDocument());
  });

  it('knows no customer data outside of tables that an erasure or an expiry reaches', () => {
    for (const [name, { about, personal, erasure }] of Object.entries(PERSONAL_DATA_REGISTER)) {
      if (about === 'shop') expect(personal, name).toEqual([]);
      if (about === 'customer') expect(erasure, name).not.toBe('');
    }
  });
});

describe('consent_logs', () => {
  it.each(['anon', 'authenticated', 'service_role'])(
    'are never changed, not even by %s',
    async (role) => {
      await owner.query('begin');
      await owner.query(`insert into consent_logs (consent_given) values (true)`);
      await owner.query(
        `select set_config('role', $1, true), set_config('request.jwt.claims', '{"user_role": "admin"}', true)`,
        [role],
      );
      await expect(
        owner.query('update consent_logs set consent_given = false'),
      ).rejects.toMatchObject({ code: '42501' });
      await owner.query('rollback');
    },
  );

  it('are deleted by an erasure only, which is the service', async () => {
    for (const role of ['anon', 'authenticated']) {
      await owner.query('begin');
      await owner.query(
        `select set_config('role', $1, true), set_config('request.jwt.claims', '{"user_role": "admin"}', true)`,
        [role],
      );
      await expect(owner.query('delete from consent_logs')).rejects.toMatchObject({
        code: '42501',
      });
      await owner.query('rollback');
    }
  });
});
