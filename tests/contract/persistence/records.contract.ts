import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/domain/order/order.ts';
import {
  NOW,
  aProduct,
  aTurn,
  aTurnId,
  anAlert,
  anAlertId,
  anOrder,
  anOrderId,
  at,
} from '../../support/builders.ts';
import { aKnownCustomer, gate, inTransaction, only, present } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

export function recordsContract(open: OpenStore): void {
  describe('alerts', () => {
    const store = freshStore(open);

    it('raises one per conversation and category while it is open', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const first = anAlert({ conversationId, severity: 'emergency' });
      const again = anAlert({ conversationId, reason: 'Encore' });
      const other = anAlert({ conversationId, category: 'large_cart', triggeredAt: at(1) });
      await inTransaction(store(), async ({ alerts }) => {
        expect(await alerts.raise(first)).toEqual({ alert: first, isNew: true });
        expect(await alerts.raise(again)).toEqual({ alert: first, isNew: false });
        expect(await alerts.raise(other)).toEqual({ alert: other, isNew: true });
      });
      await inTransaction(store(), async ({ alerts }) => {
        expect(await alerts.get(first.id)).toEqual(first);
        expect(await alerts.get(again.id)).toBeNull();
        expect(await alerts.openOf(conversationId)).toEqual([first, other]);
      });
    });

    it('raises one when two raise it at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { conversationId } = await aKnownCustomer(store());
        const raised = await Promise.all(
          Array.from({ length: 3 }, () =>
            inTransaction(store(), ({ alerts }) => alerts.raise(anAlert({ conversationId }))),
          ),
        );
        expect(raised.filter(({ isNew }) => isNew)).toHaveLength(1);
        expect(new Set(raised.map(({ alert }) => alert.id)).size).toBe(1);
      }
    });

    it('handles all of a conversation, after which the matter may come again', async () => {
      const { conversationId, userId } = await aKnownCustomer(store());
      const elsewhere = anAlert({ conversationId: (await aKnownCustomer(store())).conversationId });
      const [a, b] = [
        anAlert({ conversationId }),
        anAlert({ conversationId, category: 'low_rating' }),
      ];
      await inTransaction(store(), async ({ alerts }) => {
        for (const alert of [a, b, elsewhere]) await alerts.raise(alert);
        const handled = await alerts.handleAll(conversationId, userId, at(9));
        expect(handled.toSorted()).toEqual([a.id, b.id].toSorted());
        expect(await alerts.handleAll(conversationId, null, at(10))).toEqual([]);
        expect(await alerts.get(a.id)).toEqual({ ...a, handledBy: userId, handledAt: at(9) });
        expect(await alerts.openOf(conversationId)).toEqual([]);
        expect(only(await alerts.openOf(present(elsewhere.conversationId))).id).toBe(elsewhere.id);
        expect(await alerts.raise(anAlert({ conversationId }))).toMatchObject({ isNew: true });
      });
    });

    it('does not find what is not there', async () => {
      expect(await inTransaction(store(), ({ alerts }) => alerts.get(anAlertId()))).toBeNull();
    });
  });

  describe('orders', () => {
    const store = freshStore(open);

    it('gives back what was inserted and follows a settlement', async () => {
      const { conversationId, userId } = await aKnownCustomer(store());
      const product = aProduct();
      await store().addProduct(product);
      const order = anOrder({
        conversationId,
        userId,
        items: [
          { productId: product.id, name: product.name, quantity: 2, unitPriceCfa: 6500 },
          { productId: null, name: 'Livraison', quantity: 1, unitPriceCfa: 1000 },
        ],
      });
      await inTransaction(store(), ({ orders }) => orders.insert(order));
      const settled = await inTransaction(store(), async ({ orders }) => {
        const locked = present(await orders.lock(order.id));
        expect(locked).toEqual(order);
        const next = settle(
          locked,
          {
            status: 'completed',
            amountCfa: 13_500,
            deliveredAt: at(60),
            trackingUrl: 'https://t.example/1',
          },
          at(30),
        ).order;
        await orders.save(next);
        return next;
      });
      expect(
        only(await inTransaction(store(), ({ orders }) => orders.latestOf(userId, 5))),
      ).toEqual(settled);
    });

    it('lists the newest first', async () => {
      const { userId } = await aKnownCustomer(store());
      const list = [1, 3, 2].map((second) =>
        anOrder({ userId, createdAt: at(second), updatedAt: at(second) }),
      );
      await inTransaction(store(), async ({ orders }) => {
        for (const order of list) await orders.insert(order);
      });
      const latest = await inTransaction(store(), ({ orders }) => orders.latestOf(userId, 2));
      expect(latest.map(({ id }) => id)).toEqual([list[1]?.id, list[2]?.id]);
    });

    it('counts clicks on a known code only', async () => {
      const order = anOrder();
      await inTransaction(store(), ({ orders }) => orders.insert(order));
      const click = (code: string) =>
        inTransaction(store(), ({ orders }) => orders.click(code, at(1)));
      expect(await click(order.code)).toEqual({ orderLink: order.orderLink });
      expect(await click(order.code)).toEqual({ orderLink: order.orderLink });
      expect(await click('unknown')).toBeNull();
    });

    it('settles once when two callbacks arrive together', async () => {
      const order = anOrder();
      await inTransaction(store(), ({ orders }) => orders.insert(order));
      const [entered, finish] = [gate(), gate()];
      const callback = (wait: boolean) =>
        inTransaction(store(), async ({ orders }) => {
          const locked = present(await orders.lock(order.id));
          if (wait) {
            entered.open();
            await finish.opened;
          }
          const { order: next, changed } = settle(locked, { status: 'completed' }, at(5));
          await orders.save(next);
          return changed;
        });
      const first = callback(true);
      await entered.opened;
      const second = callback(false);
      await new Promise((resolve) => setTimeout(resolve, 50));
      finish.open();
      expect(await Promise.all([first, second])).toEqual([true, false]);
    });

    it('does not find what is not there', async () => {
      expect(await inTransaction(store(), ({ orders }) => orders.lock(anOrderId()))).toBeNull();
    });
  });

  describe('turns', () => {
    const store = freshStore(open);

    it('counts the turns with a model call of one person and sums what all cost', async () => {
      const [a, b] = [await aKnownCustomer(store()), await aKnownCustomer(store())];
      const ofA = { conversationId: a.conversationId, userId: a.userId };
      await inTransaction(store(), async ({ turns }) => {
        await turns.insert(aTurn({ ...ofA, startedAt: at(-1), costMilliCfa: 5 }));
        await turns.insert(aTurn({ ...ofA, startedAt: NOW, costMilliCfa: 10 }));
        await turns.insert(
          aTurn({
            ...ofA,
            startedAt: at(1),
            model: null,
            modelCalls: 0,
            costMilliCfa: 0,
            triage: { severity: 'urgent', category: 'burn', ruleIds: ['burn-1'] },
          }),
        );
        await turns.insert(
          aTurn({
            conversationId: b.conversationId,
            userId: b.userId,
            startedAt: at(1),
            costMilliCfa: 100,
          }),
        );
        expect(await turns.modelTurnsSince(a.userId, NOW)).toBe(1);
        expect(await turns.modelTurnsSince(a.userId, at(-1))).toBe(2);
        expect(await turns.costMilliCfaSince(NOW)).toBe(110);
        expect(await turns.costMilliCfaSince(at(50))).toBe(0);
      });
    });
  });

  describe('records without a reader', () => {
    const store = freshStore(open);

    it('keeps recommendations, unmet demand and quarantined events', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const product = aProduct();
      await store().addProduct(product);
      const [recommendation, demand, event] = [randomUUID(), randomUUID(), randomUUID()];
      await inTransaction(store(), async ({ recommendations, unmetDemand, quarantine }) => {
        await recommendations.insert([
          {
            id: recommendation,
            conversationId,
            productId: product.id,
            turnId: aTurnId(),
            rank: 1,
            reason: 'Hydrate',
            at: NOW,
          },
        ]);
        await unmetDemand.record({
          id: demand,
          conversationId,
          query: 'lait de coco',
          needKey: 'coco lait',
          category: null,
          reason: 'not_found',
          productId: null,
          at: NOW,
        });
        await quarantine.add([
          {
            id: event,
            channel: 'whapi',
            reason: 'no id',
            raw: { messages: [{ odd: true }] },
            at: NOW,
          },
        ]);
        await recommendations.insert([]);
        await quarantine.add([]);
      });
      expect(await store().hasRow('recommendations', recommendation)).toBe(true);
      expect(await store().hasRow('unmet_demand', demand)).toBe(true);
      expect(await store().hasRow('quarantined_events', event)).toBe(true);
    });
  });
}
