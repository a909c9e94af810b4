import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  followUps,
  type Campaign,
  type CampaignId,
  type CampaignMessage,
} from '../../../src/domain/campaign/campaign.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { NOW, aCampaignMessage, aCoupon, aProduct, anOrder, at } from '../../support/builders.ts';
import { aKnownCustomer, gate, inTransaction, present } from './given.ts';
import { freshStore, type OpenStore, type StoreUnderTest } from './store-under-test.ts';

const DAY = 86_400;
const aCampaign = (fields: Partial<Campaign> = {}): Campaign => ({
  id: randomUUID() as CampaignId,
  name: 'Rentrée',
  type: 'reactivation',
  template: 'Bonjour {prenom}',
  audience: { silentDays: 30, minOrders: 0 },
  couponPct: null,
  state: 'running',
  createdBy: null,
  createdAt: NOW,
  startedAt: null,
  finishedAt: null,
  ...fields,
});
const consent = (store: StoreUnderTest, userId: UserId, marketingConsent: boolean | null) =>
  inTransaction(store, ({ customers }) =>
    customers.update(userId, { serviceConsent: true, marketingConsent }),
  );

export function campaignsContract(open: OpenStore): void {
  describe('campaigns', () => {
    const store = freshStore(open);

    it('keeps a campaign, and the follow-ups once', async () => {
      const campaign = aCampaign();
      await inTransaction(store(), async ({ campaigns }) => {
        await campaigns.insert(campaign);
        await campaigns.insert(followUps(NOW));
        await campaigns.insert(followUps(at(DAY)));
        expect(await campaigns.get(campaign.id)).toEqual(campaign);
        expect(await campaigns.pauseAll()).toBe(2);
        expect(await campaigns.lock(campaign.id)).toEqual({ ...campaign, state: 'paused' });
        expect(await campaigns.list(10)).toHaveLength(2);
      });
    });

    it('takes a cause once, and moves what waits', async () => {
      const { userId } = await aKnownCustomer(store());
      const message = aCampaignMessage(userId);
      const again = (dueAt: Date) => ({ ...aCampaignMessage(userId), cause: message.cause, dueAt });
      await inTransaction(store(), async ({ campaigns }) => {
        expect(await campaigns.addMessages([message, aCampaignMessage(userId)])).toBe(2);
        expect(await campaigns.addMessages([again(at(60))])).toBe(0);
        expect(await campaigns.getMessage(message.id)).toEqual({ ...message, dueAt: at(60) });
        await campaigns.saveMessage({ ...message, status: 'sent', sentAt: NOW });
        expect(await campaigns.addMessages([again(at(120))])).toBe(0);
        expect(await campaigns.getMessage(message.id)).toMatchObject({ dueAt: NOW, sentAt: NOW });
      });
    });

    it('gives what is due and not paused, follow-ups first, and to one at a time', async () => {
      const { userId } = await aKnownCustomer(store());
      const paused = aCampaign({ state: 'paused' });
      const running = aCampaign();
      const late = aCampaignMessage(userId, {
        type: 'reactivation',
        campaignId: running.id,
        dueAt: at(-99),
      });
      const survey = aCampaignMessage(userId, { dueAt: at(-1) });
      await inTransaction(store(), async ({ campaigns }) => {
        await campaigns.insert(paused);
        await campaigns.insert(running);
        await campaigns.addMessages([
          aCampaignMessage(userId, {
            type: 'reactivation',
            campaignId: paused.id,
            dueAt: at(-999),
          }),
          aCampaignMessage(userId, { dueAt: at(10) }),
          late,
          survey,
        ]);
      });
      const [claimed, finish] = [gate(), gate()];
      const first = inTransaction(store(), async ({ campaigns }) => {
        const message = present(await campaigns.claimDue(NOW));
        claimed.open();
        await finish.opened;
        await campaigns.saveMessage({ ...message, status: 'sent', sentAt: NOW });
        return message.id;
      });
      await claimed.opened;
      const second = inTransaction(store(), async ({ campaigns }) => campaigns.claimDue(NOW));
      await new Promise((resolve) => setTimeout(resolve, 30));
      finish.open();
      expect(await first).toBe(survey.id);
      expect((await second)?.id).toBe(late.id);
    });

    it('knows who is silent, who agreed and who had a message lately', async () => {
      const people = [];
      for (let index = 0; index < 5; index += 1)
        people.push((await aKnownCustomer(store(), at(-60 * DAY))).userId);
      const [yes, no, capped, unasked, buyer] = people as [UserId, UserId, UserId, UserId, UserId];
      const recent = (await aKnownCustomer(store(), at(-DAY))).userId;
      for (const userId of [yes, capped, buyer, recent]) await consent(store(), userId, true);
      await consent(store(), no, false);
      await consent(store(), unasked, null);
      await inTransaction(store(), async ({ campaigns, orders }) => {
        await campaigns.addMessages([
          aCampaignMessage(capped, { status: 'sent', sentAt: at(-2 * DAY) }),
          aCampaignMessage(yes, { status: 'sent', sentAt: at(-9 * DAY) }),
        ]);
        await orders.insert(anOrder({ userId: buyer, status: 'completed', completedAt: NOW }));
        const reach = (minOrders: number) =>
          campaigns.reachable({ silentDays: 30, minOrders }, NOW, at(-7 * DAY));
        expect(await reach(0)).toEqual({
          eligible: [yes, buyer].toSorted(),
          noConsent: 2,
          capped: 1,
        });
        expect(await reach(1)).toEqual({ eligible: [buyer], noConsent: 0, capped: 0 });
      });
    });

    it('tells sends, failures and replies, and when a person heard last', async () => {
      const { userId, conversationId } = await aKnownCustomer(store(), at(-60));
      const order = anOrder({ userId });
      const failed = aCampaignMessage(userId, {
        status: 'failed',
        failure: 'unknown',
        sentAt: at(-20),
        orderId: order.id,
      });
      await inTransaction(store(), async ({ campaigns, orders, conversations }) => {
        await orders.insert(order);
        await campaigns.addMessages([
          aCampaignMessage(userId, { status: 'sent', sentAt: at(-30) }),
          failed,
          aCampaignMessage(userId, { status: 'failed', failure: 'no_consent' }),
        ]);
        await conversations.schedule(
          [{ id: conversationId, quietMs: 0, inbound: 1, lastInboundAt: at(-25) }],
          0,
        );
        await campaigns.noteReplies(at(-DAY));
        const sends = [
          { at: at(-30), failed: false, replied: true },
          { at: at(-20), failed: false, replied: false },
        ];
        expect(await campaigns.history(NOW, at(-DAY), 0)).toEqual({ sends });
        const later = await campaigns.history(at(300), at(DAY), 1);
        expect(later).toEqual({ sends: [{ ...sends[1], failed: true }] });
        expect(await campaigns.lastSentTo(userId, null)).toEqual(at(-20));
        expect(await campaigns.lastSentTo(userId, order.id)).toEqual(at(-30));
        expect(await campaigns.lastChat(userId)).toEqual({
          conversationId,
          lastInboundAt: at(-25),
        });
      });
    });

    it('knows the newest offer that was answered, and what is owed to it', async () => {
      const { userId, conversationId } = await aKnownCustomer(store());
      const campaign = aCampaign();
      const sent = (fields: Partial<CampaignMessage>) =>
        aCampaignMessage(userId, { status: 'sent', campaignId: campaign.id, ...fields });
      const coupon = aCoupon({ userId });
      await inTransaction(store(), async ({ campaigns, coupons, conversations, orders }) => {
        await campaigns.insert(campaign);
        await coupons.insert(coupon);
        await campaigns.addMessages([
          sent({ type: 'reactivation', sentAt: at(-90), couponId: coupon.id }),
          sent({ type: 'restock', sentAt: at(-60) }),
          sent({ type: 'survey', sentAt: at(-50) }),
          sent({ type: 'restock', sentAt: at(-10) }),
          aCampaignMessage(userId, { type: 'reactivation', campaignId: campaign.id }),
        ]);
        expect(await campaigns.answeredOffer(userId, at(-DAY))).toBeNull();
        await conversations.schedule(
          [{ id: conversationId, quietMs: 0, inbound: 1, lastInboundAt: at(-20) }],
          0,
        );
        const offer = { campaignId: campaign.id, sentAt: at(-60) };
        expect(await campaigns.answeredOffer(userId, at(-DAY))).toEqual(offer);
        expect(await campaigns.answeredOffer(userId, at(-55))).toBeNull();
        expect(await campaigns.campaignOfCoupon(coupon.id)).toBe(campaign.id);
        expect(await campaigns.campaignOfCoupon(aCoupon().id)).toBeNull();

        const owed = { source: 'campaign', campaignId: campaign.id } as const;
        const [early, late] = [anOrder({ ...owed, status: 'completed' }), anOrder()];
        for (const order of [early, late, anOrder(owed)]) await orders.insert(order);
        await orders.save({ ...late, ...owed, status: 'completed' });
        expect(await orders.lock(late.id)).toMatchObject(owed);
        expect((await campaigns.list(1))[0]!.counts.orders).toBe(2);
      });
    });

    it('keeps one answer a survey', async () => {
      const { userId, conversationId } = await aKnownCustomer(store());
      const survey = aCampaignMessage(userId, { status: 'sent', sentAt: at(-60) });
      const answer = {
        id: randomUUID(),
        campaignMessageId: survey.id,
        conversationId,
        orderId: null,
        userId,
        score: 2,
        comment: 'Trop tard',
        answeredAt: NOW,
      };
      await inTransaction(store(), async ({ campaigns }) => {
        await campaigns.addMessages([survey]);
        expect((await campaigns.openSurvey(userId, at(-DAY)))?.id).toBe(survey.id);
        await campaigns.putAnswer(answer);
        await campaigns.putAnswer({ ...answer, id: randomUUID(), score: 4, comment: null });
        expect(await campaigns.openSurvey(userId, at(-DAY))).toBeNull();
        expect(await campaigns.lastAnswer(userId, at(-1))).toEqual({ ...answer, score: 4 });
        expect(await campaigns.lastAnswer(userId, at(1))).toBeNull();
      });
    });

    it('is done when nothing of a running campaign waits', async () => {
      const { userId } = await aKnownCustomer(store());
      const [empty, full] = [aCampaign(), aCampaign()];
      await inTransaction(store(), async ({ campaigns }) => {
        await campaigns.insert(empty);
        await campaigns.insert(full);
        await campaigns.addMessages([
          aCampaignMessage(userId, { type: 'reactivation', campaignId: full.id }),
        ]);
        await campaigns.finishDrained(at(5));
        expect(await campaigns.get(empty.id)).toMatchObject({ state: 'done', finishedAt: at(5) });
        expect(await campaigns.get(full.id)).toMatchObject({ state: 'running' });
      });
    });

    it('tells once of a product that is back', async () => {
      const { userId } = await aKnownCustomer(store());
      const [here, gone] = [aProduct(), aProduct({ stockQty: 0 })];
      await store().addProduct(here);
      await store().addProduct(gone);
      await inTransaction(store(), async ({ campaigns }) => {
        for (const product of [here, gone]) {
          await campaigns.requestRestock(userId, product.id, NOW);
          await campaigns.requestRestock(userId, product.id, at(5));
        }
        const back = [{ userId, productId: here.id, requestedAt: NOW }];
        expect(await campaigns.takeRestocked('2026-03-02', NOW, 10)).toEqual(back);
        expect(await campaigns.takeRestocked('2026-03-02', NOW, 10)).toEqual([]);
        await campaigns.requestRestock(userId, here.id, at(9));
        expect(await campaigns.takeRestocked('2026-03-02', NOW, 10)).toHaveLength(1);
      });
    });
  });
}
