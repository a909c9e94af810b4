import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ProductId, Product } from '../../../src/domain/catalogue/product.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import type { Catalogue } from '../../../src/ports/repositories/catalogue.ts';
import type { UnmetReason } from '../../../src/ports/repositories/records.ts';
import { NOW, aFullProduct, aProduct, aProductId, aUserId, at } from '../../support/builders.ts';
import { aKnownCustomer, inTransaction, only } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

const EDITOR: Actor = {
  kind: 'staff',
  userId: '0190a1b2-0000-7000-8000-0000000000a3' as UserId,
  role: 'product_editor',
};
const names = (products: readonly Product[]): readonly string[] => products.map(({ name }) => name);

/** The catalogue as its staff write it. */
export function shelfContract(open: OpenStore): void {
  describe('catalogue', () => {
    const store = freshStore(open);
    const run = <T>(work: (catalogue: Catalogue) => Promise<T>, actor = EDITOR): Promise<T> =>
      store().uow.run(actor, ({ catalogue }) => work(catalogue));
    const put = (...products: Product[]): Promise<void> =>
      run((catalogue) => catalogue.put(products, NOW));

    it('keeps every field', async () => {
      const [full, empty] = [aFullProduct(), aProduct()];
      await put(full, empty);
      const kept = await run((catalogue) => catalogue.lock([full.id, empty.id]));
      expect(kept).toHaveLength(2);
      expect(kept).toEqual(expect.arrayContaining([full, empty]));
      await put({ ...empty, id: full.id });
      expect(await run((catalogue) => catalogue.lock([full.id]))).toEqual([
        { ...empty, id: full.id },
      ]);
    });

    it('keeps what products cost before, newest first, and all of one change together', async () => {
      const [cream, soap] = [aProduct(), aProduct()];
      await put(cream, soap);
      const change = (productId: ProductId, changeId: string, from: number, to: number) => ({
        changeId,
        productId,
        at: NOW,
        actorId: aUserId(),
        via: 'import' as const,
        before: { priceCfa: from, promoPriceCfa: null },
        after: { priceCfa: to, promoPriceCfa: to - 1 },
      });
      const [first, second] = [randomUUID(), randomUUID()];
      const notes = [change(cream.id, first, 1, 2), change(soap.id, first, 5, 6)];
      const later = change(cream.id, second, 2, 3);
      await run(async (catalogue) => {
        await catalogue.notePrices(notes);
        await catalogue.notePrices([later]);
        await catalogue.notePrices([]);
        expect(await catalogue.pricesOf(cream.id, 5)).toEqual([later, notes[0]]);
        expect(await catalogue.pricesOf(cream.id, 1)).toEqual([later]);
        expect(await catalogue.priceChange(first)).toEqual(notes);
        expect(await catalogue.priceChange(randomUUID())).toEqual([]);
      });
    });

    it('keeps every field of what is put, and replaces it by id', async () => {
      const product = aProduct({
        barcode: '3400930000007',
        tags: ['été'],
        attributes: ['bio'],
        cautions: {
          ...aProduct().cautions,
          pregnancy: true,
          minAgeMonths: 36,
          allergens: ['latex'],
        },
        expirationDate: '2027-01-31',
        promoPriceCfa: 5000,
        promoFrom: '2026-03-01',
        promoTo: '2026-03-31',
        usageTip: 'Matin et soir',
        lowStockThreshold: 12,
      });
      await put(product);
      expect(only(await run((catalogue) => catalogue.lock([product.id])))).toEqual(product);
      const changed = { ...product, name: 'Autre nom', barcode: null, tags: [], promoFrom: null };
      await put(changed);
      expect(await run((catalogue) => catalogue.lock([product.id, aProductId()]))).toEqual([
        changed,
      ]);
    });

    it('counts what customers would have bought, and keeps the words of one person out', async () => {
      const [gel, oil, here] = ['Gel', 'Huile', 'Savon'].map((name) =>
        aProduct({ name, stockQty: name === 'Savon' ? 3 : 0 }),
      ) as [Product, Product, Product];
      await put(gel, oil, here);
      const [awa, paul] = [await aKnownCustomer(store()), await aKnownCustomer(store())];
      const ask = (
        { conversationId }: { conversationId: ConversationId },
        fields: { needKey?: string; reason?: UnmetReason; product?: Product; at?: Date },
      ) =>
        inTransaction(store(), ({ unmetDemand }) =>
          unmetDemand.record({
            id: randomUUID(),
            conversationId,
            query: 'mes mots',
            needKey: fields.needKey ?? 'gel',
            category: 'corps',
            reason: fields.reason ?? 'out_of_stock',
            productId: fields.product?.id ?? null,
            at: fields.at ?? NOW,
          }),
        );
      for (const product of [gel, gel, here]) await ask(awa, { product });
      await ask(paul, { product: oil, at: at(-9) });
      for (const needKey of ['tensiometre', 'secret', 'secret'])
        await ask(awa, { needKey, reason: 'not_found' });
      await ask(paul, { needKey: 'tensiometre', reason: 'too_expensive' });
      await ask(paul, { needKey: 'sirop', reason: 'unsuitable' });
      await inTransaction(store(), async ({ campaigns }) => {
        await campaigns.requestRestock(awa.userId, oil.id, NOW);
        await campaigns.requestRestock(awa.userId, here.id, NOW);
      });
      expect(
        await inTransaction(store(), ({ catalogue }) =>
          catalogue.stockingDemand(at(-5), '2026-03-02', 10),
        ),
      ).toEqual({
        soldOut: [
          { name: 'Gel', asked: 2, waiting: 0 },
          { name: 'Huile', asked: 0, waiting: 1 },
        ],
        needs: [{ needKey: 'tensiometre', category: 'corps', people: 2 }],
        singleNeeds: 1,
      });
    });

    it('finds by barcode', async () => {
      const product = aProduct({ barcode: '123' });
      await put(product, aProduct({ barcode: '456' }), aProduct());
      expect(only(await run((catalogue) => catalogue.lockByBarcode(['123', '789']))).id).toBe(
        product.id,
      );
    });

    it('refuses a barcode that another product has, and keeps nothing of that transaction', async () => {
      await put(aProduct({ barcode: '123' }));
      const other = aProduct();
      const second = put(other, aProduct({ barcode: '123' }));
      await expect(second).rejects.toMatchObject({ kind: 'conflict', code: 'barcode_taken' });
      expect(await run((catalogue) => catalogue.lock([other.id]))).toEqual([]);
    });

    it('takes a thousand at once', async () => {
      const many = Array.from({ length: 1_001 }, (_, index) =>
        aProduct({ name: `p${String(index).padStart(4, '0')}`, barcode: String(index) }),
      );
      await put(...many);
      const first = await run((catalogue) => catalogue.page(null, 2));
      expect(names(first)).toEqual(['p0000', 'p0001']);
      const rest = await run((catalogue) => catalogue.page(first[1]!, 2_000));
      expect([rest.length, rest.at(-1)?.name]).toEqual([999, 'p1000']);
    });

    it('lets the service set the stock', async () => {
      const product = aProduct();
      await put(product);
      await run((catalogue) => catalogue.setStock(product.id, 3, NOW), SERVICE);
      expect(only(await run((catalogue) => catalogue.lock([product.id]))).stockQty).toBe(3);
    });

    it('removes what is there', async () => {
      const product = aProduct();
      await put(product);
      expect(await run((catalogue) => catalogue.remove([product.id, aProductId()]))).toEqual([
        product.id,
      ]);
      expect(await run((catalogue) => catalogue.lock([product.id]))).toEqual([]);
    });

    it('knows what is referred to', async () => {
      const [used, free] = [aProduct(), aProduct()];
      await put(used, free);
      const { conversationId } = await aKnownCustomer(store());
      await inTransaction(store(), ({ unmetDemand }) =>
        unmetDemand.record({
          id: aProductId(),
          conversationId,
          query: 'crème',
          needKey: 'creme',
          category: null,
          reason: 'out_of_stock',
          productId: used.id,
          at: NOW,
        }),
      );
      const found = await run((catalogue) => catalogue.referredTo([used.id, free.id]), SERVICE);
      expect([...found]).toEqual([used.id]);
    });

    it('tells whether a picture is shown', async () => {
      const product = aProduct({ imageUrl: '/images/products/a.webp' });
      await run((catalogue) => catalogue.put([product], NOW));
      expect(await run((catalogue) => catalogue.shows('/images/products/a.webp'))).toBe(true);
      expect(await run((catalogue) => catalogue.shows('/images/products/b.webp'))).toBe(false);
    });

    it('lists low stock by each threshold, lowest first', async () => {
      await put(
        aProduct({ name: 'a', stockQty: 5 }),
        aProduct({ name: 'b', stockQty: 0 }),
        aProduct({ name: 'c', stockQty: 6 }),
        aProduct({ name: 'd', stockQty: 6, lowStockThreshold: 6 }),
        aProduct({ name: 'e', stockQty: 0, active: false }),
      );
      expect(names(await run((catalogue) => catalogue.lowStock(10)))).toEqual(['b', 'a', 'd']);
      expect(names(await run((catalogue) => catalogue.lowStock(1)))).toEqual(['b']);
    });

    it('lists dates within their bounds, soonest first', async () => {
      await put(
        aProduct({ name: 'gone', expirationDate: '2026-03-01' }),
        aProduct({ name: 'later', expirationDate: '2026-03-09' }),
        aProduct({ name: 'today', expirationDate: '2026-03-02' }),
        aProduct({ name: 'end', expirationDate: '2026-03-10' }),
        aProduct({ name: 'off', expirationDate: '2026-03-05', active: false }),
        aProduct({ name: 'never' }),
      );
      const soon = await run((catalogue) => catalogue.expiring('2026-03-02', '2026-03-10', 10));
      expect(names(soon)).toEqual(['today', 'later']);
      expect(names(await run((catalogue) => catalogue.expiring(null, '2026-03-02', 10)))).toEqual([
        'gone',
      ]);
    });

    it('groups unmet demand by need, most asked first', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const asked = [
        ['solaire', 'not_found', -60],
        ['karite', 'not_found', -50],
        ['karite', 'out_of_stock', -40],
        ['karite', 'not_found', -30],
        ['ancien', 'not_found', -86_400 * 40],
      ] as const;
      await inTransaction(store(), async ({ unmetDemand }) => {
        for (const [needKey, reason, seconds] of asked)
          await unmetDemand.record({
            id: aProductId(),
            conversationId,
            query: needKey,
            needKey,
            category: 'visage',
            reason,
            productId: null as ProductId | null,
            at: at(seconds),
          });
      });
      expect(await run((catalogue) => catalogue.unmetSince(at(-86_400), 10))).toEqual([
        {
          needKey: 'karite',
          category: 'visage',
          count: 3,
          reasons: { not_found: 2, out_of_stock: 1 },
          lastAskedAt: at(-30),
        },
        {
          needKey: 'solaire',
          category: 'visage',
          count: 1,
          reasons: { not_found: 1 },
          lastAskedAt: at(-60),
        },
      ]);
    });
  });
}
