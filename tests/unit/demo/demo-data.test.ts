import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BACKGROUNDS, BRANDS, PACKAGES } from '../../../demo/scripts/packages.ts';
import { SIZE, drawProduct, slugOf } from '../../../demo/scripts/make-images.ts';
import { EMPTY_FIELDS } from '../../../src/domain/catalogue/product-fields.ts';
import { currentPriceCfa, isPromoted, isSellable } from '../../../src/domain/catalogue/product.ts';
import type { ProductId } from '../../../src/domain/catalogue/product.ts';

const TODAY = '2026-11-23';
const demo = (path: string): string =>
  fileURLToPath(new URL(`../../../demo/${path}`, import.meta.url));
const readJson = (path: string): unknown => JSON.parse(readFileSync(demo(path), 'utf8'));

const word = z.string().trim().min(2);
const lowerCase = word.refine((s) => s === s.toLocaleLowerCase('fr'), 'lower case');
const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;
const words = z.array(lowerCase).refine(unique, 'no repeats');
const price = z.int().multipleOf(50);

const productSchema = z.strictObject({
  id: z.uuidv4().transform((id) => id as ProductId),
  name: word.max(60),
  description: word.max(220),
  category: z.string(),
  priceCfa: price.min(1500).max(45_000),
  stockQty: z.int().min(0).max(80),
  imageUrl: z.string().regex(/^\/images\/demo\/[a-z0-9]+(-[a-z0-9]+)*\.webp$/),
  ingredients: word.nullable(),
  expirationDate: z.iso.date().nullable(),
  brand: z.string(),
  barcode: z.string().regex(/^2\d{12}$/),
  tags: words.min(1),
  active: z.boolean(),
  cautions: z.strictObject({
    pregnancy: z.boolean(),
    breastfeeding: z.boolean(),
    minAgeMonths: z.int().min(1).max(216).nullable(),
    allergens: words,
    essentialOils: z.boolean(),
    asthma: z.boolean(),
    epilepsy: z.boolean(),
    interactions: words,
  }),
  attributes: words.min(1),
  promoPriceCfa: price.nullable(),
  promoFrom: z.iso.date().nullable(),
  promoTo: z.iso.date().nullable(),
  usageTip: word.max(160),
});

const products = z
  .array(productSchema)
  .parse(readJson('products.json'))
  .map((product) => ({ ...EMPTY_FIELDS, ...product }));
const sellable = products.filter((p) => isSellable(p, TODAY));
const bySlug = products.map((p) => [slugOf(p.imageUrl), p] as const);
const having = (...attributes: string[]): typeof products =>
  sellable.filter((p) => attributes.every((a) => p.attributes.includes(a)));

function daysFromToday(date: string): number {
  return (Date.parse(date) - Date.parse(TODAY)) / 86_400_000;
}

function checkDigit(twelve: string): number {
  const sum = [...twelve].reduce((s, d, i) => s + Number(d) * (i % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

describe('demo products', () => {
  it('fill a shop', () => {
    expect(products.length).toBeGreaterThanOrEqual(72);
    expect(sellable.length).toBeGreaterThanOrEqual(60);
    expect(new Set(products.map((p) => p.brand)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(products.map((p) => p.category)).size).toBeGreaterThanOrEqual(8);
  });

  it('are each one thing', () => {
    for (const key of ['id', 'barcode', 'imageUrl', 'name'] as const) {
      expect(unique(products.map((p) => p[key])), key).toBe(true);
    }
  });

  it.each(bySlug)('%s has a valid in-store barcode', (_slug, { barcode }) => {
    expect(Number(barcode[12])).toBe(checkDigit(barcode.slice(0, 12)));
  });

  it('show every state of the shelf', () => {
    expect(products.filter((p) => p.stockQty === 0).length).toBeGreaterThanOrEqual(3);
    expect(
      products.filter((p) => p.stockQty >= 1 && p.stockQty <= 5).length,
    ).toBeGreaterThanOrEqual(3);
    expect(products.filter((p) => !p.active)).toHaveLength(2);
    const days = products.flatMap((p) =>
      p.expirationDate ? [daysFromToday(p.expirationDate)] : [],
    );
    expect(days.filter((d) => d < 0)).toHaveLength(2);
    expect(days.filter((d) => d >= 0 && d <= 60)).toHaveLength(3);
    expect(days.filter((d) => d > 60).every((d) => d >= daysFromToday('2027-03-01'))).toBe(true);
  });

  it('have promotions that hold and are cheaper', () => {
    const promoted = products.filter((p) => p.promoPriceCfa !== null);
    expect(promoted.length).toBeGreaterThanOrEqual(8);
    expect(promoted.every((p) => isPromoted(p, TODAY))).toBe(true);
    for (const p of products) {
      expect(p.promoFrom === null, p.name).toBe(p.promoPriceCfa === null);
      expect(p.promoTo === null, p.name).toBe(p.promoPriceCfa === null);
    }
  });

  it.each(Object.keys(BACKGROUNDS))('%s has something cheap and something costly', (category) => {
    const prices = sellable
      .filter((p) => p.category === category)
      .map((p) => currentPriceCfa(p, TODAY));
    expect(Math.min(...prices)).toBeLessThan(2500);
    expect(Math.max(...prices)).toBeGreaterThanOrEqual(9000);
  });

  it('answer the usual questions', () => {
    const creams = having('peau sèche').filter(
      (p) => p.category === 'Soin du visage' && p.tags.includes('crème visage'),
    );
    expect(creams.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...creams.map((p) => p.priceCfa))).toBe(2900);
    expect(Math.max(...creams.map((p) => p.priceCfa))).toBe(18_000);
    for (const need of [
      'peau grasse',
      'peau mixte',
      'peau sensible',
      'peau noire',
      'peau mature',
      'cheveux crépus',
      'cheveux secs',
      'cheveux gras',
      'bio',
      'vegan',
      'sans parfum',
      'sans paraben',
      'bébé',
      'acné',
      'taches',
      'vergetures',
      'chute de cheveux',
      'pellicules',
      'moustiques',
      'soleil',
      'fatigue',
      'sommeil',
      'digestion',
      'femme enceinte',
    ]) {
      expect(having(need).length, need).toBeGreaterThanOrEqual(1);
    }
    const spf50 = having('soleil').filter((p) => p.name.includes('SPF50'));
    expect(spf50.length).toBeGreaterThanOrEqual(2);
    // What a pregnant customer asks for most has an answer.
    for (const need of ['acné', 'taches', 'vergetures', 'moustiques', 'peau sèche', 'soleil']) {
      expect(
        having(need).some((p) => !p.cautions.pregnancy),
        need,
      ).toBe(true);
    }
  });

  it('promise nothing medical and sell no hydroquinone', () => {
    for (const p of products) {
      const text = `${p.name} ${p.description} ${p.usageTip} ${p.tags.join(' ')}`;
      expect(text, p.name).not.toMatch(
        /gu[ée]ri|soign[ea]|traite (?:le|la|les)|prévient|efficace contre|miracle|cliniquement|100 % sûr/i,
      );
      expect(p.ingredients ?? '', p.name).not.toMatch(/hydroquinone|clobetasol|mercur/i);
    }
  });
});

describe('demo cautions', () => {
  it.each(bySlug)('%s is coherent', (_slug, p) => {
    const { cautions: c, attributes } = p;
    if (c.essentialOils) {
      expect(c).toMatchObject({
        pregnancy: true,
        breastfeeding: true,
        asthma: true,
        epilepsy: true,
      });
      expect(c.minAgeMonths).toBeGreaterThanOrEqual(84);
    }
    if (p.category === 'Compléments alimentaires') {
      expect(c.minAgeMonths).toBeGreaterThanOrEqual(144);
      expect(c.interactions.length).toBeGreaterThanOrEqual(1);
    }
    if (p.category === 'Solaire') expect(c.minAgeMonths).toBeGreaterThanOrEqual(36);
    if (attributes.includes('bébé')) {
      expect(c.minAgeMonths ?? 0).toBeLessThanOrEqual(3);
      expect(c.essentialOils).toBe(false);
    }
    if (attributes.includes('femme enceinte')) expect(c.pregnancy).toBe(false);
    if (attributes.includes('allaitement')) expect(c.breastfeeding).toBe(false);
    if (attributes.includes('sans parfum')) expect(c.allergens).not.toContain('parfum');
    if (attributes.includes('vegan')) {
      for (const animal of ['lanoline', 'produits de la ruche', 'poisson']) {
        expect(c.allergens).not.toContain(animal);
      }
    }
    for (const nut of ['karité', 'amande']) {
      if (c.allergens.includes(nut)) expect(c.allergens).toContain('fruits à coque');
    }
  });

  const allergen: readonly (readonly [RegExp, string])[] = [
    [/butyrospermum/i, 'karité'],
    [/amygdalus/i, 'amande'],
    [/arachis/i, 'arachide'],
    [/argania/i, 'argan'],
    [/cocos nucifera/i, 'coco'],
    [/lanolin/i, 'lanoline'],
    [/\bparfum\b/i, 'parfum'],
    [/ricinus/i, 'ricin'],
    [/cera alba|\bmel\b|\bmiel\b|gelée royale/i, 'produits de la ruche'],
    [/arnica|calendula/i, 'astéracées'],
    [/latex/i, 'latex'],
    [/poisson/i, 'poisson'],
    [/\blait\b/i, 'lait'],
    [/soja/i, 'soja'],
    [/salicyl/i, 'aspirine'],
    [/octocrylene/i, 'octocrylène'],
  ];
  it.each(allergen)('ingredients like %s name the allergen %s', (pattern, name) => {
    for (const p of products) {
      if (pattern.test(p.ingredients ?? '')) expect(p.cautions.allergens, p.name).toContain(name);
    }
  });

  it('what has an essential oil, camphor or menthol says so', () => {
    const oils =
      /(rosmarinus|eucalyptus|mentha|gaultheria|cymbopogon|lavandula|melaleuca)[^,]* oil|camphor|menthol|limonene|linalool|citronellol/i;
    const found = products.filter((p) => oils.test(p.ingredients ?? ''));
    expect(found.length).toBeGreaterThanOrEqual(4);
    for (const p of found) expect(p.cautions.essentialOils, p.name).toBe(true);
  });

  it('what is known to be risky in pregnancy says so', () => {
    const risky =
      /retinol|vitamines? a\b|salicylic|salicylate|tranexamic|kojic|mélatonine|millepertuis|hypericum|ginkgo|DEET|caféine|maté|arnica|moringa/i;
    const found = products.filter((p) => risky.test(p.ingredients ?? ''));
    expect(found.length).toBeGreaterThanOrEqual(10);
    for (const p of found) {
      expect(p.cautions.pregnancy, p.name).toBe(true);
      expect(p.cautions.breastfeeding, p.name).toBe(true);
    }
  });

  it.each([
    [
      /hypericum/i,
      ['contraceptif oral', 'anticoagulant', 'antirétroviral', 'antidépresseur', 'antiépileptique'],
    ],
    [/ginkgo/i, ['anticoagulant', 'aspirine', 'antiépileptique']],
    [/vitamine k|vitamines[^;]*\bk\b/i, ['antivitamine k', 'anticoagulant']],
    [/oxyde de magnésium/i, ['antibiotique', 'lévothyroxine']],
    [/\bfer\b/i, ['antibiotique', 'lévothyroxine']],
    [/charbon végétal/i, ['contraceptif oral', 'médicament oral']],
    [/poisson 1000/i, ['anticoagulant']],
    [/salicylate/i, ['anticoagulant']],
  ] as const)('%s names its interactions', (pattern, drugs) => {
    const found = products.filter((p) => pattern.test(p.ingredients ?? ''));
    expect(found.length).toBeGreaterThanOrEqual(1);
    for (const p of found) {
      expect(p.cautions.interactions, p.name).toEqual(expect.arrayContaining([...drugs]));
    }
  });
});

describe('demo pictures', () => {
  const files = readdirSync(demo('images'));

  it('are exactly those of the products, described once each', () => {
    const slugs = bySlug.map(([slug]) => slug).sort();
    expect([...files].sort()).toEqual(slugs.map((s) => `${s}.webp`).sort());
    expect(Object.keys(PACKAGES).sort()).toEqual(slugs);
    expect(new Set(products.map((p) => p.brand))).toEqual(new Set(Object.keys(BRANDS)));
    expect(new Set(products.map((p) => p.category))).toEqual(new Set(Object.keys(BACKGROUNDS)));
  });

  it('are small', () => {
    const sizes = files.map((f) => statSync(demo(`images/${f}`)).size);
    expect(Math.max(...sizes)).toBeLessThan(12_000);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(700_000);
  });

  it.each(bySlug)('%s is a 480 × 480 WebP', async (slug) => {
    const { format, width, height } = await sharp(demo(`images/${slug}.webp`)).metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', width: SIZE, height: SIZE });
  });

  it('carry the brand', () => {
    for (const p of products) {
      expect(drawProduct(p)).toContain(p.brand.toLocaleUpperCase('fr'));
    }
  });
});
