import pg from 'pg';
import type { Knex } from 'knex';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexConversationQueue } from '../../../src/adapters/persistence/knex/knex-conversation-queue.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import type { Job } from '../../../src/ports/job-queue.ts';
import { only } from '../../contract/persistence/given.ts';
import type { StoreUnderTest } from '../../contract/persistence/store-under-test.ts';
import { auditLines } from '../audit-lines.ts';
import { RecordingLog } from '../recording-log.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

let database: TestDatabase;
let db: Knex;
let owner: pg.Client;
let jobs: JobRunner;

/** For `beforeAll`: one database for all stores of a file. */
export async function startPostgres(): Promise<void> {
  database = await createTestDatabase();
  db = openDatabase(database.serverUrl, 10);
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  jobs = new JobRunner({ serverUrl: database.serverUrl, log: new RecordingLog(), runs: false });
  await jobs.start();
}

export async function stopPostgres(): Promise<void> {
  await jobs.stop();
  await db.destroy();
  await owner.end();
  await database.drop();
}

/** The same database, empty. */
export async function openPostgres(): Promise<
  StoreUnderTest & {
    waitingJobs(): Promise<readonly Job[]>;
    rowsOf(table: string): Promise<readonly object[]>;
  }
> {
  const { rows } = await owner.query<{ tables: string }>(
    `select string_agg(format('public.%I', tablename), ', ') as tables from pg_tables where schemaname = 'public'`,
  );
  await owner.query(`truncate ${rows[0]!.tables} cascade`);
  await owner.query('delete from pgboss.job');
  const log = new RecordingLog();
  return {
    uow: new KnexUnitOfWork(db, jobs),
    queue: new KnexConversationQueue({ db, listenUrl: database.serverUrl, log }),
    addProduct: (product) => insertProduct(product),
    hasRow: async (table, id) =>
      (await owner.query(`select from ${table} where id = $1`, [id])).rowCount === 1,
    beside: async (id) => {
      const { rows: beside } = await owner.query<Awaited<ReturnType<StoreUnderTest['beside']>>>(
        `select labels, snoozed_until as "snoozedUntil", unread_count as unread,
           array(select content from conversation_notes where conversation_id = c.id order by created_at) as notes
         from conversations c where id = $1`,
        [id],
      );
      return only(beside);
    },
    auditLines: () => auditLines(owner),
    passTime: async (ms) => {
      await owner.query(
        `update conversations set due_at = due_at - make_interval(secs => $1::float / 1000), burst_started_at = burst_started_at - make_interval(secs => $1::float / 1000),
           lease_expires_at = lease_expires_at - make_interval(secs => $1::float / 1000)`,
        [ms],
      );
    },
    waitingJobs: async () => {
      const waiting = await owner.query<Job>(
        `select name, data from pgboss.job where state = 'created' order by created_on, id`,
      );
      return waiting.rows;
    },
    rowsOf: async (table) => (await owner.query<object>(`select * from ${table}`)).rows,
    close: async () => undefined,
  };
}

async function insertProduct(product: Product): Promise<void> {
  await owner.query(
    `insert into products (id, name, description, category, price_cfa, stock_qty, image_url, ingredients, expiration_date, brand, barcode, tags, active, cautions,
       attributes, promo_price_cfa, promo_from, promo_to, usage_tip)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      product.id,
      product.name,
      product.description,
      product.category,
      product.priceCfa,
      product.stockQty,
      product.imageUrl,
      product.ingredients,
      product.expirationDate,
      product.brand,
      product.barcode,
      product.tags,
      product.active,
      JSON.stringify(product.cautions),
      product.attributes,
      product.promoPriceCfa,
      product.promoFrom,
      product.promoTo,
      product.usageTip,
    ],
  );
}
