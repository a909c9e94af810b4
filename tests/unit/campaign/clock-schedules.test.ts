import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { localMinutes } from '../../../src/domain/shared/local-time.ts';
import { GOVERNOR_RULES } from '../../../src/domain/campaign/send-governor.ts';
import { aProduct } from '../../support/builders.ts';
import { seen, times } from '../../support/fault-scale.ts';
import { createHarness, say } from '../../support/harness.ts';

const RUNS = times('CLOCK_RUNS', 5, 200);
const CUSTOMERS = 4;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CREAM = aProduct({ usageTip: 'Une noisette matin et soir.', stockQty: 100 });
const ZONE = 'Africa/Libreville';
/** What happens between two looks at what is due: time goes by, or somebody sets the clock. */
const passes = fc.array(fc.constantFrom(MINUTE, 20 * MINUTE, 5 * HOUR, DAY, HOUR, -HOUR, -HOUR), {
  minLength: 5,
  maxLength: 30,
});

it(
  `surveys, tips and a campaign come once each and in the shop's hours over ${RUNS} random courses of a clock that is set forth and back`,
  { timeout: 60_000 + RUNS * 5_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(passes, async (steps) => {
        const lea = createHarness({ products: [CREAM] });
        const phones = Array.from({ length: CUSTOMERS }, (_, index) => `+2417400000${index}`);
        for (const phone of phones) {
          await say(lea, phone, 'Bonjour');
          await say(lea, phone, 'OUI');
          await say(lea, phone, '', { button: `order:${CREAM.id}` });
          await say(lea, phone, 'OUI');
        }
        for (const { id } of lea.store.orders.all())
          await lea.parts.settleOrder.execute({ orderId: id, status: 'completed' });
        await lea.settle();
        const { id: campaignId } = await lea.parts.createCampaign.execute({
          actor: SERVICE,
          name: 'Bientôt la saison des pluies',
          template: 'Bonjour {prenom}, pensez à vos pieds.',
          audience: { silentDays: 0, minOrders: 0 },
          couponPct: 10,
        });
        lea.pass(3 * HOUR);
        await lea.parts.runCampaign.start({ actor: SERVICE, campaignId });
        const look = async (): Promise<void> => {
          const minute = localMinutes(lea.adapters.clock.now(), ZONE);
          const { sent } = await lea.parts.sendDueCampaignMessages.execute();
          if (sent > 0) {
            expect(minute).toBeGreaterThanOrEqual(GOVERNOR_RULES.startMinute);
            expect(minute).toBeLessThan(GOVERNOR_RULES.endMinute);
          }
        };
        for (const ms of steps) {
          lea.pass(ms);
          await look();
        }
        // And then nobody touches the clock any more.
        for (let hour = 0; hour < 24 * 25; hour += 1) {
          lea.pass(HOUR);
          await look();
        }
        const messages = lea.store.campaignMessages.all();
        expect(messages).toHaveLength(3 * CUSTOMERS);
        expect(messages.filter(({ status }) => status !== 'sent')).toEqual([]);
        for (const phone of phones) {
          const said = lea.shownTo(phone).map(({ text }) => text);
          for (const words of ['pensez à vos pieds', 'note de 1 à 5', 'Une noisette'])
            expect(said.filter((text) => text.includes(words))).toHaveLength(1);
        }
        const coupons = lea.store.coupons.all().map(({ userId }) => userId);
        expect(new Set(coupons).size).toBe(coupons.length);
      }),
      { numRuns: RUNS },
    );
    seen(
      `${RUNS} courses of a clock that is set forth and back, campaigns`,
      `${3 * CUSTOMERS * RUNS} messages, each sent once, none outside the shop's hours`,
    );
  },
);
