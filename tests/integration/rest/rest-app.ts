import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import pg from 'pg';
import { catalogueRoutes } from '../../../src/adapters/http/catalogue/routes.ts';
import { restRoutes } from '../../../src/adapters/http/rest/routes.ts';
import { imageResolver } from '../../../src/adapters/images/image-resolver.ts';
import { encodeProductImage } from '../../../src/adapters/images/sharp-product-image.ts';
import { PurgePicture } from '../../../src/application/jobs/purge-picture.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexTableStore } from '../../../src/adapters/persistence/knex/knex-table-store.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { TraceAccess } from '../../../src/application/audit/trace-access.ts';
import { CreateProducts } from '../../../src/application/catalogue/create-products.ts';
import { DeleteProducts } from '../../../src/application/catalogue/delete-products.ts';
import { ExportProducts } from '../../../src/application/catalogue/export-products.ts';
import { ImportProducts } from '../../../src/application/catalogue/import-products.ts';
import { SetProductImage } from '../../../src/application/catalogue/set-product-image.ts';
import { ReadPrices } from '../../../src/application/catalogue/read-prices.ts';
import { UndoPriceChange } from '../../../src/application/catalogue/undo-price-change.ts';
import { UpdateProducts } from '../../../src/application/catalogue/update-products.ts';
import { WatchCatalogue } from '../../../src/application/catalogue/watch-catalogue.ts';
import { HandleAlerts } from '../../../src/application/staff/handle-alerts.ts';
import { LogConsent } from '../../../src/application/staff/log-consent.ts';
import { NO_RECIPIENTS } from '../../../src/domain/shop/data-recipients.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import type { Job } from '../../../src/ports/job-queue.ts';
import type { MediaStore } from '../../../src/ports/media-store.ts';
import { NOW } from '../../support/builders.ts';
import { staffId, startTestApp, type TestApp } from '../../support/test-app.ts';
import { createTestDatabase } from '../../support/test-database.ts';

export interface RestApp extends TestApp {
  /** As the owner, who may do everything. */
  readonly sql: (
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Record<string, unknown>[]>;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly mimeType: string }>;
  readonly enqueued: Job[];
  /** Runs the jobs that delete pictures. */
  purgePictures(): Promise<void>;
  /** An unmodified client; nobody in particular, or a member of staff by role. */
  supabase(as?: string): SupabaseClient;
}

/** The real server with tables, use cases and PostgreSQL behind it; only sign-in is faked. */
export async function startRestApp(): Promise<RestApp> {
  const database = await createTestDatabase();
  const db = openDatabase(database.serverUrl, 5);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const sql: RestApp['sql'] = async (text, values = []) =>
    (await owner.query<Record<string, unknown>>(text, [...values])).rows;
  for (const role of ['admin', 'support', 'product_editor'] as const)
    await sql('insert into users (id, name, role) values ($1, $2, $3)', [
      staffId(role),
      role,
      role,
    ]);

  const files: RestApp['files'] = new Map();
  const store: MediaStore = {
    put: async (key, bytes, mimeType) => void files.set(key, { bytes, mimeType }),
    get: async (key) => files.get(key) ?? null,
    delete: async (key) => void files.delete(key),
    list: async (prefix) => [...files.keys()].filter((key) => key.startsWith(prefix)),
  };
  const enqueued: Job[] = [];
  const uow = new KnexUnitOfWork(db, {
    enqueue: async (trx, job) => {
      // As the queue, which only the service may write.
      await trx.raw('delete from pgboss.job where false');
      enqueued.push(job);
    },
  });
  const deps = {
    uow,
    clock: { now: () => NOW },
    ids: new CryptoIdGenerator(),
    settings: { current: () => defaultSettings('GA') },
    store,
    recipients: NO_RECIPIENTS,
  };
  const tables = new KnexTableStore(db);
  const app = await startTestApp({
    settings: { anonymousPerMinute: 100_000 },
    deps: {
      tables,
      images: imageResolver(store),
      routes: [
        ...restRoutes({
          tables,
          createProducts: new CreateProducts(deps),
          updateProducts: new UpdateProducts(deps),
          deleteProducts: new DeleteProducts(deps),
          logConsent: new LogConsent(deps),
          handleAlerts: new HandleAlerts(deps),
          traceAccess: new TraceAccess(deps),
        }),
        ...catalogueRoutes({
          importProducts: new ImportProducts(deps),
          exportProducts: new ExportProducts(deps),
          undoPriceChange: new UndoPriceChange(deps),
          readPrices: new ReadPrices(deps),
          traceAccess: new TraceAccess(deps),
          watchCatalogue: new WatchCatalogue(deps),
          setProductImage: new SetProductImage(deps),
          encodeImage: encodeProductImage,
        }),
      ],
    },
  });
  return {
    ...app,
    sql,
    files,
    enqueued,
    purgePictures: async () => {
      for (const job of enqueued)
        if (job.name === 'purge-picture') await new PurgePicture(deps).execute(job.data);
    },
    supabase: (as) =>
      createClient(app.url, 'lea-public', as === undefined ? {} : { accessToken: async () => as }),
    async close() {
      await app.close();
      await db.destroy();
      await owner.end();
      await database.drop();
    },
  };
}
