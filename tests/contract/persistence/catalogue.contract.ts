import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import type { Need } from '../../../src/domain/recommendation/need.ts';
import { aNeed, aProduct, aProductId } from '../../support/builders.ts';
import { inTransaction, only } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

const TODAY = '2026-03-02';

export function catalogueContract(open: OpenStore): void {
  describe('products', () => {
    const store = freshStore(open);
    const add = async (fields: Partial<Product> = {}): Promise<Product> => {
      const product = aProduct(fields);
      await store().addProduct(product);
      return product;
    };
    const search = async (need: Partial<Need>, limit = 12): Promise<readonly string[]> =>
      (
        await inTransaction(store(), ({ products }) => products.search(aNeed(need), TODAY, limit))
      ).map(({ id }) => id);

    it('finds what is sold out or past its date apart from the shelf', async () => {
      const fields = { name: 'Gel aloe vera', priceCfa: 4000 };
      const [soldOut, old] = [
        await add({ ...fields, stockQty: 0 }),
        await add({ ...fields, priceCfa: 5000, expirationDate: '2026-03-01' }),
      ];
      await add({ ...fields, stockQty: 0, active: false });
      const here = await add({ ...fields, expirationDate: TODAY });
      await add({ name: 'Crème mains', brand: null, stockQty: 0 });
      const away = (need: Partial<Need>) =>
        inTransaction(store(), async ({ products }) =>
          (await products.searchSoldOut(aNeed(need), TODAY, 12)).map(({ id }) => id),
        );
      expect(await away({ terms: ['aloe', 'vera'] })).toEqual([soldOut.id, old.id]);
      expect(await away({ terms: ['aloevera', 'aloe'] })).toEqual([soldOut.id, old.id]);
      expect(await away({ terms: ['aloe'], budgetMaxCfa: 4500 })).toEqual([soldOut.id]);
      expect(await search({ terms: ['aloe'] })).toEqual([here.id]);
    });

    it('finds nothing that costs nothing, neither on the shelf nor sold out', async () => {
      const fields = { name: 'Gel aloe vera', priceCfa: 4000 };
      const here = await add({ ...fields, promoPriceCfa: 0, promoTo: '2026-03-01' });
      const soon = await add({
        ...fields,
        priceCfa: 4001,
        promoPriceCfa: 0,
        promoFrom: '2026-03-03',
      });
      await add({ ...fields, priceCfa: 0 });
      await add({ ...fields, priceCfa: 0, stockQty: 0 });
      await add({ ...fields, promoPriceCfa: 0 });
      await add({ ...fields, promoPriceCfa: 0, promoFrom: TODAY, promoTo: TODAY });
      expect(await search({ terms: ['aloe'] })).toEqual([here.id, soon.id]);
      expect(await search({ category: 'visage' })).toEqual([here.id, soon.id]);
      expect(await search({ terms: ['aloe'], budgetMaxCfa: 100 })).toEqual([]);
      expect(await search({ promotionsOnly: true })).toEqual([]);
      const away = await inTransaction(store(), ({ products }) =>
        products.searchSoldOut(aNeed({ terms: ['aloe'] }), TODAY, 12),
      );
      expect(away).toEqual([]);
    });

    it('gives back what the shop wrote, in the order of the ids, sellable or not', async () => {
      const full = await add({
        description: 'Pour peaux sèches',
        imageUrl: 'https://cdn.example/a.jpg',
        ingredients: 'Aqua',
        expirationDate: '2027-01-31',
        barcode: '3400930000007',
        tags: ['nouveau'],
        attributes: ['bio', 'peau sèche'],
        cautions: {
          pregnancy: true,
          breastfeeding: false,
          minAgeMonths: 36,
          allergens: ['arachide'],
          essentialOils: true,
          asthma: false,
          epilepsy: false,
          interactions: ['anticoagulant'],
        },
        promoPriceCfa: 5000,
        promoFrom: '2026-03-01',
        promoTo: '2026-03-31',
        usageTip: 'Matin et soir',
      });
      const inactive = await add({ active: false, stockQty: 0 });
      const found = await inTransaction(store(), ({ products }) =>
        products.getMany([inactive.id, aProductId(), full.id]),
      );
      expect(found).toEqual([inactive, full]);
    });

    it('finds only what can be sold today', async () => {
      const fresh = await add();
      const lastDay = await add({ expirationDate: TODAY });
      await add({ active: false });
      await add({ stockQty: 0 });
      await add({ expirationDate: '2026-03-01' });
      expect((await search({ terms: ['creme'] })).toSorted()).toEqual(
        [fresh.id, lastDay.id].toSorted(),
      );
    });

    it('holds the budget against the price of today, inclusive', async () => {
      const exact = await add({ priceCfa: 5000 });
      const promoted = await add({
        priceCfa: 9000,
        promoPriceCfa: 4500,
        promoFrom: TODAY,
        promoTo: TODAY,
      });
      await add({ priceCfa: 5001 });
      await add({ priceCfa: 9000, promoPriceCfa: 4500, promoTo: '2026-03-01' });
      expect((await search({ terms: ['creme'], budgetMaxCfa: 5000 })).toSorted()).toEqual(
        [exact.id, promoted.id].toSorted(),
      );
      expect(await search({ terms: ['creme'], budgetMinCfa: 4600, budgetMaxCfa: 5000 })).toEqual([
        exact.id,
      ]);
    });

    it('holds category, brand and every attribute', async () => {
      const right = await add({
        category: 'visage',
        brand: 'Aloé Pur',
        attributes: ['bio', 'vegan', 'peau sèche'],
      });
      await add({ category: 'corps', brand: 'Aloé Pur', attributes: ['bio', 'vegan'] });
      await add({ category: 'visage', brand: 'Autre', attributes: ['bio', 'vegan'] });
      await add({ category: 'visage', brand: 'Aloé Pur', attributes: ['bio'] });
      expect(
        await search({ category: 'visage', brand: 'Aloé Pur', attributes: ['bio', 'vegan'] }),
      ).toEqual([right.id]);
      expect(
        await search({
          terms: ['creme'],
          category: 'visage',
          brand: 'Aloé Pur',
          attributes: ['vegan', 'bio'],
        }),
      ).toEqual([right.id]);
    });

    it('reads category, brand and attributes without case and accents', async () => {
      const right = await add({ category: 'Bébé', brand: 'Aloé Pur', attributes: ['Peau sèche'] });
      expect(
        await search({ category: 'bebe', brand: 'ALOE PUR', attributes: ['peau seche'] }),
      ).toEqual([right.id]);
    });

    it('keeps to the shelf that was named even when no word of the need is found there', async () => {
      const named = await add({ category: 'visage' });
      await add({ category: 'corps' });
      expect(await search({ terms: ['xylophone'], category: 'visage' })).toEqual([named.id]);
      expect(await search({ terms: ['xylophone'], budgetMaxCfa: 100_000 })).toEqual([]);
    });

    it('puts the lower price of today first among equals', async () => {
      const middle = await add({ priceCfa: 5000 });
      const dear = await add({ priceCfa: 6000 });
      const promoted = await add({ priceCfa: 9000, promoPriceCfa: 4000 });
      expect(await search({ category: 'visage' })).toEqual([promoted.id, middle.id, dear.id]);
    });

    it('finds promotions that run today', async () => {
      const now = await add({
        promoPriceCfa: 5000,
        promoFrom: '2026-03-01',
        promoTo: '2026-03-31',
      });
      await add({ promoPriceCfa: 5000, promoFrom: '2026-03-03' });
      await add({ promoPriceCfa: 7000 });
      await add();
      expect(await search({ promotionsOnly: true })).toEqual([now.id]);
    });

    it('forgives accents and typos', async () => {
      const cream = await add({ name: 'Crème hydratante' });
      await add({ name: 'Brosse à dents souple', category: 'dentaire', brand: 'Sourire' });
      expect(await search({ terms: ['creme'] })).toEqual([cream.id]);
      expect(await search({ terms: ['hidratante'] })).toEqual([cream.id]);
      expect(await search({ terms: ['hydratente'] })).toEqual([cream.id]);
    });

    it('puts what answers more of the need first', async () => {
      const one = await add({ name: 'Crème mains', category: 'corps', brand: null });
      const both = await add({ name: 'Crème solaire', category: 'soleil', brand: null });
      expect(only((await search({ terms: ['creme', 'solaire'] }, 1)).slice(0, 1))).toBe(both.id);
      expect(await search({ terms: ['creme'] })).toHaveLength(2);
      expect(await search({ terms: ['mains'] })).toEqual([one.id]);
    });

    it('finds nothing for words that the shelf does not know', async () => {
      await add();
      expect(await search({ terms: ['xylophone'] })).toEqual([]);
    });

    it('answers at most so many', async () => {
      for (let i = 0; i < 4; i += 1) await add();
      expect(await search({ terms: ['creme'] }, 3)).toHaveLength(3);
      expect(await search({}, 2)).toHaveLength(2);
    });

    it('knows the words of the active catalogue', async () => {
      await add({ category: 'visage', brand: 'Aloe', attributes: ['vegan', 'bio'] });
      await add({ category: 'corps', brand: null, attributes: ['bio'], stockQty: 0 });
      await add({ category: null, brand: 'Baobab', attributes: [] });
      await add({ category: 'hors rayon', brand: 'Zebu', attributes: ['ancien'], active: false });
      expect(await inTransaction(store(), ({ products }) => products.vocabulary())).toEqual({
        categories: ['corps', 'visage'],
        brands: ['Aloe', 'Baobab'],
        attributes: ['bio', 'vegan'],
      });
    });
  });
}
