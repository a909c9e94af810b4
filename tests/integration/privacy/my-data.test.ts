import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import pg from 'pg';
import { myDataRoutes } from '../../../src/adapters/http/privacy/my-data-routes.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { LocalMediaStore } from '../../../src/adapters/storage/local/local-media-store.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import { ExportUserData } from '../../../src/application/privacy/export-user-data.ts';
import { exportLink } from '../../../src/application/privacy/export-link.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const USER = randomUUID() as UserId;
let now = new Date('2026-11-24T09:00:00Z');
let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let app: TestApp;
let uow: KnexUnitOfWork;
const store = new LocalMediaStore({ directory: scratchFolder('my-data') });
const means = {
  ids: new CryptoIdGenerator(),
  clock: { now: () => now },
  hash: new HmacKeyedHash('k'.repeat(32)),
  publicUrl: '',
};

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  await owner.query(
    `insert into users (id, role, phone_number, name, preferences) values ($1, 'customer', '+24174000001', $2, '{"skin": "sèche"}')`,
    [USER, 'Awa <script>alert(1)</script>'],
  );
  await owner.query(`insert into conversations (id, user_id, status) values ($1, $1, 'open')`, [
    USER,
  ]);
  await owner.query(
    `insert into messages (conversation_id, sender, content, timestamp) values ($1, 'user', 'une crème & "un savon"', '2026-11-20T08:30:00Z')`,
    [USER],
  );
  db = openDatabase(database.serverUrl, 4);
  uow = new KnexUnitOfWork(
    db,
    new JobRunner({ serverUrl: database.serverUrl, log: new RecordingLog(), runs: false }),
  );
});
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z');
  app = await startTestApp({
    deps: {
      routes: myDataRoutes({
        exportUserData: new ExportUserData({ ...means, uow, store }),
        store,
        settings: { current: () => defaultSettings('GA') },
      }),
    },
  });
});
afterEach(() => app.close());
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

const link = (): Promise<string> =>
  uow.run(SERVICE, (repositories) => exportLink(repositories, means, USER, now));
const post = (path: string, format: string) =>
  app.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `format=${format}`,
  });

describe('/mes-donnees', () => {
  it('is not used up by whoever only reads the link', async () => {
    const path = await link();
    for (let look = 0; look < 3; look += 1) {
      const preview = await app.fetch(path, { headers: { 'user-agent': 'WhatsApp/2.2 A' } });
      expect(preview.status).toBe(200);
      expect(await preview.text()).not.toContain('Awa');
    }
    expect((await app.fetch(path, { method: 'HEAD' })).status).toBe(200);
    expect((await post(path, 'html')).status).toBe(200);
  });

  it('shows a person what is held, readable, once, without running what she wrote', async () => {
    const path = await link();
    const shown = await post(path, 'html');
    const html = await shown.text();
    expect(shown.headers.get('cache-control')).toContain('no-store');
    for (const words of [
      '+24174000001',
      'une crème &#38; &#34;un savon&#34;',
      '20 nov. 2026',
      '09:30',
      'sèche',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('<script>');
    const [, json] = /base64,([\w+/=]+)"/.exec(html)!;
    const file = JSON.parse(Buffer.from(json!, 'base64').toString('utf8')) as {
      messages: { content: string }[];
    };
    expect(file.messages[0]!.content).toBe('une crème & "un savon"');
    const again = await post(path, 'html');
    expect(again.status).toBe(404);
    expect(await again.text()).toContain('MES DONNEES');
  });

  it('gives a file instead', async () => {
    const answer = await post(await link(), 'json');
    expect(answer.headers.get('content-disposition')).toContain('mes-donnees.json');
    expect(
      ((await answer.json()) as { users: { phone_number: string }[] }).users[0]!.phone_number,
    ).toBe('+24174000001');
  });

  it('of ten at once shows it to one', async () => {
    const path = await link();
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await post(path, 'html')).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('expires after a day, and knows nothing of a made-up link', async () => {
    const path = await link();
    now = new Date(now.getTime() + 86_400_001);
    expect((await post(path, 'html')).status).toBe(404);
    expect((await post('/mes-donnees/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'html')).status).toBe(404);
    expect((await post('/mes-donnees/%00', 'html')).status).toBe(404);
  });
});
