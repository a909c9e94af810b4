import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import pg from 'pg';
import { dataPage } from '../../../src/adapters/http/privacy/data-page.ts';
import { jsonFile } from '../../../src/adapters/http/privacy/json-file.ts';
import { myDataRoutes } from '../../../src/adapters/http/privacy/my-data-routes.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { LocalMediaStore } from '../../../src/adapters/storage/local/local-media-store.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import { ExportUserData } from '../../../src/application/privacy/export-user-data.ts';
import { newExportLink } from '../../../src/application/privacy/export-link.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { readZip } from '../../support/read-zip.ts';
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
const deps = {
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
        exportUserData: new ExportUserData({ ...deps, uow, store }),
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

const link = async (): Promise<string> => {
  const { url, ...kept } = newExportLink(deps, now);
  await uow.run(SERVICE, ({ erasure }) => erasure.addExportLink({ ...kept, userId: USER }));
  return url;
};
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

  it('gives everything as a folder: a page to read, a file for programs, her photos and voice notes', async () => {
    const key = `customers/${USER}/${randomUUID()}`;
    await store.put(key, Buffer.from('a voice'), 'audio/ogg');
    await owner.query(
      `insert into messages (conversation_id, sender, kind, content, timestamp, attachment) values ($1, 'user', 'voice', '', '2026-11-21T08:30:00Z', $2)`,
      [
        USER,
        { mimeType: 'audio/ogg; codecs=opus', storageKey: key, transcript: 'Je cherche un savon.' },
      ],
    );
    await store.put(`customers/${USER}/left-behind`, Buffer.from('a photo'), 'image/jpeg');
    const answer = await post(await link(), 'zip');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toContain('mes-donnees.zip');
    const files = readZip(Buffer.from(await answer.arrayBuffer()));
    expect([...files.keys()].toSorted()).toEqual([
      'fichiers/2.jpg',
      'fichiers/2026-11-21-1.ogg',
      'mes-donnees.html',
      'mes-donnees.json',
    ]);
    expect(files.get('fichiers/2026-11-21-1.ogg')!.toString()).toBe('a voice');
    expect(files.get('fichiers/2.jpg')!.toString()).toBe('a photo');
    const html = files.get('mes-donnees.html')!.toString();
    for (const words of [
      '<audio src="fichiers/2026-11-21-1.ogg"',
      'Je cherche un savon.',
      '2 photos',
    ])
      expect(html).toContain(words);
    expect(JSON.parse(files.get('mes-donnees.json')!.toString())).toMatchObject({
      files: [{ name: '2026-11-21-1.ogg' }, { name: '2.jpg' }],
    });
    const screen = await (await post(await link(), 'html')).text();
    expect(screen).toContain('Tout télécharger');
    expect(screen).not.toContain('<audio');
  });

  it('names products, prices and states in words, and no ids or codes of ours', async () => {
    const [order, product] = [randomUUID(), randomUUID()];
    await owner.query(
      `insert into products (id, name, price_cfa, stock_qty) values ($1, 'Savon doux', 2500, 3)`,
      [product],
    );
    await owner.query(
      `insert into orders (id, user_id, order_link, status, amount_cfa) values ($1, $2, 'https://cart', 'pending', 5000)`,
      [order, USER],
    );
    await owner.query(
      `insert into order_items (order_id, line, product_id, name, quantity, unit_price_cfa) values ($1, 1, $2, 'Savon doux', 2, 2500)`,
      [order, product],
    );
    await owner.query(
      `insert into turns (conversation_id, user_id, outcome, candidates, triage) values ($1, $1, 'recommended', $2, '{"severity": "urgent", "category": "burn", "ruleIds": ["burn.deep"]}')`,
      [USER, JSON.stringify([product, randomUUID()])],
    );
    await owner.query(
      `update users set health = '{"pregnant": true, "ageMonths": 6}' where id = $1`,
      [USER],
    );
    const html = await (await post(await link(), 'html')).text();
    for (const words of [
      '<dt>Produit</dt><dd>Savon doux</dd><dt>Quantité</dt><dd>2</dd><dt>Prix à l’unité</dt><dd>2\u00a0500\u00a0FCFA</dd>',
      '<dt>Montant</dt><dd>5\u00a0000\u00a0FCFA</dd>',
      '<dt>État</dt><dd>En attente</dd>',
      'Savon doux, produit retiré du catalogue',
      '<dt>Enceinte</dt><dd>oui</dd>',
      '<dt>Catégorie</dt><dd>Brûlure</dd><dt>Urgence</dt><dd>Urgente</dd>',
    ])
      expect(html).toContain(words);
    const readable = html.replace(/base64,[\w+/=]+/, '');
    expect(readable).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/);
    expect(readable).not.toContain('burn.deep');
  });

  it('speaks her language', async () => {
    await owner.query(`update users set language = 'en' where id = $1`, [USER]);
    const html = await (await post(await link(), 'html')).text();
    await owner.query(`update users set language = 'fr' where id = $1`, [USER]);
    expect(html).toContain('<html lang="en">');
    for (const words of ['Your messages', '<dt>Phone</dt>', 'Nov 20, 2026'])
      expect(html).toContain(words);
  });

  it('lets others have their turn while ten thousand messages are written', async () => {
    await owner.query(
      `insert into messages (conversation_id, sender, content, timestamp) select $1, 'user', repeat('mot ', 100) || n, now() from generate_series(1, 10000) n`,
      [USER],
    );
    const data = await new ExportUserData({ ...deps, uow, store }).execute({
      actor: SERVICE,
      userId: USER,
    });
    for (const parts of [
      () => jsonFile(data),
      () => dataPage(data, 'Africa/Libreville', 'screen'),
    ]) {
      let turns = 0;
      let writing = true;
      const others = (): void => {
        turns += 1;
        if (writing) setImmediate(others);
      };
      setImmediate(others);
      let longest = 0;
      for await (const part of parts()) longest = Math.max(longest, part.length);
      writing = false;
      expect(turns).toBeGreaterThan(40);
      expect(longest).toBeLessThan(300_000);
    }
    await owner.query(`delete from messages where content like 'mot %'`);
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
