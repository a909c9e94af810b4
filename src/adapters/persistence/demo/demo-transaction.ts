import type { Knex } from 'knex';
import { openDatabase } from '../knex/database.ts';
import type { DemoClock } from './demo-clock.ts';

/** Has the database's time follow the clock, where it has moved. */
export async function tell(trx: Knex, clock: DemoClock): Promise<void> {
  const now = clock.news();
  if (now !== null)
    await trx.raw(`select set_config('lea.demo_now', ?, true)`, [now.toISOString()]);
}

/**
 * Runs `work` in one transaction of the owner's in which it is as late as the clock says, for the database too:
 * `now()` and every column that dates itself follow what `tell` said last. All of it is kept, or nothing.
 */
export async function inDemoTransaction<T>(
  ownerUrl: string,
  clock: DemoClock,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  const pool = openDatabase(ownerUrl, 1);
  try {
    return await pool.transaction(async (trx) => {
      const borrowed = await borrowRoles(trx);
      await tell(trx, clock);
      const dated = await replaceNow(trx);
      const result = await work(trx);
      await trx.raw(`select set_config('role', 'none', true)`);
      await trx.raw('set constraints all immediate');
      await restoreNow(trx, dated);
      await returnRoles(trx, borrowed);
      return result;
    });
  } finally {
    await pool.destroy();
  }
}

/** An owner who is no superuser may switch to the roles of the contract only where they were given to them. */
async function borrowRoles(trx: Knex.Transaction): Promise<readonly string[]> {
  const { rows } = await trx.raw<{ rows: { name: string }[] }>(
    `select name from unnest(array['anon', 'authenticated', 'service_role']) as name where not pg_has_role(current_user, name,
       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)`,
  );
  const names = rows.map(({ name }) => name);
  if (names.length > 0) await trx.raw(`grant ${names.join(', ')} to current_user`);
  return names;
}

async function returnRoles(trx: Knex.Transaction, borrowed: readonly string[]): Promise<void> {
  if (borrowed.length > 0) await trx.raw(`revoke ${borrowed.join(', ')} from current_user`);
}

type Dated = readonly { readonly name: string; readonly column: string }[];

/** In the transaction alone: others see the schema as it was, and as it will be again. */
async function replaceNow(trx: Knex.Transaction): Promise<Dated> {
  const { rows } = await trx.raw<{ rows: Dated }>(
    `select table_name as name, column_name as column from information_schema.columns
      where table_schema = 'public' and column_default = 'now()' order by 1, 2`,
  );
  await trx.raw(`
    create schema lea_demo;
    grant usage on schema lea_demo to anon, authenticated, service_role;
    create function lea_demo.now() returns timestamptz language sql stable
      as $$ select current_setting('lea.demo_now')::timestamptz $$;
    set local search_path = lea_demo, pg_catalog, public, extensions`);
  await trx.raw(defaults(rows, 'lea_demo.now()'));
  return rows;
}

async function restoreNow(trx: Knex.Transaction, dated: Dated): Promise<void> {
  await trx.raw(`${defaults(dated, 'pg_catalog.now()')}; drop schema lea_demo cascade`);
}

const defaults = (dated: Dated, value: string): string =>
  dated
    .map(
      ({ name, column }) =>
        `alter table public."${name}" alter column "${column}" set default ${value}`,
    )
    .join('; ');
