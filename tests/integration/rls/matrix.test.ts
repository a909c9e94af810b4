import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsFound, seed } from './attempts.ts';
import { MATRIX, rightsOn } from './matrix.ts';
import { createWalledDatabase, type WalledDatabase } from './walled-database.ts';

let walled: WalledDatabase;

interface Policy {
  readonly name: string;
  readonly command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL';
  readonly using: string | null;
  readonly check: string | null;
}

const UNGUARDED = `select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'm')
  and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))`;

const names = async (sql: string): Promise<readonly string[]> =>
  (await walled.admin.query<{ name: string }>(sql)).rows.map(({ name }) => name);

/** Does something to the database, and undoes it. */
async function undone(work: () => Promise<void>): Promise<void> {
  await walled.admin.query('begin');
  try {
    await work();
  } finally {
    await walled.admin.query('rollback');
  }
}

describe.each([
  ['a plain database', false],
  ['a database that opens every new table to everybody, as Supabase’s', true],
])('%s', (_what, openByDefault) => {
  beforeAll(async () => {
    walled = await createWalledDatabase(openByDefault);
    await seed(walled);
  });

  afterAll(() => walled.drop());

  it('has no table that the matrix lacks, nor the matrix one that is not there', async () => {
    const found = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
    );
    expect(found.toSorted()).toEqual(Object.keys(MATRIX).toSorted());
  });

  it('has row-level security enabled, forced and with policies on every table', async () => {
    expect(await names(UNGUARDED)).toEqual([]);
    await undone(async () => {
      await walled.admin.query('create table public.stray (id int)');
      await walled.admin.query('create table public.shut (id int)');
      await walled.admin.query(
        'alter table public.shut enable row level security, force row level security',
      );
      expect((await names(UNGUARDED)).toSorted()).toEqual(['shut', 'stray']);
    });
  });

  it.each(Object.keys(MATRIX))('lets everybody do with %s what the matrix says', async (table) => {
    expect(await rightsFound(walled, table)).toEqual(rightsOn(table));
  });

  it('lets nobody but the owner and the service near a sequence, and them no further than to draw', async () => {
    const open = await names(
      `select format('%s: %s', role, oid::regclass) as name from pg_class, unnest('{anon,authenticated,service_role}'::text[]) role
       where relkind = 'S' and relnamespace = 'public'::regnamespace
         and (has_sequence_privilege(role, oid, 'update') or (role <> 'service_role' and has_sequence_privilege(role, oid, 'usage, select')))`,
    );
    expect(open).toEqual([]);
  });

  it('lets nobody but the owner make anything in public', async () => {
    const makers = await names(
      `select rolname as name from pg_roles where rolname in ('anon', 'authenticated', 'service_role', '${walled.serverRole}')
         and has_schema_privilege(rolname, 'public', 'create')`,
    );
    expect(makers).toEqual([]);
  });
});

describe('each policy', () => {
  beforeAll(async () => {
    walled = await createWalledDatabase(false);
    await seed(walled);
  });

  afterAll(() => walled.drop());

  const policiesOn = async (table: string): Promise<readonly Policy[]> =>
    (
      await walled.admin.query<Policy>(
        `select policyname as name, cmd as command, qual as using, with_check as check from pg_policies where schemaname = 'public' and tablename = $1`,
        [table],
      )
    ).rows;

  const changed = async (table: string, sql: string): Promise<boolean> => {
    let differs = false;
    await undone(async () => {
      await walled.admin.query(sql);
      differs =
        JSON.stringify(await rightsFound(walled, table)) !== JSON.stringify(rightsOn(table));
    });
    return differs;
  };

  it.each(Object.keys(MATRIX))('on %s is missed when it is dropped', async (table) => {
    const unmissed: string[] = [];
    for (const { name } of await policiesOn(table))
      if (!(await changed(table, `drop policy ${name} on public.${table}`))) unmissed.push(name);
    expect(unmissed).toEqual([]);
  });

  it.each(Object.keys(MATRIX))('on %s is noticed when it is loosened', async (table) => {
    const unnoticed: string[] = [];
    for (const policy of await policiesOn(table)) {
      const loose = loosened(policy);
      if (loose === '') continue;
      if (!(await changed(table, `alter policy ${policy.name} on public.${table} ${loose}`)))
        unnoticed.push(policy.name);
    }
    expect(unnoticed).toEqual([]);
  });
});

/** What opens a policy wholly; empty when it is open already. */
function loosened({ command, using, check }: Policy): string {
  const usingTrue = command !== 'INSERT' && using !== 'true' ? 'using (true)' : '';
  const checks = command !== 'SELECT' && command !== 'DELETE';
  return `${usingTrue} ${checks && check !== 'true' ? 'with check (true)' : ''}`.trim();
}
