import { describe, expect, it } from 'vitest';
import { mergeNeed, relaxNeed } from '../../../src/domain/recommendation/merge-need.ts';
import { EMPTY_NEED, type Need } from '../../../src/domain/recommendation/need.ts';
import { parseNeed } from '../../../src/domain/recommendation/parse-need.ts';
import { VOCABULARY } from './demo-shop.ts';

const talk = (messages: readonly string[], offeredPricesCfa: readonly number[] = []): Need =>
  messages.reduce<Need | null>(
    (need, text) => mergeNeed(need, parseNeed(text, VOCABULARY), { offeredPricesCfa }),
    null,
  )!;

describe('a conversation', () => {
  it('goes below the cheapest price shown', () => {
    expect(talk(['crème peau sèche', 'moins cher svp'], [5500, 2900, 9800])).toMatchObject({
      terms: ['creme'],
      attributes: ['peau sèche'],
      budgetMaxCfa: 2899,
    });
  });
  it('keeps a lower budget than that', () => {
    expect(talk(['crème moins de 2000 F', 'trop cher'], [2900])).toMatchObject({
      budgetMaxCfa: 2000,
    });
  });
  it('follows the amount when one is named', () => {
    expect(talk(['crème peau sèche', 'trop cher, moins de 4000'], [5500])).toMatchObject({
      budgetMaxCfa: 4000,
    });
  });
  it('drops a lower bound that would exclude everything', () => {
    expect(talk(['crème entre 3000 et 6000', 'moins cher'], [3500])).toMatchObject({
      budgetMaxCfa: 3499,
      budgetMinCfa: 3000,
    });
    expect(talk(['crème entre 3000 et 6000', 'moins cher'], [3000])).toMatchObject({
      budgetMaxCfa: 2999,
      budgetMinCfa: null,
    });
  });
  it('adds an attribute', () => {
    expect(talk(['crème peau sèche', 'et en bio ?'])).toMatchObject({
      terms: ['creme'],
      attributes: ['peau sèche', 'bio'],
    });
  });
  it('adds a budget', () => {
    expect(talk(['bsr jai des boutons', 'moins de 5000'])).toMatchObject({
      attributes: ['acné'],
      budgetMaxCfa: 5000,
    });
  });
  it('lets the later skin type win', () => {
    expect(talk(['crème peau sèche', 'pardon, peau grasse'])).toMatchObject({
      attributes: ['peau grasse'],
    });
  });
  it('swaps the form and keeps the rest', () => {
    expect(talk(['crème hydratante peau grasse', 'plutôt un gel'])).toMatchObject({
      terms: ['hydratant', 'hydratation', 'gel'],
      attributes: ['peau grasse'],
    });
  });
  it('replaces the need for a new topic, budget included', () => {
    expect(talk(['crème peau sèche moins de 5000', 'et une crème solaire ?'])).toMatchObject({
      category: 'Solaire',
      budgetMaxCfa: null,
      attributes: ['soleil'],
    });
    expect(talk(['crème peau sèche', 'je cherche un dentifrice'])).toEqual({
      ...EMPTY_NEED,
      terms: ['dentifrice'],
    });
    expect(talk(['shampoing cheveux crépus', "j'ai des boutons"])).toEqual({
      ...EMPTY_NEED,
      attributes: ['acné'],
    });
  });
  it('keeps the need through small talk and asking for others', () => {
    expect(talk(['crème peau sèche', 'ok merci', 'autre chose ?'])).toMatchObject({
      terms: ['creme'],
      attributes: ['peau sèche'],
    });
  });
  it('changes nothing for "moins cher" before anything was shown', () => {
    expect(talk(['moins cher'])).toEqual(EMPTY_NEED);
  });
});

describe('relaxNeed', () => {
  it('makes what is merely preferred searchable', () => {
    expect(
      relaxNeed({ ...EMPTY_NEED, attributes: ['taches', 'acné', 'sans parfum'] }),
    ).toMatchObject({ attributes: ['sans parfum'], terms: ['taches', 'acne'] });
  });
  it('never gives up labels, babies, brand or budget', () => {
    const firm = {
      ...EMPTY_NEED,
      attributes: ['bio', 'bébé', 'sans parfum'],
      brand: 'Ogoolia',
      budgetMaxCfa: 3000,
      terms: ['savon'],
    };
    expect(relaxNeed(firm)).toBeNull();
  });
  it('has nothing to relax in a single wish', () => {
    expect(relaxNeed({ ...EMPTY_NEED, attributes: ['acné'] })).toBeNull();
  });
});
