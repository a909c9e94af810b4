import { createHarness } from '../../support/harness.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import pg from 'pg';
import { settingsRoutes } from '../../../src/adapters/http/settings/routes.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexSettingsStore } from '../../../src/adapters/persistence/knex/knex-settings-store.ts';
import { KnexSettingsSource } from '../../../src/adapters/persistence/knex/settings-source.ts';
import { ChangeSettings } from '../../../src/application/settings/change-settings.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { SERVICE_KEY, staffId, startTestApp, type TestApp } from '../../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const DEFAULTS = defaultSettings('GA');
let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let app: TestApp;
let here: KnexSettingsSource;
let elsewhere: KnexSettingsSource;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  await owner.query(`insert into users (id, role, name) values ($1, 'admin', 'Awa')`, [
    staffId('admin'),
  ]);
  db = openDatabase(database.serverUrl, 4);
});
beforeEach(async () => {
  await owner.query('truncate settings restart identity');
  await owner.query('truncate audit_logs');
  here = new KnexSettingsSource(db, DEFAULTS);
  elsewhere = new KnexSettingsSource(db, DEFAULTS);
  await elsewhere.start(() => undefined);
  const settingsStore = new KnexSettingsStore(db, DEFAULTS);
  app = await startTestApp({
    deps: {
      routes: settingsRoutes({
        settingsStore,
        changeSettings: new ChangeSettings({
          settingsStore,
          uow: createHarness().adapters.uow,
          applied: () => here.refresh(),
        }),
      }),
    },
  });
});
afterEach(async () => {
  elsewhere.stop();
  await app.close();
});
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

const put = (value: unknown, version = 0, as = 'admin') =>
  app.call('PUT', '/functions/settings', { as, body: { version, value } });

describe('settings', () => {
  it('are the defaults until somebody changes them', async () => {
    const { status, body } = await app.call('GET', '/functions/settings', { as: 'support' });
    expect(status).toBe(200);
    expect(body).toEqual({
      version: 0,
      value: JSON.parse(JSON.stringify(DEFAULTS)) as unknown,
      at: null,
      by: null,
    });
  });

  it('take what they give: the defaults of a country are valid as they are', async () => {
    const { status, body } = await put(DEFAULTS);
    expect([status, body['version']]).toEqual([200, 1]);
  });

  it('hold here at once and on another replica within a second, with who changed what in the history', async () => {
    const changed = await put({
      ...DEFAULTS,
      tone: 'Sobre.',
      retention: { ...DEFAULTS.retention, conversationsDays: 90 },
    });
    expect(changed.status).toBe(200);
    expect(changed.body['by']).toEqual({ id: staffId('admin'), name: 'Awa' });
    expect(here.current().tone).toBe('Sobre.');
    await expect
      .poll(() => elsewhere.current().retention.conversationsDays, { timeout: 3_000, interval: 20 })
      .toBe(90);
    await put(
      { ...DEFAULTS, tone: 'Gaie.', retention: { ...DEFAULTS.retention, conversationsDays: 90 } },
      1,
    );
    const { body } = await app.call('GET', '/functions/settings-history', { as: 'admin' });
    expect(
      (body['items'] as { version: number; changed: string[] }[]).map(
        ({ version, changed: names }) => [version, names],
      ),
    ).toEqual([
      [2, ['tone']],
      [1, ['tone', 'retention']],
    ]);
    const old = await app.call('GET', '/functions/settings?version=1', { as: 'admin' });
    expect((old.body['value'] as { tone: string }).tone).toBe('Sobre.');
    const { rows } = await owner.query(
      'select actor_id, table_name, row_id from audit_logs order by id',
    );
    expect(rows).toEqual(
      [1, 2].map((version) => ({
        actor_id: staffId('admin'),
        table_name: 'settings',
        row_id: String(version),
      })),
    );
  });

  it('refuse a change of what somebody changed meanwhile; of ten at once one is kept', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => put({ ...DEFAULTS, tone: `Ton ${index}` })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect([refused.body['code'], refused.body['details']]).toEqual([
      'settings_changed',
      { version: 1 },
    ]);
    expect((await owner.query('select from settings')).rowCount).toBe(1);
  });

  it.each([
    [
      'value.openingHours.0',
      { openingHours: [{ opens: '19:00', closes: '08:00' }, null, null, null, null, null, null] },
    ],
    ['value.openingHours', { openingHours: [null] }],
    ['value.timeZone', { timeZone: 'Africa/Atlantis' }],
    ['value.country', { country: 'ZZ' }],
    ['value.emergencyNumbers', { emergencyNumbers: [] }],
    [
      'value.couponRules.tiers.0.discountPct',
      { couponRules: { ...DEFAULTS.couponRules, tiers: [{ minScore: 1, discountPct: 101 }] } },
    ],
    ['value.holidays.0', { holidays: ['2026-02-30'] }],
    [
      'value.retention.conversationsDays',
      { retention: { ...DEFAULTS.retention, conversationsDays: 0 } },
    ],
    ['value.autonomy.solaire', { autonomy: { solaire: 'sometimes' } }],
    [
      'value.cannedReplies',
      {
        cannedReplies: [
          { shortcut: 'a', text: 'x' },
          { shortcut: 'a', text: 'y' },
        ],
      },
    ],
  ])('name the field that is wrong: %s', async (field, change) => {
    const { status, body } = await put({ ...DEFAULTS, ...change });
    expect(status).toBe(400);
    expect(body['message']).toMatch(new RegExp(`^${field.replaceAll('.', '\\.')}: `));
    expect((await owner.query('select from settings')).rowCount).toBe(0);
  });

  it('refuse names that they do not know', async () => {
    expect((await put({ ...DEFAULTS, colour: 'red' })).status).toBe(400);
  });

  it('are changed by admins only', async () => {
    expect((await put(DEFAULTS, 0, 'support')).status).toBe(403);
    expect((await app.call('GET', '/functions/settings')).status).toBe(401);
  });

  it('are changed by a program with the service key too, which signs for nobody', async () => {
    const { status, body } = await put({ ...DEFAULTS, tone: 'Sobre.' }, 0, SERVICE_KEY);
    expect([status, body['version'], body['by']]).toEqual([200, 1, null]);
    expect(here.current().tone).toBe('Sobre.');
  });

  it('complete an older version that knew fewer settings', async () => {
    await owner.query(
      `insert into settings (value) values ('{"tone": "Vieux.", "couponRules": {"validDays": 3}}')`,
    );
    const { body } = await app.call('GET', '/functions/settings', { as: 'admin' });
    expect(body['value']).toMatchObject({
      tone: 'Vieux.',
      shopName: DEFAULTS.shopName,
      couponRules: { ...DEFAULTS.couponRules, validDays: 3 },
    });
  });

  it('move the beginning of the day for the counters', async () => {
    await put({ ...DEFAULTS, timeZone: 'Africa/Abidjan' });
    await expect
      .poll(async () => (await owner.query<object>('select time_zone from kpi_clock')).rows, {
        timeout: 3_000,
      })
      .toEqual([{ time_zone: 'Africa/Abidjan' }]);
  });
});

describe('the consent question', () => {
  const own = {
    fr: 'Ici {boutique}. Le modèle {modele} lit vos questions ({loi}). OUI ou NON ? SUPPRIMER efface tout.',
    en: null,
  };

  it('in words of the shop needs a version of its own', async () => {
    const { status, body } = await put({ ...DEFAULTS, consentTexts: own });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'consent_version_needed' });
    const accepted = await put({ ...DEFAULTS, consentTexts: own, consentVersion: '2026-12' });
    expect(accepted.status).toBe(200);
  });

  it('names what a customer must know', async () => {
    const { status, body } = await put({
      ...DEFAULTS,
      consentVersion: '2026-12',
      consentTexts: { fr: 'OUI ou NON ?', en: null },
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('must name SUPPRIMER, {modele}');
  });
});

it("keeps a shop's own words for red flags, once a language", async () => {
  const reply = { reply: 'emergency', language: 'fr', text: 'Appelez tout de suite.' };
  expect((await put({ ...DEFAULTS, triageReplies: [reply] })).status).toBe(200);
  expect((await put({ ...DEFAULTS, triageReplies: [reply, reply] }, 1)).status).toBe(400);
  expect((await put({ ...DEFAULTS, triageReplies: [{ ...reply, reply: 'x' }] }, 1)).status).toBe(
    400,
  );
});
