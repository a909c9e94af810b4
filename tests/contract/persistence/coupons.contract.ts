import { describe, expect, it } from 'vitest';
import {
  NOW,
  aCoupon,
  aConversationId,
  anOrder,
  anOrderId,
  at,
  chatOf,
} from '../../support/builders.ts';
import { YESTERDAY, aKnownCustomer, gate, inTransaction, present } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

const daysAgo = (days: number): Date => at(-days * 86_400);

export function couponsContract(open: OpenStore): void {
  describe('coupons', () => {
    const store = freshStore(open);

    it('gives back what was issued, and knows no other code', async () => {
      const { userId } = await aKnownCustomer(store());
      const coupon = aCoupon({ userId });
      await inTransaction(store(), async ({ coupons }) => {
        await coupons.insert(coupon);
        expect(await coupons.findByCode(coupon.code)).toEqual(coupon);
        expect(await coupons.findByCode('LEA-UNKNOWN')).toBeNull();
      });
    });

    it('never issues a code twice', async () => {
      const { userId } = await aKnownCustomer(store());
      const coupon = aCoupon({ userId });
      await inTransaction(store(), ({ coupons }) => coupons.insert(coupon));
      const again = inTransaction(store(), ({ coupons }) =>
        coupons.insert(aCoupon({ userId, code: coupon.code })),
      );
      await expect(again).rejects.toThrow();
    });

    it('is redeemed once, also by two at once', async () => {
      const { userId } = await aKnownCustomer(store());
      const [coupon, order] = [aCoupon({ userId }), anOrder({ userId })];
      await inTransaction(store(), async ({ coupons, orders }) => {
        await coupons.insert(coupon);
        await orders.insert(order);
      });
      const redeem = (code: string) =>
        inTransaction(store(), ({ coupons }) => coupons.redeem(code, order.id, at(5)));
      const redeemed = await Promise.all(Array.from({ length: 4 }, () => redeem(coupon.code)));
      expect(redeemed.filter(Boolean)).toHaveLength(1);
      expect(await redeem(coupon.code)).toBe(false);
      expect(await redeem('LEA-UNKNOWN')).toBe(false);
      const used = await inTransaction(store(), ({ coupons }) => coupons.findByCode(coupon.code));
      expect(used).toEqual({ ...coupon, used: true, orderId: order.id });
    });

    it('is unused again when the transaction that redeemed it fails', async () => {
      const { userId } = await aKnownCustomer(store());
      const coupon = aCoupon({ userId });
      await inTransaction(store(), ({ coupons }) => coupons.insert(coupon));
      await inTransaction(store(), async ({ coupons }) => {
        expect(await coupons.redeem(coupon.code, null, NOW)).toBe(true);
        throw new Error('the order failed');
      }).catch(() => undefined);
      expect(
        await inTransaction(store(), ({ coupons }) => coupons.redeem(coupon.code, null, NOW)),
      ).toBe(true);
    });

    it('knows nothing of a customer without orders', async () => {
      const { userId } = await aKnownCustomer(store(), daysAgo(100));
      await inTransaction(store(), async ({ coupons }) => {
        expect(await coupons.factsOf(userId, NOW)).toEqual({
          daysSinceLastOrder: null,
          ordersLastYear: 0,
          spentLastYearCfa: 0,
          conversationsLast90Days: 0,
          averageRating: null,
        });
        expect(await coupons.historyOf(userId, NOW, daysAgo(1))).toEqual({
          monthCommittedCfa: 0,
          daysSinceLastCoupon: null,
          couponsLastYear: 0,
          averageOrderCfa: 0,
        });
      });
    });

    it('counts completed orders by the day of completion, and recent conversations', async () => {
      const { userId, phone } = await aKnownCustomer(store(), daysAgo(100));
      const other = await aKnownCustomer(store());
      const completed = (owner: typeof userId, days: number, amountCfa: number) =>
        anOrder({
          userId: owner,
          status: 'completed',
          amountCfa,
          createdAt: daysAgo(days + 1),
          completedAt: daysAgo(days),
        });
      await inTransaction(store(), async ({ orders, conversations }) => {
        await orders.insert(completed(userId, 10.5, 4000));
        await orders.insert(completed(userId, 50, 8000));
        await orders.insert(completed(userId, 400, 30_000));
        await orders.insert(anOrder({ userId, amountCfa: 99_000 }));
        await orders.insert(anOrder({ userId, status: 'cancelled', amountCfa: 99_000 }));
        await orders.insert(completed(other.userId, 1, 77_000));
        await conversations.ensureOpen(
          [{ userId, newId: aConversationId(), chatId: chatOf(phone) }],
          daysAgo(20),
          daysAgo(90),
        );
      });
      await inTransaction(store(), async ({ coupons }) => {
        expect(await coupons.factsOf(userId, NOW)).toEqual({
          daysSinceLastOrder: 10,
          ordersLastYear: 2,
          spentLastYearCfa: 12_000,
          conversationsLast90Days: 1,
          averageRating: null,
        });
        expect((await coupons.historyOf(userId, NOW, YESTERDAY)).averageOrderCfa).toBe(14_000);
      });
    });

    it('counts a customer’s own coupons, and the month’s budget over all', async () => {
      const [a, b] = [await aKnownCustomer(store()), await aKnownCustomer(store())];
      const history = await inTransaction(store(), async ({ coupons }) => {
        await coupons.insert(
          aCoupon({ userId: a.userId, createdAt: daysAgo(5.5), budgetCfa: 100 }),
        );
        await coupons.insert(
          aCoupon({ userId: a.userId, createdAt: daysAgo(40), budgetCfa: 1000 }),
        );
        await coupons.insert(
          aCoupon({ userId: a.userId, createdAt: daysAgo(400), budgetCfa: 1000 }),
        );
        await coupons.insert(aCoupon({ userId: b.userId, createdAt: daysAgo(1), budgetCfa: 20 }));
        await coupons.insert(aCoupon({ userId: b.userId, createdAt: daysAgo(6), budgetCfa: 3 }));
        return coupons.historyOf(a.userId, NOW, daysAgo(6));
      });
      expect(history).toMatchObject({
        monthCommittedCfa: 123,
        daysSinceLastCoupon: 5,
        couponsLastYear: 2,
      });
    });

    it('lets nobody issue between another’s look at the budget and the coupon', async () => {
      const [a, b] = [await aKnownCustomer(store()), await aKnownCustomer(store())];
      const [looked, finish] = [gate(), gate()];
      const issue = (userId: typeof a.userId, wait: boolean) =>
        inTransaction(store(), async ({ coupons }) => {
          const { monthCommittedCfa } = await coupons.historyOf(userId, NOW, YESTERDAY);
          if (wait) {
            looked.open();
            await finish.opened;
          }
          await coupons.insert(aCoupon({ userId, budgetCfa: 1000 }));
          return monthCommittedCfa;
        });
      const first = issue(a.userId, true);
      await looked.opened;
      const second = issue(b.userId, false);
      await new Promise((resolve) => setTimeout(resolve, 50));
      finish.open();
      expect(await Promise.all([first, second])).toEqual([0, 1000]);
    });

    it('is not used up by an order that does not exist', async () => {
      const { userId } = await aKnownCustomer(store());
      const coupon = aCoupon({ userId });
      await inTransaction(store(), ({ coupons }) => coupons.insert(coupon));
      const redeeming = inTransaction(store(), ({ coupons }) =>
        coupons.redeem(coupon.code, anOrderId(), NOW),
      );
      await expect(redeeming).rejects.toThrow();
      expect(
        present(await inTransaction(store(), ({ coupons }) => coupons.findByCode(coupon.code)))
          .used,
      ).toBe(false);
    });
  });
}
