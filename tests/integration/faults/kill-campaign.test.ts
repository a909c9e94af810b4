import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { CreateCampaign } from '../../../src/application/campaigns/create-campaign.ts';
import { RunCampaign } from '../../../src/application/campaigns/run-campaign.ts';
import type { CampaignId } from '../../../src/domain/campaign/campaign.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { seen, times } from '../../support/fault-scale.ts';
import { eventually } from '../../support/running-lea.ts';
import { customersOf, openKilledShop, type KilledShop } from './killed-shop.ts';

const KILLS = times('CAMPAIGN_KILLS', 1, 20);
const CUSTOMERS = KILLS * 2 + 6;
const PATIENCE_MS = 60_000;
/** How long the gateway thinks about each message: time to die in. */
const LATENCY_MS = 250;
/** After so long without a message a round is begun anew. */
const AGAIN_MS = 5_000;
const WORDS = 'pensez à votre crème';

let shop: KilledShop;
let boss: PgBoss;

beforeAll(async () => {
  // It is about noon in the shop, whenever this runs.
  const ahead = 12 - new Date().getUTCHours();
  shop = await openKilledShop({
    latencyMs: LATENCY_MS,
    environment: {
      TIME_ZONE: ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`,
    },
  });
  boss = new PgBoss({
    connectionString: shop.database.ownerUrl,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
}, 120_000);
afterAll(async () => {
  await boss.stop({ graceful: false });
  await shop.close();
});

const campaignTexts = () =>
  shop.whapi.sent().filter(({ body }) => JSON.stringify(body).includes(WORDS));
const asked = (): number =>
  shop.whapi.requests.filter(
    ({ path, method }) => method === 'POST' && path.startsWith('/messages'),
  ).length;

const isPaused = async (campaignId: CampaignId): Promise<boolean> =>
  (await shop.rows(`select from campaigns where id = $1 and state = 'paused'`, [campaignId]))
    .length > 0;

/** The campaign's next round, two days after the last one: the governor has nothing against it. */
async function round(run: RunCampaign, campaignId: CampaignId): Promise<string> {
  await shop.owner.query(
    `update campaign_messages set sent_at = sent_at - interval '2 days' where sent_at is not null`,
  );
  // The breaker: too many ended unknown. A person looks, and goes on.
  if (await isPaused(campaignId)) await run.resume({ actor: SERVICE, campaignId });
  return (await boss.send('send-campaigns', {}))!;
}

async function wholeRound(run: RunCampaign, campaignId: CampaignId): Promise<void> {
  const id = await round(run, campaignId);
  await eventually(
    async () =>
      (await shop.rows(`select from pgboss.job where id = $1 and state = 'completed'`, [id]))
        .length > 0,
    'a whole round',
    PATIENCE_MS,
  );
}

it(
  `a campaign over ${KILLS} kills reaches each of ${CUSTOMERS} customers at most once, with one coupon at most`,
  { timeout: 240_000 + KILLS * 60_000 },
  async () => {
    const db = openDatabase(shop.database.serverUrl, 2);
    const deps = {
      uow: new KnexUnitOfWork(db, { enqueue: async () => undefined }),
      clock: { now: () => new Date() },
      ids: new CryptoIdGenerator(),
      settings: { current: () => defaultSettings('GA') },
    };
    const run = new RunCampaign(deps);
    try {
      const customers = await customersOf(shop, CUSTOMERS, 1);
      const { id: campaignId } = await new CreateCampaign(deps).execute({
        actor: SERVICE,
        name: 'Retour',
        template: `Bonjour {prenom}, ${WORDS}.`,
        audience: { silentDays: 30, minOrders: 1 },
        couponPct: 10,
      });
      expect(await run.start({ actor: SERVICE, campaignId })).toEqual({ pending: CUSTOMERS });
      for (let kill = 0; kill < KILLS; kill += 1) {
        await shop.start();
        const before = asked();
        await round(run, campaignId);
        const wanted = before + (kill % 2);
        let again = performance.now() + AGAIN_MS;
        await eventually(
          async () => {
            if (asked() > wanted) return true;
            // Halted by the breaker, or cron was faster than this round.
            if (performance.now() > again) {
              again = performance.now() + AGAIN_MS;
              await round(run, campaignId);
            }
            return false;
          },
          'a message on its way',
          PATIENCE_MS,
        );
        // Before the gateway took it, while it thinks, or with the answer on its way.
        await new Promise((resolve) => setTimeout(resolve, (kill % 4) * (LATENCY_MS / 3)));
        await shop.kill();
      }
      const unknownThen = await shop.rows<{ id: string }>(
        `select id from campaign_messages where failure = 'unknown'`,
      );
      await shop.start();
      for (let left = CUSTOMERS; left > 0;) {
        await wholeRound(run, campaignId);
        left = (await shop.rows(`select from campaign_messages where status = 'pending'`)).length;
      }
      // And again: what is unknown is never tried a second time.
      const sentThen = campaignTexts().length;
      await wholeRound(run, campaignId);
      expect(campaignTexts()).toHaveLength(sentThen);
      const perChat = customers.map(
        ({ chatId }) => campaignTexts().filter(({ to }) => to === chatId).length,
      );
      expect(perChat.filter((count) => count > 1)).toEqual([]);
      const rows = await shop.rows<{
        id: string;
        status: string;
        failure: string | null;
        chat: string;
      }>(
        `select m.id, m.status, m.failure, c.chat_id as chat from campaign_messages m join conversations c on c.user_id = m.user_id`,
      );
      expect(rows).toHaveLength(CUSTOMERS);
      // Whoever is recorded as reached was; who is unknown was killed over; nobody else is left out.
      for (const { id, status, failure, chat } of rows) {
        const reached = campaignTexts().some(({ to }) => to === chat);
        if (status === 'sent') expect(reached).toBe(true);
        else
          expect([status, failure, unknownThen.some((one) => one.id === id)]).toEqual([
            'failed',
            'unknown',
            true,
          ]);
      }
      expect(unknownThen.length).toBeLessThanOrEqual(KILLS);
      expect(
        await shop.rows(`select user_id from loyalty_coupons group by user_id having count(*) > 1`),
      ).toEqual([]);
      seen(
        `kill -9 during a campaign, ${KILLS} times`,
        `${CUSTOMERS} customers, ${campaignTexts().length} reached once, 0 twice, ${unknownThen.length} unknown and never tried again, 0 coupons twice`,
      );
    } finally {
      await db.destroy();
    }
  },
);
