import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { EMPTY_NEED } from '../../../src/domain/recommendation/need.ts';
import { parseNeed } from '../../../src/domain/recommendation/parse-need.ts';
import { rankProducts } from '../../../src/domain/recommendation/search-score.ts';
import { product } from './demo-shop.ts';

const TODAY = '2026-03-02';
const names = (products: readonly Product[], need: Partial<typeof EMPTY_NEED>): readonly string[] =>
  rankProducts(products, { ...EMPTY_NEED, ...need }, TODAY).map(({ name }) => name);

describe('what is never offered', () => {
  const good = product({ name: 'Savon doux' });
  it.each<[string, Partial<Product>]>([
    ['inactive', { active: false }],
    ['out of stock', { stockQty: 0 }],
    ['past its date', { expirationDate: '2026-03-01' }],
    ['too dear', { priceCfa: 5001 }],
    ['of another brand', { brand: 'Autre' }],
    ['of another category', { category: 'Cheveux' }],
    ['without an attribute', { attributes: ['bio'] }],
  ])('%s', (_, fields) => {
    const shared = {
      brand: 'Komo Derm',
      category: 'Hygiène',
      attributes: ['bio', 'vegan'],
    } as const;
    const need = {
      terms: ['savon'],
      budgetMaxCfa: 5000,
      brand: 'Komo Derm',
      category: 'Hygiène',
      attributes: ['bio', 'vegan'],
    };
    expect(
      names(
        [
          product({ ...good, ...shared }),
          product({ ...good, ...shared, name: 'Savon refusé', ...fields }),
        ],
        need,
      ),
    ).toEqual(['Savon doux']);
  });
  it('counts the promotional price against the budget while it lasts', () => {
    const promoted = product({
      name: 'Savon',
      priceCfa: 6000,
      promoPriceCfa: 4000,
      promoFrom: '2026-03-01',
      promoTo: '2026-03-02',
    });
    expect(names([promoted], { terms: ['savon'], budgetMaxCfa: 4500 })).toEqual(['Savon']);
    expect(
      names([product({ ...promoted, promoTo: '2026-03-01' })], {
        terms: ['savon'],
        budgetMaxCfa: 4500,
      }),
    ).toEqual([]);
    expect(names([promoted, product({ name: 'Plein tarif' })], { promotionsOnly: true })).toEqual([
      'Savon',
    ]);
  });
});

describe('order', () => {
  it('puts a hit in the name before one in labels, category and description', () => {
    const shelf = [
      product({ name: 'A', description: 'au karité' }),
      product({ name: 'B', tags: ['karité'] }),
      product({ name: 'C karité' }),
      product({ name: 'D', category: 'Karité' }),
      product({ name: 'E' }),
    ];
    expect(names(shelf, { terms: ['karite'] })).toEqual(['C karité', 'B', 'D', 'A']);
  });
  it('forgives typing mistakes, and prefers none', () => {
    expect(
      names([product({ name: 'Glycérine' }), product({ name: 'Glicérine' })], {
        terms: ['glycerine'],
      }),
    ).toEqual(['Glycérine', 'Glicérine']);
    expect(names([product({ name: 'Hydratante' })], { terms: ['hydrattante'] })).toEqual([
      'Hydratante',
    ]);
  });
  it('breaks ties by the lower price of the day', () => {
    expect(
      names(
        [
          product({ name: 'Gel A', priceCfa: 5000 }),
          product({ name: 'Gel B', priceCfa: 6000, promoPriceCfa: 3000 }),
        ],
        { terms: ['gel'] },
      ),
    ).toEqual(['Gel B', 'Gel A']);
  });
  it('does not depend on the order of the shelf', () => {
    const shelf = [
      product({ name: 'Gel A' }),
      product({ name: 'Gel B' }),
      product({ name: 'Gel C', priceCfa: 100 }),
    ];
    expect(names(shelf.toReversed(), { terms: ['gel'] })).toEqual(names(shelf, { terms: ['gel'] }));
  });
  it('keeps products of an asked category that no word names', () => {
    expect(
      names([product({ name: 'Gel', category: 'Solaire' }), product({ name: 'Autre' })], {
        category: 'Solaire',
        terms: ['plage'],
      }),
    ).toEqual(['Gel']);
    expect(names([product({ name: 'Gel' })], { terms: ['plage'] })).toEqual([]);
  });
});

describe('the demo shop', () => {
  // Everything in stock: what is sold out in the demo is not the point here.
  const shelf = (JSON.parse(readFileSync('demo/products.json', 'utf8')) as Product[]).map(
    (each) => ({ ...each, stockQty: 5, expirationDate: null }),
  );
  const all = (field: 'category' | 'brand' | 'attributes'): string[] =>
    [...new Set(shelf.flatMap((each) => each[field] ?? []))].sort();
  const vocabulary = {
    categories: all('category'),
    brands: all('brand'),
    attributes: all('attributes'),
  };
  it.each([
    ['champoin pr cheveu crepu', /^Shampooing/],
    ['crème solaire peau noire', /^Fluide solaire/],
    ['huile de ricin', /^Huile de ricin/],
    ['thermometre bb', /^Thermomètre/],
    ['jai des boutons', /imperfections|nettoyant|charbon/i],
    ['vergetures enceinte', /vergetures/i],
    ['moustiquaire', /^Moustiquaire/],
    ['dentifrice enfant', /^Dentifrice enfant/],
    ['une tisane pour dormir', /^Infusion/],
    ['savon au karité', /^Savon surgras au karité/],
    ['tire-lait', /^Tire-lait/],
    ['brosse a dents', /^Brosse/],
    ['sunscreen for face', /solaire/i],
    ['creme mains', /^Crème mains/],
    ['lingettes bébé', /^Lingettes/],
    ['deodorant', /^Déodorant/],
    ['serum vitamine c', /vitamine C/],
  ])('%s', (text, expected) => {
    expect(rankProducts(shelf, parseNeed(text, vocabulary), TODAY)[0]?.name).toMatch(expected);
  });
  it.each(['couches taille 4', 'biberon', 'vernis à ongles rouge', 'perruque'])(
    'nothing called by name: %s',
    (text) => {
      const found = rankProducts(shelf, parseNeed(text, vocabulary), TODAY);
      expect(found.some(({ name }) => /couche|biberon|vernis|perruque/i.test(name))).toBe(false);
    },
  );
});
