import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPriceSwing } from '../../../src/domain/catalogue/price.ts';
import { isSellable } from '../../../src/domain/catalogue/product.ts';
import { mayBeSameProduct } from '../../../src/domain/catalogue/same-name.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say } from '../../support/harness.ts';

const TODAY = '2026-11-24';
const prices = (priceCfa: number, promoPriceCfa: number | null = null) => ({
  priceCfa,
  promoPriceCfa,
});

describe('a change of a price', () => {
  it.each([
    [prices(4_200), prices(2_099)],
    [prices(4_200), prices(6_301)],
    [prices(4_200), prices(1)],
    [prices(3_500), prices(35_000)],
    [prices(3_500), prices(350)],
    [prices(3_500), prices(3_500, 1_700)],
    [prices(3_500, 3_000), prices(3_500, 1_400)],
  ])('from %o to %o is asked about', (before, after) => {
    expect(isPriceSwing(before, after)).toBe(true);
  });

  it.each([
    [prices(4_200), prices(2_100)],
    [prices(4_200), prices(6_300)],
    [prices(4_200), prices(4_200)],
    [prices(0), prices(4_200)],
    [prices(3_500), prices(3_500, 1_750)],
    [prices(3_500, 1_000), prices(3_500, 900)],
    [prices(3_500, 1_000), prices(3_500)],
    [prices(3_500, 1_000), prices(3_600, 1_000)],
  ])('from %o to %o is not', (before, after) => {
    expect(isPriceSwing(before, after)).toBe(false);
  });
});

describe('what costs nothing', () => {
  it.each([
    [{ priceCfa: 0 }, false],
    [{ promoPriceCfa: 0 }, false],
    [{ promoPriceCfa: 0, promoFrom: '2026-11-24', promoTo: '2026-11-24' }, false],
    [{ promoPriceCfa: 0, promoTo: '2026-11-23' }, true],
    [{ promoPriceCfa: 0, promoFrom: '2026-11-25' }, true],
    [{ priceCfa: 1 }, true],
  ])('%o', (fields, sellable) => {
    expect(isSellable(aProduct(fields), TODAY)).toBe(sellable);
  });

  it('is never offered, searched for or ordered, though it stands in the database', async () => {
    const free = aProduct({ name: 'Crème solaire offerte', priceCfa: 0 });
    const slip = aProduct({ name: 'Crème solaire soldée', promoPriceCfa: 0 });
    const lea = createHarness({ products: [free, slip] });
    const phone = '+24174000009';
    await say(lea, phone, 'Bonjour');
    await say(lea, phone, 'OUI');
    const told = [
      ...(await say(lea, phone, 'je cherche une crème solaire')),
      ...(await say(lea, phone, '', { button: `order:${free.id}` })),
      ...(await say(lea, phone, '', { button: `order:${slip.id}` })),
    ].join('\n');
    expect(told).not.toMatch(/(^|\D)0\sFCFA/);
    expect(lea.store.orders.all()).toEqual([]);
    expect(lea.store.recommendations.all()).toEqual([]);
  });

  it('is not among candidates whatever the need', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 }),
        fc.option(fc.integer({ min: 0, max: 2 })),
        (priceCfa, promoPriceCfa) => {
          const product = aProduct({ priceCfa, promoPriceCfa });
          const pays =
            promoPriceCfa !== null && promoPriceCfa < priceCfa ? promoPriceCfa : priceCfa;
          expect(isSellable(product, TODAY)).toBe(pays > 0);
        },
      ),
    );
  });
});

describe('names of one product', () => {
  it.each([
    ['Crème hydratante visage 50 ml', 'CREME HYDR. VISAGE 50ML', true],
    ['Doliprane 1000 mg', 'DOLIPRANNE 1g', true],
    ['Gel douche surgras 500 ml', 'GEL DCHE SURGRAS', true],
    ['Savon noir', 'Doliprane', false],
    ['Crème solaire', 'Crème mains', false],
    ['Lait bébé', 'Gel hydroalcoolique 500 ml', false],
  ])('%s, %s: %s', (a, b, same) => {
    expect([mayBeSameProduct(a, b), mayBeSameProduct(b, a)]).toEqual([same, same]);
  });
});
