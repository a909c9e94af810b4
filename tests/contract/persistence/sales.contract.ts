import { describe, expect, it } from 'vitest';
import { cancel, settle, type Order } from '../../../src/domain/order/order.ts';
import type { ProductId } from '../../../src/domain/catalogue/product.ts';
import type { OrderEvent } from '../../../src/ports/repositories/records.ts';
import { NOW, aCoupon, aProduct, aUserId, anOrder, at } from '../../support/builders.ts';
import { aKnownCustomer, gate, inTransaction, present } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

/** What selling and taking back do to stock, history and coupons. */
export function salesContract(open: OpenStore): void {
  describe('sales', () => {
    const store = freshStore(open);
    const add = async (stockQty: number): Promise<ProductId> => {
      const product = aProduct({ stockQty });
      await store().addProduct(product);
      return product.id;
    };
    const line = (productId: ProductId | null, quantity: number) => ({
      productId,
      name: 'Crème',
      quantity,
      unitPriceCfa: 1_000,
    });
    const placed = async (...items: Order['items']): Promise<Order> => {
      const order = anOrder({ items });
      await inTransaction(store(), ({ orders }) => orders.insert(order));
      return order;
    };
    const stockOf = async (...ids: readonly ProductId[]): Promise<readonly number[]> =>
      (await inTransaction(store(), ({ products }) => products.getMany(ids))).map(
        ({ stockQty }) => stockQty,
      );
    const take = (order: Order) =>
      inTransaction(store(), ({ orders }) => orders.takeStock(order.id));
    const giveBack = (order: Order) =>
      inTransaction(store(), ({ orders }) => orders.returnStock(order.id));

    it('take what there is, and give back just that, once', async () => {
      const [plenty, few, none] = [await add(10), await add(2), await add(0)];
      const order = await placed(
        line(plenty, 3),
        line(few, 1),
        line(few, 4),
        line(none, 1),
        line(null, 2),
      );
      await take(order);
      expect(await stockOf(plenty, few, none)).toEqual([7, 0, 0]);
      await giveBack(order);
      await giveBack(order);
      expect(await stockOf(plenty, few, none)).toEqual([10, 2, 0]);
    });

    it('take from each other’s stock when several happen at once, never below zero', async () => {
      const [plenty, few] = [await add(10), await add(3)];
      const orders = await Promise.all([
        placed(line(plenty, 2), line(few, 2)),
        placed(line(few, 2), line(plenty, 2)),
        placed(line(plenty, 1), line(few, 2)),
      ]);
      await Promise.all(orders.map(take));
      expect(await stockOf(plenty, few)).toEqual([5, 0]);
      await Promise.all(orders.map(giveBack));
      expect(await stockOf(plenty, few)).toEqual([10, 3]);
    });

    it('have the lines that were saved last, and remember why they were taken back', async () => {
      const [cream, soap] = [await add(5), await add(5)];
      const order = await placed(line(cream, 1));
      const sold = await inTransaction(store(), async ({ orders }) => {
        const items = [line(soap, 2), line(cream, 1)];
        const next = settle({ ...order, items }, { status: 'completed' }, at(60)).order;
        await orders.saveLines(next);
        await orders.save(next);
        return next;
      });
      const read = () => inTransaction(store(), ({ orders }) => orders.lock(order.id));
      expect(await read()).toEqual(sold);
      const { order: undone } = cancel(sold, 'retour en boutique', at(90));
      await inTransaction(store(), ({ orders }) => orders.save(undone));
      expect(await read()).toEqual(undone);
    });

    it('keep their history and know a report again', async () => {
      const [order, other] = [await placed(), await placed()];
      const event = (fields: Partial<OrderEvent>): OrderEvent => ({
        orderId: order.id,
        at: NOW,
        kind: 'completed',
        via: 'cart',
        actorId: null,
        amountCfa: 5_000,
        reason: null,
        reportKey: null,
        ...fields,
      });
      const events = [
        event({ reportKey: 'a' }),
        event({ kind: 'cancelled', via: 'staff', actorId: aUserId(), reason: 'retour', at: at(5) }),
      ];
      await inTransaction(store(), async ({ orders }) => {
        for (const one of events) await orders.note(one);
      });
      await inTransaction(store(), async ({ orders }) => {
        expect(await orders.historyOf(order.id)).toEqual(events);
        expect(await orders.historyOf(other.id)).toEqual([]);
        expect(await orders.wasReported(order.id, 'a')).toBe(true);
        expect(await orders.wasReported(order.id, 'b')).toBe(false);
        expect(await orders.wasReported(other.id, 'a')).toBe(false);
      });
    });

    it('of a person are found by when they were made or completed, one looker at a time', async () => {
      const { userId } = await aKnownCustomer(store());
      const day = 86_400;
      const made = async (created: number, completed: number | null): Promise<Order> => {
        const order = anOrder({
          userId,
          createdAt: at(created * day),
          status: completed === null ? 'pending' : 'completed',
          completedAt: completed === null ? null : at(completed * day),
        });
        await inTransaction(store(), ({ orders }) => orders.insert(order));
        return order;
      };
      await made(-9, null);
      const late = await made(-8, -1);
      const fresh = await made(-2, null);
      await inTransaction(store(), ({ orders }) => orders.insert(anOrder()));
      const [entered, finish] = [gate(), gate()];
      const look = (sell: boolean) =>
        inTransaction(store(), async ({ orders }) => {
          const found = (await orders.lockRecentOf(userId, at(-3 * day))).map(({ id }) => id);
          if (sell) {
            await orders.insert(anOrder({ userId, createdAt: at(1) }));
            entered.open();
            await finish.opened;
          }
          return found;
        });
      const first = look(true);
      await entered.opened;
      const second = look(false);
      await new Promise((resolve) => setTimeout(resolve, 50));
      finish.open();
      expect(await first).toEqual([fresh.id, late.id]);
      // The second saw what the first sold.
      expect(await second).toHaveLength(3);
    });

    it('give a coupon back that was used for them, and no other', async () => {
      const { userId } = await aKnownCustomer(store());
      const [order, other] = [await placed(), await placed()];
      const [mine, theirs] = [aCoupon({ userId }), aCoupon({ userId })];
      await inTransaction(store(), async ({ coupons }) => {
        for (const coupon of [mine, theirs]) await coupons.insert(coupon);
        await coupons.redeem(mine.code, order.id, NOW);
        await coupons.redeem(theirs.code, other.id, NOW);
        await coupons.release(order.id);
      });
      const used = (code: string) =>
        inTransaction(store(), async ({ coupons }) => present(await coupons.findByCode(code)).used);
      expect([await used(mine.code), await used(theirs.code)]).toEqual([false, true]);
      expect(
        await inTransaction(store(), ({ coupons }) => coupons.redeem(mine.code, null, NOW)),
      ).toBe(true);
    });
  });
}
