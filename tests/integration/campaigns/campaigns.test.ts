import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeMessaging } from '../../../src/adapters/messaging/fake/fake-messaging.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { CreateCampaign } from '../../../src/application/campaigns/create-campaign.ts';
import { ListCampaigns } from '../../../src/application/campaigns/list-campaigns.ts';
import { PreviewCampaign } from '../../../src/application/campaigns/preview-campaign.ts';
import { RunCampaign } from '../../../src/application/campaigns/run-campaign.ts';
import { ModelGate } from '../../../src/application/advice/model-gate.ts';
import { IssueCoupon } from '../../../src/application/issue-coupon.ts';
import { StubLanguageModel } from '../../../src/adapters/llm/stub/stub-language-model.ts';
import { NO_RECIPIENTS } from '../../../src/domain/shop/data-recipients.ts';
import { SendDueCampaignMessages } from '../../../src/application/campaigns/send-due-campaign-messages.ts';
import { SettleOrder } from '../../../src/application/orders/settle-order.ts';
import type { CampaignId } from '../../../src/domain/campaign/campaign.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import type { OrderId } from '../../../src/domain/order/order.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { aConversationId, anOrder, aPhone, aUserId, chatOf } from '../../support/builders.ts';
import { NoMetrics } from '../../support/no-metrics.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** A Tuesday, 10:00 in Libreville. */
const START = new Date('2026-11-24T09:00:00Z');
const AUDIENCE = { silentDays: 30, minOrders: 0 };
let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let jobs: JobRunner;
let uow: KnexUnitOfWork;
let gateway: FakeMessaging;
let raised: string[];
let admin: Actor;
let now = START;
const ids = new CryptoIdGenerator();
const settings = { current: () => defaultSettings('GA') };
const clock = { now: () => now };

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  db = openDatabase(database.serverUrl, 12);
  jobs = new JobRunner({ serverUrl: database.serverUrl, log: new RecordingLog(), runs: false });
  await jobs.start();
  uow = new KnexUnitOfWork(db, jobs);
});

afterAll(async () => {
  await jobs.stop();
  await db.destroy();
  await owner.end();
  await database.drop();
});

beforeEach(async () => {
  await owner.query('truncate users, campaigns, orders, conversations cascade');
  now = START;
  gateway = new FakeMessaging({ now: () => now });
  raised = [];
  const adminId = aUserId();
  await owner.query(`insert into users (id, role) values ($1, 'admin')`, [adminId]);
  admin = { kind: 'staff', userId: adminId, role: 'admin' };
});

/** As one worker process has it. */
const aSender = () =>
  new SendDueCampaignMessages({
    uow,
    gateway,
    settings,
    clock,
    ids,
    log: new RecordingLog(),
    metrics: new NoMetrics(),
    operatorAlerts: {
      raise: async (key) => void raised.push(key),
      clear: async () => undefined,
    },
    issueCoupon: new IssueCoupon({
      uow,
      clock,
      ids,
      settings,
      log: new RecordingLog(),
      modelGate: new ModelGate({ uow, model: new StubLanguageModel(), recipients: NO_RECIPIENTS }),
    }),
  });

async function aPerson(silentDays: number, name: string | null = 'Awa Ndong') {
  const [phone, newId] = [aPhone(), aUserId()];
  const at = new Date(START.getTime() - silentDays * DAY);
  return uow.run(SERVICE, async ({ customers, conversations }) => {
    const [id] = await customers.resolve([{ aliases: [phone], phone, name, newId }], at);
    await conversations.ensureOpen(
      [{ userId: id!, newId: aConversationId(), chatId: chatOf(phone) }],
      at,
      new Date(0),
    );
    await customers.update(id!, { serviceConsent: true, marketingConsent: true });
    return { id: id!, chatId: chatOf(phone) };
  });
}

async function aCompletedOrder(userId: UserId): Promise<OrderId> {
  const order = anOrder({ userId });
  await uow.run(SERVICE, ({ orders }) => orders.insert(order));
  const settle = new SettleOrder({ uow, clock, ids, settings });
  await Promise.all(
    [1, 2, 3].map(() => settle.execute({ orderId: order.id, status: 'completed' })),
  );
  return order.id;
}

const rows = async () =>
  (
    await owner.query<{ type: string; status: string; failure: string | null }>(
      'select type, status, failure from campaign_messages order by type, id',
    )
  ).rows;
const stop = (userId: UserId) =>
  owner.query('update users set marketing_consent = false where id = $1', [userId]);

describe('campaign messages on PostgreSQL', () => {
  it('are scheduled once and sent once, however many senders run at once', async () => {
    const { id, chatId } = await aPerson(1);
    await aCompletedOrder(id);
    expect(await rows()).toEqual([{ type: 'survey', status: 'pending', failure: null }]);
    now = new Date(START.getTime() + 2 * DAY + MINUTE);
    await Promise.all(Array.from({ length: 8 }, () => aSender().execute()));
    await aSender().execute();
    expect(gateway.sentTo(chatId)).toHaveLength(1);
    expect(await rows()).toEqual([{ type: 'survey', status: 'sent', failure: null }]);
    const thread = await owner.query(
      `select m.status from messages m join campaign_messages c on c.message_id = m.id where m.provider_id is not null`,
    );
    expect(thread.rows).toEqual([{ status: 'sent' }]);
  });

  it('are not sent when consent goes between scheduling and sending', async () => {
    const { id, chatId } = await aPerson(1);
    await aCompletedOrder(id);
    await stop(id);
    now = new Date(START.getTime() + 3 * DAY);
    await aSender().execute();
    expect(gateway.sentTo(chatId)).toEqual([]);
    expect(await rows()).toEqual([{ type: 'survey', status: 'failed', failure: 'no_consent' }]);
  });

  it('wait for the morning', async () => {
    const { id, chatId } = await aPerson(1);
    await aCompletedOrder(id);
    now = new Date(START.getTime() + 2 * DAY + 11 * 60 * MINUTE);
    await aSender().execute();
    expect(gateway.sentTo(chatId)).toEqual([]);
    now = new Date(START.getTime() + 3 * DAY);
    await aSender().execute();
    expect(gateway.sentTo(chatId)).toHaveLength(1);
  });

  it('go out once even when the process dies right after sending', async () => {
    const { id, chatId } = await aPerson(1);
    await aCompletedOrder(id);
    now = new Date(START.getTime() + 2 * DAY);
    gateway.failNext(new Error('the process died'));
    await expect(aSender().execute()).rejects.toThrow('died');
    now = new Date(now.getTime() + DAY);
    await aSender().execute();
    expect(gateway.sentTo(chatId)).toEqual([]);
    expect(await rows()).toEqual([{ type: 'survey', status: 'failed', failure: 'unknown' }]);
  });
});

describe('a reactivation, by an admin under row-level security', () => {
  const create = (couponPct: number | null = null) =>
    new CreateCampaign({ uow, clock, ids }).execute({
      actor: admin,
      name: 'Retour',
      template: 'Bonjour {prenom}, vous nous manquez !',
      audience: AUDIENCE,
      couponPct,
    });
  const runner = () => new RunCampaign({ uow, clock, ids, settings });
  const listed = async (id: CampaignId) =>
    (await new ListCampaigns({ uow }).execute({ actor: admin, limit: 10 })).find(
      ({ campaign }) => campaign.id === id,
    )!;

  it('previews, starts, pauses, resumes, keeps the pace and ends', async () => {
    const people = [await aPerson(60), await aPerson(60), await aPerson(60, null)];
    await aPerson(2);
    await stop((await aPerson(60)).id);
    const { id: campaignId } = await create(10);
    const preview = await new PreviewCampaign({ uow, clock, settings }).execute({
      actor: admin,
      template: 'Bonjour {prenom} !',
      audience: AUDIENCE,
    });
    expect(preview).toMatchObject({
      audience: 3,
      excluded: { noConsent: 1, capped: 0 },
      estimatedDays: 1,
    });
    expect(await runner().start({ actor: admin, campaignId })).toEqual({ pending: 3 });
    await expect(runner().start({ actor: admin, campaignId })).rejects.toMatchObject({
      code: 'campaign_state',
    });
    await runner().pause({ actor: admin, campaignId });
    expect(await aSender().execute()).toEqual({ sent: 0 });
    await runner().resume({ actor: admin, campaignId });
    expect(await aSender().execute()).toEqual({ sent: 2 });
    expect(await aSender().execute()).toEqual({ sent: 0 });
    now = new Date(now.getTime() + MINUTE);
    expect(await aSender().execute()).toEqual({ sent: 1 });
    expect((await listed(campaignId)).counts).toEqual({
      pending: 0,
      sent: 3,
      failed: 0,
      replied: 0,
      orders: 0,
    });
    now = new Date(now.getTime() + MINUTE);
    await aSender().execute();
    expect((await listed(campaignId)).campaign.state).toBe('done');
    const shown = people.map(({ chatId }) => gateway.sentTo(chatId)[0]!.shown.text);
    expect(shown[0]).toContain('Bonjour Awa, vous nous manquez !');
    expect(shown[2]).toContain('Bonjour, vous nous manquez !');
    const { rows: coupons } = await owner.query<{ code: string }>(
      'select code from loyalty_coupons',
    );
    expect(coupons).toHaveLength(3);
    expect(coupons.every(({ code }) => shown.some((words) => words.includes(code)))).toBe(true);
  });

  it('stops for a person when sends fail, and goes on when one has looked', async () => {
    for (let index = 0; index < 5; index += 1) await aPerson(60);
    const { id: campaignId } = await create();
    await runner().start({ actor: admin, campaignId });
    for (let minute = 0; minute < 4; minute += 1) {
      for (let index = 0; index < 2; index += 1)
        gateway.failNext(new ProviderError('fake', 'unavailable', 'down'));
      await aSender().execute();
      now = new Date(now.getTime() + MINUTE);
    }
    expect(raised).toEqual(['campaigns_paused']);
    expect(await listed(campaignId)).toMatchObject({
      campaign: { state: 'paused' },
      counts: { failed: 3, pending: 2 },
    });
    gateway = new FakeMessaging({ now: () => now });
    await runner().resume({ actor: admin, campaignId });
    expect(await aSender().execute()).toEqual({ sent: 2 });
  });

  it('is not for support, and not for an unknown campaign', async () => {
    const support: Actor = { kind: 'staff', userId: aUserId(), role: 'support' };
    await expect(
      new CreateCampaign({ uow, clock, ids }).execute({
        actor: support,
        name: 'x',
        template: 'x',
        audience: AUDIENCE,
        couponPct: null,
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      runner().pause({ actor: admin, campaignId: randomUUID() as CampaignId }),
    ).rejects.toMatchObject({ code: 'campaign_not_found' });
  });
});
