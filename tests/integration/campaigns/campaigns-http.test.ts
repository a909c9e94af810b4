import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaignRoutes } from '../../../src/adapters/http/campaigns/routes.ts';
import { kpiRoute } from '../../../src/adapters/http/reports/routes.ts';
import { KnexConversationQueue } from '../../../src/adapters/persistence/knex/knex-conversation-queue.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexKpiReads } from '../../../src/adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { CreateCampaign } from '../../../src/application/campaigns/create-campaign.ts';
import { ListCampaigns } from '../../../src/application/campaigns/list-campaigns.ts';
import { PreviewCampaign } from '../../../src/application/campaigns/preview-campaign.ts';
import { RunCampaign } from '../../../src/application/campaigns/run-campaign.ts';
import { ReportKpis } from '../../../src/application/reports/report-kpis.ts';
import type { Job } from '../../../src/ports/job-queue.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { staffId, startTestApp, type TestApp } from '../../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const CREAM = aProduct({ usageTip: 'Une noisette matin et soir.', priceCfa: 6_500 });
let database: TestDatabase;
let db: Knex;
let owner: pg.Client;
let lea: Harness;
let app: TestApp;
let enqueued: Job[];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.serverUrl, 6);
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
});
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

beforeEach(async () => {
  await owner.query('truncate users, campaigns, orders, conversations, products cascade');
  await owner.query('truncate kpi_changes, kpi_daily, kpi_monthly');
  for (const role of ['admin', 'support'] as const)
    await owner.query('insert into users (id, role) values ($1, $2)', [staffId(role), role]);
  await owner.query(
    `insert into products (id, name, price_cfa, stock_qty, usage_tip, category) values ($1, $2, $3, 50, $4, $5)`,
    [CREAM.id, CREAM.name, CREAM.priceCfa, CREAM.usageTip, CREAM.category],
  );
  enqueued = [];
  const log = new RecordingLog();
  lea = createHarness({
    adapters: {
      uow: new KnexUnitOfWork(db, {
        enqueue: async (_trx: unknown, job: Job) => void enqueued.push(job),
      }),
      queue: new KnexConversationQueue({ db, listenUrl: database.serverUrl, log }),
      log,
      publicUrl: 'https://lea.example',
      channelName: 'fake',
      ownerEmail: 'patronne@lea.example',
      burstWindowMs: 0,
    },
  });
  const deps = lea.adapters;
  app = await startTestApp({
    deps: {
      routes: [
        ...campaignRoutes({
          createCampaign: new CreateCampaign(deps),
          previewCampaign: new PreviewCampaign(deps),
          runCampaign: new RunCampaign(deps),
          listCampaigns: new ListCampaigns(deps),
        }),
        kpiRoute({
          reportKpis: new ReportKpis({ ...deps, kpiReads: new KnexKpiReads(db) }),
          traceAccess: lea.parts.traceAccess,
        }),
      ],
    },
  });
  return () => app.close();
});

const tick = async (): Promise<number> => (await lea.parts.sendDueCampaignMessages.execute()).sent;
const call = (name: string, body?: unknown, as = 'admin') =>
  app.call(body === undefined ? 'GET' : 'POST', `/functions/${name}`, { as, body });
const phone = (index: number): string => `+2417430010${index}`;
const shown = (number: string): readonly string[] => lea.shownTo(number).map(({ text }) => text);
const someone = async (number: string): Promise<void> => {
  await say(lea, number, 'Bonjour');
  await say(lea, number, 'OUI');
};
/** Buys the cream; the cart says that it is paid. */
const buys = async (number: string): Promise<void> => {
  await say(lea, number, '', { button: `order:${CREAM.id}` });
  const { rows } = await owner.query<{ id: string }>(
    'select id from orders order by created_at desc limit 1',
  );
  await lea.parts.settleOrder.execute({ orderId: rows[0]!.id as never, status: 'completed' });
};
const listed = async () => {
  const { body } = await call('campaigns');
  const all = body['campaigns'] as { type: string; state: string; counts: object }[];
  return all.find(({ type }) => type === 'reactivation')!;
};

const DRAFT = {
  name: 'Retour',
  template: 'Bonjour {prenom}, vous nous manquez !',
  audience: { silent_days: 30, min_orders: 0 },
  coupon_pct: 10,
};

describe('a reactivation over HTTP, from the draft to the sale', () => {
  const PEOPLE = 9;
  const missed = (number: string): number =>
    shown(number).filter((text) => text.includes('vous nous manquez')).length;
  const everybody = Array.from({ length: PEOPLE }, (_, index) => phone(index));
  const reached = (): number => everybody.filter((number) => missed(number) > 0).length;

  beforeEach(async () => {
    for (const number of everybody) await someone(number);
    await owner.query(`update users set marketing_consent = true where role = 'customer'`);
    lea.pass(31 * DAY);
  });

  it('keeps the pace, the quiet hours, STOP and pause, never comes twice, and is owed the sale', async () => {
    expect((await call('create-campaign', DRAFT, 'support')).status).toBe(403);
    const created = await call('create-campaign', DRAFT);
    expect(created.body).toMatchObject({ state: 'draft', coupon_pct: 10 });
    expect((await call('preview-campaign', DRAFT)).body).toMatchObject({
      audience: PEOPLE,
      excluded: { no_consent: 0, capped: 0 },
      estimated_days: 1,
    });
    const campaign = { campaign_id: created.body['id'] };
    expect((await call('start-campaign', campaign)).body).toMatchObject({ pending: PEOPLE });
    expect((await call('start-campaign', campaign)).status).toBe(409);

    // Two a minute, whoever asks how often.
    expect([await tick(), await tick()]).toEqual([2, 0]);
    lea.pass(MINUTE);
    expect(await tick()).toBe(2);

    // STOP counts in the moment of sending.
    const quitter = everybody.find((number) => missed(number) === 0)!;
    await say(lea, quitter, 'STOP');

    expect((await call('pause-campaign', campaign)).body).toMatchObject({ state: 'paused' });
    lea.pass(HOUR);
    expect(await tick()).toBe(0);
    expect((await call('resume-campaign', campaign)).body).toMatchObject({ state: 'running' });

    // In the evening nothing goes out; in the morning it goes on.
    lea.pass(10 * HOUR);
    expect(await tick()).toBe(0);
    lea.pass(13 * HOUR);
    for (let minute = 0; minute < 5; minute += 1) {
      await tick();
      lea.pass(MINUTE);
    }
    expect(reached()).toBe(PEOPLE - 1);
    expect(everybody.map(missed).filter((count) => count > 1)).toEqual([]);
    expect(missed(quitter)).toBe(0);
    expect(await listed()).toMatchObject({
      state: 'done',
      counts: { pending: 0, sent: PEOPLE - 1, failed: 1 },
    });

    // A customer comes back, with her coupon's code in hand.
    const buyer = everybody.find((number) => missed(number) === 1)!;
    expect(shown(buyer).at(-1)).toMatch(/Votre code : \*\w{12}\*, 10 %/);
    await buys(buyer);
    expect(await listed()).toMatchObject({ counts: { orders: 1 } });
    const report = (await call('kpi-report')).body as {
      sales_cfa: { value: number; by_source: readonly object[] };
    };
    expect(report.sales_cfa.value).toBe(6_500);
    expect(report.sales_cfa.by_source).toContainEqual({
      source: 'campaign',
      value: 6_500,
      previous: 0,
    });
  });
});

describe('what follows a sale', () => {
  const surveyed = async (number: string): Promise<void> => {
    await someone(number);
    await buys(number);
    lea.pass(DAY + HOUR);
    expect(await tick()).toBe(1);
    expect(shown(number).at(-1)).toContain('Une noisette matin et soir.');
    lea.pass(DAY);
    expect(await tick()).toBe(1);
    expect(shown(number).at(-1)).toContain('note de 1 à 5');
    lea.pass(HOUR);
  };
  const satisfaction = async () =>
    ((await call('kpi-report')).body as { satisfaction: { value: number } }).satisfaction.value;
  const answers = async () =>
    (
      await owner.query<{ score: number; comment: string | null }>(
        'select score, comment from survey_answers order by answered_at',
      )
    ).rows;

  it('is a tip, then a survey answered "4" with a comment, which is satisfaction', async () => {
    await surveyed(phone(1));
    await say(lea, phone(1), '4');
    await say(lea, phone(1), 'Livraison rapide, merci');
    expect(await answers()).toEqual([{ score: 4, comment: 'Livraison rapide, merci' }]);
    expect(await satisfaction()).toBe(4);
    expect(await tick()).toBe(0);
  });

  it('alerts an advisor for a low note by button', async () => {
    await surveyed(phone(2));
    const { rows } = await owner.query<{ id: string }>(
      `select id from campaign_messages where type = 'survey'`,
    );
    enqueued.length = 0;
    await say(lea, phone(2), '', { button: `survey:${rows[0]!.id}:2` });
    const alerts = enqueued.filter(({ name }) => name === 'deliver-alert');
    expect(alerts).toHaveLength(1);
    await lea.parts.deliverAlert.execute(alerts[0]!.data as never);
    expect(lea.notifier.alerts).toMatchObject([{ category: 'low_rating' }]);
    expect(await satisfaction()).toBe(2);
  });

  it('is a message when a product is back, for who asked, once', async () => {
    await someone(phone(3));
    await owner.query('update products set stock_qty = 0');
    await say(lea, phone(3), 'Avez-vous une crème hydratante visage ?');
    expect(shown(phone(3)).at(-1)).toContain('en rupture');
    await say(lea, phone(3), 'Me prévenir');
    lea.pass(HOUR);
    expect(await tick()).toBe(0);
    await owner.query('update products set stock_qty = 5');
    expect([await tick(), await tick()]).toEqual([1, 0]);
    expect(shown(phone(3)).at(-1)).toContain('de nouveau en rayon');
  });
});
