import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { StubLanguageModel } from '../../../src/adapters/llm/stub/stub-language-model.ts';
import { currentPriceCfa, type Product } from '../../../src/domain/catalogue/product.ts';
import { groundAdvice } from '../../../src/domain/recommendation/ground-advice.ts';
import { mergeNeed } from '../../../src/domain/recommendation/merge-need.ts';
import { parseNeed } from '../../../src/domain/recommendation/parse-need.ts';
import { rankProducts } from '../../../src/domain/recommendation/search-score.ts';
import { aRequest } from '../../contract/language-model.contract.ts';

const TODAY = '2026-03-02';
const SHELF = (JSON.parse(readFileSync('demo/products.json', 'utf8')) as Product[]).map((each) => ({
  ...each,
  stockQty: 5,
  expirationDate: null,
  promoPriceCfa: null,
}));
const all = (field: 'category' | 'brand' | 'attributes'): string[] =>
  [...new Set(SHELF.flatMap((each) => each[field] ?? []))].sort();
const VOCABULARY = {
  categories: all('category'),
  brands: all('brand'),
  attributes: all('attributes'),
};

/** A turn of the demo as the application takes it. */
async function say(
  text: string,
  options: { readonly mayAsk?: boolean; readonly language?: 'fr' | 'en' } = {},
) {
  const need = mergeNeed(null, parseNeed(text, VOCABULARY), { offeredPricesCfa: [] });
  const found = rankProducts(SHELF, need, TODAY).slice(0, 10);
  const candidates = found.map((product) => ({
    ...product,
    priceCfa: currentPriceCfa(product, TODAY),
  }));
  const language = options.language ?? 'fr';
  const { advice } = await new StubLanguageModel().advise(
    aRequest({ text, need, candidates, mayAsk: options.mayAsk ?? false, language }),
  );
  return { raw: advice, grounded: groundAdvice(advice, found, language) };
}

describe('recommends', () => {
  it.each([
    ['crème hydratante visage peau sèche', /Crème/],
    ['shampoing cheveux crépus', /Shampooing/],
    ['jai des boutons sur le front', /imperfections|nettoyant|charbon/i],
    ['anti moustique pour bébé', /Moustiquaire/],
    ['dentifrice enfant', /^Dentifrice enfant/],
    ['un truc pour dormir', /Mélatonine|Infusion|Magnésium/],
    ['crème solaire peau noire', /Fluide solaire/],
  ])('%s', async (text, first) => {
    const { grounded } = await say(text);
    expect(grounded.kind).toBe('recommend');
    expect(grounded.kind === 'recommend' ? grounded.items[0]?.product.name : '').toMatch(first);
  });

  it('gives reasons that grounding keeps word for word, and says which is the cheapest', async () => {
    const { raw, grounded } = await say('crème hydratante visage peau sèche');
    if (raw.kind !== 'recommend' || grounded.kind !== 'recommend')
      throw new Error('expected a recommendation');
    expect(grounded.items.map(({ reason }) => reason)).toEqual(
      raw.items.map(({ reason }) => reason),
    );
    expect(grounded.message).toBe(raw.message);
    const cheapest = grounded.items.toSorted((a, b) => a.product.priceCfa - b.product.priceCfa)[0]!;
    expect(cheapest.reason).toMatch(/moins cher de la sélection$/);
    expect(grounded.items.filter(({ reason }) => /moins cher/.test(reason))).toHaveLength(1);
  });

  it('speaks English', async () => {
    const { grounded } = await say('cream for dry skin', { language: 'en' });
    expect(grounded).toMatchObject({ kind: 'recommend', message: 'Here is what I suggest.' });
  });
  it('says the same for the same', async () => {
    expect(await say('savon au karité')).toEqual(await say('savon au karité'));
  });
});

describe('asks', () => {
  it.each<[string, RegExp]>([
    ['je voudrais une crème', /type de peau/],
    ['quelque chose pour les cheveux', /cheveux/],
    ['je cherche un produit', /besoin/],
  ])('%s', async (text, question) => {
    const { raw, grounded } = await say(text, { mayAsk: true });
    expect(raw).toMatchObject({ kind: 'ask', message: expect.stringMatching(question) as string });
    expect(grounded.kind === 'ask' ? grounded.options.length : 0).toBeGreaterThanOrEqual(2);
    expect(grounded).toEqual(raw);
  });
  it('no more when it may not', async () => {
    expect((await say('je voudrais une crème', { mayAsk: false })).raw.kind).toBe('recommend');
  });
  it('not for a clear need', async () => {
    expect((await say('crème mains', { mayAsk: true })).raw.kind).toBe('recommend');
  });
});

it.each(['couches pour bébé', 'bonnet de nuit en satin', 'vernis à ongles', 'xyzzy'])(
  'has nothing for: %s',
  async (text) => {
    expect((await say(text)).raw.kind).toBe('nothing_fits');
  },
);

it.each([
  ['Bonjour', 'talk'],
  ['merci beaucoup', 'talk'],
  ['je veux parler à un conseiller', 'handoff'],
  ["j'ai une ordonnance, vous avez quelqu'un ?", 'handoff'],
  ['que me conseillez-vous pour ma peau sèche', 'recommend'],
])('%s → %s', async (text, kind) => {
  expect((await say(text)).raw.kind).toBe(kind);
});

describe('files', () => {
  const stub = new StubLanguageModel();
  it('are unreadable or silent unless they are samples', async () => {
    expect(
      (await stub.readPhoto({ bytes: new Uint8Array([255, 216, 255]), mimeType: 'image/jpeg' }))
        .reading.kind,
    ).toBe('unreadable');
    expect(
      (await stub.transcribe({ bytes: new Uint8Array(300_000), mimeType: 'audio/ogg', seconds: 9 }))
        .transcript.confidence,
    ).toBe('silence');
  });
  it('say what they are at the end of a large one too', async () => {
    const bytes = new Uint8Array(400_000);
    bytes.set(new TextEncoder().encode('lea-demo:Ordonnance du docteur\n'), 390_000);
    expect((await stub.readPhoto({ bytes, mimeType: 'image/jpeg' })).reading).toEqual({
      kind: 'prescription',
      searchText: '',
    });
  });
  it('cost nothing', async () => {
    expect((await stub.adjustLoyaltyScore()).usage).toMatchObject({
      model: 'stub',
      promptTokens: 0,
      cachedTokens: 0,
      completionTokens: 0,
      costMilliCfa: 0,
    });
  });
});
