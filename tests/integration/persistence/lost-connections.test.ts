import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  inTransactionAs,
  openDatabase,
  SERVICE_IDENTITY,
} from '../../../src/adapters/persistence/knex/database.ts';
import { openServerPool } from '../../../src/adapters/identity/shared/server-pool.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
let proxy: TcpProxy;
let db: Knex;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterEach(async () => {
  await proxy.close();
  await db.destroy();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** A pool with as many connections as it may have, all idle. */
async function idlePool(size: number): Promise<void> {
  proxy = await startTcpProxy(database.serverUrl);
  db = openDatabase(proxy.through(database.serverUrl), size);
  await Promise.all(Array.from({ length: size }, () => work('select pg_sleep(0.2)')));
}

const work = (sql: string): Promise<unknown> =>
  inTransactionAs(db, SERVICE_IDENTITY, (trx) => trx.raw(sql));

describe('a request after the connections were lost', () => {
  it('goes through when the server had cut them off', async () => {
    await idlePool(4);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lea' and datname = current_database()`,
    );
    await Promise.all(Array.from({ length: 4 }, () => work('select 1')));
  });

  it('goes through when they were reset', async () => {
    await idlePool(4);
    proxy.cut();
    await Promise.all(Array.from({ length: 4 }, () => work('select 1')));
  });

  it('goes through when the other end had gone silently, and so does what comes after', async () => {
    await idlePool(4);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    proxy.freeze();
    const waiting = Promise.all(Array.from({ length: 2 }, () => work('select 1')));
    setTimeout(() => proxy.thaw(), 1_000);
    await waiting;
    await Promise.all(Array.from({ length: 4 }, () => work('select 1')));
  });
});

describe('a query under way', () => {
  it('is given up when the line turns out to be dead', async () => {
    await idlePool(3);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const lost = expect(work('select pg_sleep(60)')).rejects.toThrow(
      /Connection terminated|not queryable/,
    );
    await expect
      .poll(
        async () =>
          (
            await owner.query(
              `select from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid() and datname = current_database()`,
            )
          ).rowCount,
      )
      .toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    proxy.freeze();
    const other = work('select 1').catch(() => 'no line yet');
    await lost;
    await other;
  });
});

it('limits statements and idle transactions, and only within the transaction', async () => {
  await idlePool(1);
  const limits = `select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`;
  const { rows } = (await work(limits)) as { rows: unknown[] };
  expect(rows).toEqual([{ statement: '1min', idle: '30s' }]);
  const after = await db.raw<{ rows: unknown[] }>(limits);
  expect(after.rows).toEqual([{ statement: '0', idle: '0' }]);
});

it('sign-in gives up on a server that went silently, and goes on with a new connection', async () => {
  await idlePool(1);
  const pool = openServerPool(proxy.through(database.serverUrl), new RecordingLog(), 500);
  await pool.query('select 1');
  proxy.freeze();
  await expect(pool.query('select 1')).rejects.toThrow('timeout');
  proxy.thaw();
  await expect(pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
  await pool.end();
});

it('statements prepared before a table was changed fail once, and no connection keeps them', async () => {
  await idlePool(4);
  await owner.query(
    'create table public.changing (id int); grant select on public.changing to public',
  );
  const read = (): Promise<{ rows: object[] }> =>
    inTransactionAs(db, SERVICE_IDENTITY, async (trx) => {
      await trx.raw('select pg_sleep(0.05)');
      return trx.raw<{ rows: object[] }>('select c.* from public.changing as c where 1 = ?', [1]);
    });
  for (let round = 0; round < 6; round += 1) await Promise.all(Array.from({ length: 4 }, read));
  const prepared = await db.raw<{ rows: object[] }>(
    `select from pg_prepared_statements where statement like '%public.changing%'`,
  );
  expect(prepared.rows).toHaveLength(1);

  await owner.query(
    `alter table public.changing add column name text; insert into public.changing values (1, 'a')`,
  );
  await expect(read()).rejects.toThrow('cached plan must not change result type');
  const after = await Promise.all(Array.from({ length: 4 }, read));
  expect(after.map(({ rows }) => rows)).toEqual(Array(4).fill([{ id: 1, name: 'a' }]));
});
