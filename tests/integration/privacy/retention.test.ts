import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import pg from 'pg';
import { inTransactionAs, openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexKpiReads } from '../../../src/adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexRetention } from '../../../src/adapters/persistence/knex/knex-retention.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { LocalMediaStore } from '../../../src/adapters/storage/local/local-media-store.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import { LibphonePhoneNumbers } from '../../../src/adapters/system/libphone-phone-numbers.ts';
import { ApplyRetention } from '../../../src/application/privacy/apply-retention.ts';
import { PurgeUserData } from '../../../src/application/purge-user-data.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const ago = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const store = new LocalMediaStore({ directory: scratchFolder('media') });
const shop = {
  ...defaultSettings('GA'),
  retention: { conversationsDays: 100, customersDays: 300, quarantineDays: 7, auditDays: 200 },
};
let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let jobs: JobRunner;
let retain: ApplyRetention;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  db = openDatabase(database.serverUrl, 4);
  const log = new RecordingLog();
  jobs = new JobRunner({ serverUrl: database.serverUrl, log, runs: false });
  await jobs.start();
  const uow = new KnexUnitOfWork(db, jobs);
  const clock = { now: () => NOW };
  retain = new ApplyRetention({
    uow,
    retention: new KnexRetention(db),
    store,
    settings: { current: () => shop },
    log,
    clock,
    purgeUserData: new PurgeUserData({
      uow,
      ids: new CryptoIdGenerator(),
      clock,
      hash: new HmacKeyedHash('k'.repeat(32)),
      phones: new LibphonePhoneNumbers({ country: 'GA' }),
      publicUrl: 'https://lea.example',
    }),
  });
});
beforeEach(async () => {
  await owner.query(
    'truncate users, conversations, orders, unmet_demand, survey_answers, quarantined_events, idempotency_keys, erased_keys, export_links, erasure_confirmations, deletion_logs, audit_logs, kpi_daily, kpi_monthly, kpi_changes cascade',
  );
});
afterAll(async () => {
  await jobs.stop();
  await db.destroy();
  await owner.end();
  await database.drop();
});

const customer = async (createdAt: Date): Promise<string> => {
  const id = randomUUID();
  await owner.query(
    `insert into users (id, role, name, created_at) values ($1, 'customer', 'Awa', $2)`,
    [id, createdAt],
  );
  return id;
};
const conversation = async (userId: string, lastAt: Date): Promise<string> => {
  const id = randomUUID();
  await owner.query(
    `insert into conversations (id, user_id, status, started_at, last_message_at) values ($1, $2, 'closed', $3, $3)`,
    [id, userId, lastAt],
  );
  await owner.query(
    `insert into messages (conversation_id, sender, content, timestamp) values ($1, 'user', 'bonjour', $2)`,
    [id, lastAt],
  );
  return id;
};
const count = async (table: string): Promise<number> =>
  (await owner.query(`select from ${table}`)).rowCount ?? 0;

describe('retention', () => {
  it('removes old conversations with all that belongs to them, and keeps younger ones', async () => {
    const user = await customer(ago(200));
    const old = await conversation(user, ago(101));
    const young = await conversation(user, ago(99));
    await owner.query(
      `insert into unmet_demand (conversation_id, query, need_key, reason) values ($1, 'mots', 'mots', 'not_found')`,
      [old],
    );
    await owner.query(
      `insert into survey_answers (conversation_id, user_id, score, comment) values ($1, $2, 4, 'mots')`,
      [old, user],
    );
    await owner.query(
      `insert into orders (conversation_id, user_id, order_link, status, amount_cfa, completed_at, updated_at) values ($1, $2, 'x', 'completed', 5000, $3, $3)`,
      [old, user, ago(101)],
    );
    expect((await retain.execute())['conversations']).toBe(1);
    expect((await owner.query('select id from conversations')).rows).toEqual([{ id: young }]);
    expect([await count('messages'), await count('unmet_demand'), await count('users')]).toEqual([
      1, 0, 1,
    ]);
    expect((await owner.query('select comment, score from survey_answers')).rows).toEqual([
      { comment: null, score: 4 },
    ]);
    expect((await owner.query('select amount_cfa, conversation_id from orders')).rows).toEqual([
      { amount_cfa: 5000, conversation_id: null },
    ]);
    const figures = await new KnexKpiReads(db).figures(
      SERVICE,
      {
        from: '2026-08-01',
        to: '2026-11-24',
        previousFrom: '2026-04-07',
        previousTo: '2026-07-31',
      },
      shop.timeZone,
      5,
    );
    expect(figures.totals.find(({ metric }) => metric === 'conversations')?.value).toBe(2);
  });

  it('waits while somebody works on a conversation', async () => {
    const id = await conversation(await customer(ago(150)), ago(150));
    await owner.query(
      `update conversations set lease_owner = 'w', lease_expires_at = now() + interval '1 minute' where id = $1`,
      [id],
    );
    expect((await retain.execute())['conversations']).toBe(0);
  });

  it('deletes the files of what it removes, and what a crash left beside them', async () => {
    const user = await customer(ago(200));
    const [old, young] = [await conversation(user, ago(101)), await conversation(user, ago(1))];
    const file = (name: string): string => `customers/${user}/${name}`;
    for (const name of ['old.jpg', 'young.jpg', 'orphan.jpg'])
      await store.put(file(name), new Uint8Array([1]), 'image/jpeg');
    const attach = (id: string, name: string) =>
      owner.query('update messages set attachment = $2 where conversation_id = $1', [
        id,
        JSON.stringify({ storageKey: file(name) }),
      ]);
    await attach(old, 'old.jpg');
    await attach(young, 'young.jpg');
    await retain.execute();
    expect(await store.list(`customers/${user}/`)).toEqual([file('young.jpg')]);
  });

  it('erases customers who gave no sign of life, as if asked for, and nobody else', async () => {
    const silent = await customer(ago(400));
    const fresh = await customer(ago(10));
    const talking = await customer(ago(400));
    await conversation(talking, ago(5));
    const buying = await customer(ago(400));
    await owner.query(
      `insert into orders (user_id, order_link, status, updated_at) values ($1, 'x', 'completed', $2)`,
      [buying, ago(20)],
    );
    await owner.query(`insert into users (role, created_at) values ('support', $1)`, [ago(900)]);
    expect((await retain.execute())['users']).toBe(1);
    const left = (
      await owner.query<{ id: string }>(`select id from users where role = 'customer'`)
    ).rows.map(({ id }) => id);
    expect(left.toSorted()).toEqual([fresh, talking, buying].toSorted());
    expect(left).not.toContain(silent);
    expect((await owner.query('select requested_by from deletion_logs')).rows).toEqual([
      { requested_by: 'retention' },
    ]);
  });

  it('removes what has an expiry of its own', async () => {
    const user = await customer(ago(1));
    await owner.query(
      `insert into quarantined_events (received_at, channel, reason, raw) values ($1, 'c', 'r', '{}'), ($2, 'c', 'r', '{}')`,
      [ago(8), ago(6)],
    );
    await owner.query(
      `insert into idempotency_keys (scope, key, created_at, request_hash) values ('s', 'old', $1, 'h'), ('s', 'new', $2, 'h')`,
      [ago(3), ago(1)],
    );
    await owner.query(`insert into erased_keys values ('old', $1), ('new', $2)`, [ago(1), ago(-1)]);
    await owner.query(
      `insert into export_links (token_hash, user_id, expires_at) values ('old', $1, $2), ('new', $1, $3)`,
      [user, ago(1), ago(-1)],
    );
    await owner.query(
      `insert into erasure_confirmations values ($1, 'chat', 'fr', $2), ($3, 'chat', 'fr', $4)`,
      [randomUUID(), ago(8), randomUUID(), ago(1)],
    );
    await owner.query(
      `insert into deletion_logs (id, subject_hash, requested_by, counts, hash_expires_at) values ($1, 'hash', 'staff', '{}', now() - interval '1 day'), ($2, 'hash', 'staff', '{}', now() + interval '1 day')`,
      [randomUUID(), randomUUID()],
    );
    expect(await retain.execute()).toEqual({
      conversations: 0,
      users: 0,
      quarantined_events: 1,
      idempotency_keys: 1,
      erased_keys: 1,
      export_links: 1,
      erasure_confirmations: 1,
      deletion_logs: 1,
      audit_logs: 0,
    });
    expect(
      (await owner.query('select subject_hash from deletion_logs order by subject_hash')).rows.map(
        (row: { subject_hash: string }) => row.subject_hash,
      ),
    ).toEqual(['', 'hash']);
  });

  it('forgets what staff did after the time of the settings, and nothing younger', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    await owner.query(
      `insert into audit_logs (at, actor_role, action, table_name, row_id)
       values (now() - interval '201 days', 'admin', 'customer.read', 'users', $1), (now() - interval '199 days', 'admin', 'customer.read', 'users', $2)`,
      [old, young],
    );
    expect(await retain.execute()).toMatchObject({ audit_logs: 1 });
    expect((await owner.query('select row_id from audit_logs')).rows).toEqual([{ row_id: young }]);
  });

  it('keeps the last half year of it, however few days are asked for, and whoever asks', async () => {
    await owner.query(
      `insert into audit_logs (at, actor_role, action, table_name)
       select now() - make_interval(days => days), 'admin', 'customer.erase', 'users' from unnest(array[0, 90, 179, 181]) as days`,
    );
    for (const days of [0, -100_000, null])
      await inTransactionAs(db, { role: 'service_role', claims: {} }, (trx) =>
        trx.raw('select lea.forget_audit_logs(?)', [days]),
      );
    const left = () => owner.query(`select count(*)::int as lines from audit_logs`);
    expect((await left()).rows).toEqual([{ lines: 3 }]);
    for (const role of ['service_role', 'authenticated', 'anon'] as const)
      for (const attempt of ['delete from audit_logs', `update audit_logs set action = 'x'`])
        await expect(
          inTransactionAs(db, { role, claims: { user_role: 'admin' } }, (trx) => trx.raw(attempt)),
        ).rejects.toThrow(/permission denied/);
    for (const role of ['authenticated', 'anon'] as const)
      await expect(
        inTransactionAs(db, { role, claims: { user_role: 'admin' } }, (trx) =>
          trx.raw('select lea.forget_audit_logs(0)'),
        ),
      ).rejects.toThrow(/permission denied/);
    expect((await left()).rows).toEqual([{ lines: 3 }]);
  });
});
