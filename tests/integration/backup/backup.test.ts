import { randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { Knex } from 'knex';
import {
  restoreBackup,
  type Restored,
} from '../../../src/adapters/persistence/backup/restore-backup.ts';
import { writeBackup } from '../../../src/adapters/persistence/backup/write-backup.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { holdErasureKey } from '../../../src/adapters/persistence/knex/erasure-key.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import { LibphonePhoneNumbers } from '../../../src/adapters/system/libphone-phone-numbers.ts';
import { PurgeUserData } from '../../../src/application/purge-user-data.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

/** Everything that trips a format: line breaks of every kind, quotes, other scripts, what looks like a mark of ours. */
const WORDS = '#end 1\nligne deux\r\n\u2028séparée\u2029 "guillemets" \\ 🧴 ?';
const folder = scratchFolder('backup');
const hash = new HmacKeyedHash('k'.repeat(32));
let from: TestDatabase;
let to: TestDatabase;
let source: pg.Client;
let target: pg.Client;
let db: Knex;
let jobs: JobRunner;
const [awa, moussa] = [randomUUID() as UserId, randomUUID() as UserId];

const connect = async ({ ownerUrl }: TestDatabase): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await client.connect();
  return client;
};

beforeAll(async () => {
  from = await createTestDatabase();
  source = await connect(from);
  db = openDatabase(from.serverUrl, 3);
  jobs = new JobRunner({ serverUrl: from.serverUrl, log: new RecordingLog(), runs: false });
  await jobs.start();
  for (const [id, phone] of [
    [awa, '+24174000001'],
    [moussa, '+24174000002'],
  ] as const) {
    await source.query(
      `insert into users (id, role, phone_number, name, preferences) values ($1, 'customer', $2, $3, '{"peau": "sèche"}')`,
      [id, phone, WORDS],
    );
    await source.query(`insert into customer_aliases (alias, user_id) values ($1, $2)`, [
      phone,
      id,
    ]);
    await source.query(
      `insert into conversations (id, user_id, status, labels) values ($1, $1, 'open', '{"à rappeler","x, y"}')`,
      [id],
    );
    await source.query(
      `insert into messages (conversation_id, sender, content, timestamp, part, provider_id) values ($1, 'user', $2, '2026-11-24T09:00:00.123456Z', '{"a": [1, 2.5]}', $3)`,
      [id, WORDS, `wamid.${phone}`],
    );
    await source.query(
      `insert into loyalty_coupons (id, user_id, code, discount_pct, valid_from, valid_to) values ($1, $1, $2, 5, '2026-01-01', '2026-02-01')`,
      [id, phone],
    );
    // In a circle: the order has the coupon, the coupon the order.
    await source.query(
      `insert into orders (id, user_id, conversation_id, order_link, status, coupon_id, amount_cfa) values ($1, $1, $1, 'x', 'completed', $1, 5000)`,
      [id],
    );
    await source.query(`update loyalty_coupons set order_id = $1 where id = $1`, [id]);
  }
  await source.query(
    `insert into products (name, price_cfa, stock_qty, tags, expiration_date) select 'Savon ' || i, i, 5, '{bio}', '2027-01-31' from generate_series(1, 1300) i`,
  );
  await source.query(`insert into settings (value) values ('{"tone": "Sobre."}')`);
});
beforeEach(async () => {
  await target?.end();
  await to?.drop();
  to = await createTestDatabase();
  target = await connect(to);
});
afterAll(async () => {
  await jobs.stop();
  await db.destroy();
  await source.end();
  await target.end();
  await from.drop();
  await to.drop();
});

const content = async (client: pg.Client): Promise<Readonly<Record<string, unknown>>> => {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'lea_auth') and tablename <> 'live_changes' order by 1`,
  );
  const all: Record<string, unknown> = {};
  for (const { name } of rows) {
    const { rows: lines } = await client.query<{ line: string }>(
      `select one::text as line from ${name} as one order by 1`,
    );
    all[name] = lines.map(({ line }) => line);
  }
  return all;
};
const shape = async (client: pg.Client): Promise<unknown> =>
  (
    await client.query(
      `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d from pg_constraint where connamespace = any(array['public', 'lea_auth']::regnamespace[]) order by 1, 2`,
    )
  ).rows.concat(
    (
      await client.query(
        `select tgrelid::regclass::text as t, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
      )
    ).rows,
  );
const restore = (file: string, deletionsFile?: string, by = hash): Promise<Restored> =>
  restoreBackup({
    ownerUrl: to.ownerUrl,
    file,
    deletionsFile,
    hash: by,
    jobs,
  });
const backup = async (name: string): Promise<string> => {
  const file = path.join(folder, name);
  await writeBackup(from.ownerUrl, file);
  return file;
};

describe('a backup', () => {
  it('brings back every row of every table, and leaves rules and triggers as they were', async () => {
    const before = await shape(target);
    await target.query(
      `insert into users (role, phone_number) values ('customer', '+24174999999')`,
    );
    const file = await backup('whole.gz');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { rows, erasedAgain } = await restore(file);
    expect(rows).toBeGreaterThan(1_300);
    expect(erasedAgain).toBe(0);
    expect(await content(target)).toEqual(await content(source));
    expect(await shape(target)).toEqual(before);
    // Numbers go on where they were.
    const { rows: next } = await target.query<{ seq: number }>(
      `insert into messages (conversation_id, sender, content) values ($1, 'user', 'x') returning seq`,
      [awa],
    );
    expect(Number(next[0]!.seq)).toBeGreaterThan(2);
    await target.query(`insert into settings (value) values ('{}')`);
  });

  it('is of one instant, while customers go on writing', async () => {
    const running = backup('busy.gz');
    await source.query(
      `insert into messages (id, conversation_id, sender, content) values ($1, $1, 'user', 'pendant')`,
      [awa],
    );
    await source.query('delete from messages where id = $1', [awa]);
    await running;
    await restore(path.join(folder, 'busy.gz'));
  });

  it('erases again whoever was erased after it, by the log that the database still has', async () => {
    const file = await backup('before-erasure.gz');
    await restore(file);
    const targetDb = openDatabase(to.serverUrl, 2);
    const targetJobs = new JobRunner({
      serverUrl: to.serverUrl,
      log: new RecordingLog(),
      runs: false,
    });
    await targetJobs.start();
    const uow = new KnexUnitOfWork(targetDb, targetJobs);
    const purge = new PurgeUserData({
      uow,
      ids: new CryptoIdGenerator(),
      clock: { now: () => new Date() },
      hash,
      phones: new LibphonePhoneNumbers({ country: 'GA' }),
      publicUrl: '',
    });
    await uow.run(SERVICE, (repositories) =>
      purge.within(repositories, { userId: awa, requestedBy: 'customer', confirmTo: null }),
    );
    const deletions = path.join(folder, 'deletions.gz');
    await writeBackup(to.ownerUrl, deletions, 'deletions');
    expect(gunzipSync(await readFile(deletions)).toString()).not.toContain('+24174');
    await targetJobs.stop();
    await targetDb.destroy();

    expect((await restore(file)).erasedAgain).toBe(1);
    expect((await target.query('select id from users')).rows).toEqual([{ id: moussa }]);
    expect(JSON.stringify(await content(target))).not.toContain('+24174000001');
    expect((await target.query('select requested_by from deletion_logs')).rowCount).toBe(1);
    expect(
      (
        await target.query(
          `select from pgboss.job j join media_purges p on p.id::text = j.data ->> 'purgeId'
           where j.name = 'purge-media' and $1 = any(p.folders)`,
          [`customers/${awa}/`],
        )
      ).rowCount,
    ).toBe(1);

    // The database was lost, the small file was not.
    await target.end();
    await to.drop();
    to = await createTestDatabase();
    target = await connect(to);
    expect((await restore(file, deletions)).erasedAgain).toBe(1);
    expect((await target.query('select id from users')).rows).toEqual([{ id: moussa }]);
    // A late redelivery still creates nobody.
    expect((await target.query('select key_hash from erased_keys')).rows).toEqual([
      { key_hash: hash.of('wamid.+24174000001') },
    ]);
  });

  it('made with another ERASURE_KEY is refused, as nobody could be erased again by it', async () => {
    await holdErasureKey(from.ownerUrl, hash);
    const file = await backup('other-key.gz');
    const other = new HmacKeyedHash('o'.repeat(32));
    await expect(restore(file, undefined, other)).rejects.toThrow(/ERASURE_KEY/);
    expect((await target.query('select from users')).rowCount).toBe(0);
    const deletions = path.join(folder, 'deletions-other-key.gz');
    await writeBackup(from.ownerUrl, deletions, 'deletions');
    await source.query('delete from lea.erasure_key');
    const unmarked = await backup('unmarked.gz');
    await expect(restore(unmarked, deletions, other)).rejects.toThrow(/ERASURE_KEY/);
    await restore(unmarked, deletions);
    await holdErasureKey(to.ownerUrl, hash);
  });

  it('that is cut short, of another kind, or newer than this version changes nothing', async () => {
    const file = await backup('good.gz');
    await target.query(`insert into users (id, role) values ($1, 'customer')`, [moussa]);
    const whole = await readFile(file);
    const broken: Record<string, Buffer> = {
      'cut.gz': whole.subarray(0, whole.length - 200),
      'other.gz': Buffer.from('not gzip'),
    };
    const { gzipSync } = await import('node:zlib');
    const text = gunzipSync(whole).toString();
    broken['no-end.gz'] = gzipSync(text.slice(0, text.lastIndexOf('#end')));
    broken['lost-rows.gz'] = gzipSync(text.replace(/\n\{[^\n]*"Savon 7"[^\n]*/, ''));
    broken['newer.gz'] = gzipSync(
      text.replace(
        '"name":"public.products","columns":[',
        '"name":"public.products","columns":["flavour",',
      ),
    );
    broken['format.gz'] = gzipSync('{"format":"other"}\n');
    for (const [name, bytes] of Object.entries(broken)) {
      await writeFile(path.join(folder, name), bytes);
      await expect(restore(path.join(folder, name)), name).rejects.toThrow(/backup/i);
    }
    expect((await target.query('select id from users')).rows).toEqual([{ id: moussa }]);
    expect((await target.query('select from products')).rowCount).toBe(0);
  });
});
