import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWalledDatabase, type WalledDatabase } from './walled-database.ts';

let walled: WalledDatabase;
beforeAll(async () => {
  walled = await createWalledDatabase(true);
});
afterAll(() => walled.drop());

const OURS = `nspname not in ('pg_catalog', 'information_schema', 'extensions') and nspname not like 'pg_t%'`;

const found = async (sql: string): Promise<readonly string[]> =>
  (await walled.admin.query<{ name: string }>(sql)).rows.map(({ name }) => name);

const functions = (condition: string): Promise<readonly string[]> =>
  found(
    `select format('%s.%s', nspname, proname) as name from pg_proc p join pg_namespace n on n.oid = pronamespace where ${OURS} and ${condition} order by 1`,
  );

it('lists in docs/security.md every function that runs with its owner’s rights', async () => {
  const doc = await readFile(new URL('../../../docs/security.md', import.meta.url), 'utf8');
  const listed = [...doc.matchAll(/^\| `(lea\.\w+)`/gm)].map(([, name]) => name);
  expect(await functions('prosecdef')).toEqual(listed.toSorted());
});

it('fixes the search path of those, with temporary tables last, so that nobody puts theirs in front', async () => {
  expect(
    await functions(
      `prosecdef and not coalesce(exists (select from unnest(proconfig) as setting where setting ~ '^search_path=pg_catalog, .*pg_temp$'), false)`,
    ),
  ).toEqual([]);
});

it('lets nobody run a function of ours who was not told to', async () => {
  expect(await functions(`has_function_privilege('public', p.oid, 'execute')`)).toEqual([]);
});

it('lets only the service call one that runs with its owner’s rights, and only to let what has had its time go', async () => {
  const callers = await found(
    `select format('%s: %s', rolname, proname) as name from pg_proc p join pg_namespace n on n.oid = pronamespace,
       (select rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role', '${walled.serverRole}')) r
     where ${OURS} and prosecdef and has_function_privilege(rolname, p.oid, 'execute') order by 1`,
  );
  expect(callers).toEqual([
    'service_role: fade_deletion_hashes',
    'service_role: forget_audit_logs',
  ]);
});

it('has no view that shows what its reader may not see', async () => {
  const blind = () =>
    found(
      `select format('%s.%s', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
       where ${OURS} and (relkind = 'm' or (relkind = 'v' and not coalesce('security_invoker=true' = any(reloptions) or 'security_invoker=on' = any(reloptions), false)))`,
    );
  expect(await blind()).toEqual([]);
  await walled.admin.query('begin');
  await walled.admin.query('create view public.all_people as select * from public.users');
  await walled.admin.query(
    'create view public.own_people with (security_invoker = true) as select * from public.users',
  );
  expect(await blind()).toEqual(['public.all_people']);
  await walled.admin.query('rollback');
});
