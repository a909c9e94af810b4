import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNeed, type ParsedNeed } from '../../../src/domain/recommendation/parse-need.ts';
import { VOCABULARY } from './demo-shop.ts';

const parse = (text: string): ParsedNeed => parseNeed(text, VOCABULARY);

describe('budget', () => {
  it.each([
    ['moins de 5000 F', null, 5000],
    ['max 5 mille', null, 5000],
    ['5k', null, 5000],
    ['5000 fcfa', null, 5000],
    ['entre 3000 et 6 000', 3000, 6000],
    ['entre 3 et 6 mille', 3000, 6000],
    ['pas plus de 10.000 frs', null, 10_000],
    ['budget 10.000', null, 10_000],
    ['mon budget est de 10', null, 10_000],
    ['un savon à 2500', null, 2500],
    ['under 5000', null, 5000],
    ['2k5', null, 2500],
    ['cinq mille francs', null, 5000],
    ['mille francs', null, 1000],
    ["j'ai seulement 3000", null, 3000],
    ['plus de 10000', 10_000, null],
    ['10 000', null, 10_000],
    ['crème 50 ml max 8000', null, 8000],
    ['dans les 7000 francs', null, 7000],
    ['15.000f maximum', null, 15_000],
    ['moin de 5000f', null, 5000],
    ['- de 5000', null, 5000],
    ['5000-8000 fcfa', 5000, 8000],
    ['de 5000 à 8000', 5000, 8000],
    ['crème à partir de 5000 f', 5000, null],
    ['j’ai un budget de 10\u00a0000 francs', null, 10_000],
    ['kelle creme acheter moins de 5000 f', null, 5000],
    ['less than 4k please', null, 4000],
    ['pas plus que 3 mille', null, 3000],
    ['moins de deux mille cinq cents', null, 2500],
    ['un lait corps entre 2 et 3000', 2000, 3000],
    ['savon noir FCFA 3000', null, 3000],
    ['gel douche, 3mille5 max', null, 3500],
  ])('%s', (text, min, max) => {
    expect([parse(text).budgetMinCfa, parse(text).budgetMaxCfa]).toEqual([min, max]);
  });

  it.each([
    'vitamine c 1000',
    'spf 50',
    'couches 900g',
    'un flacon de 500 ml',
    'mon num 077 12 34 56',
    'appelez 077123456',
    '+241 77 12 34 56',
    'savon moins de 3 ans',
    'la boite de 30 gélules',
    '1',
    '2',
    'je veux 20 boites',
    'il fait 38 degrés',
    'fer 1000 mg',
    'pour mon fils de 2 ans',
    'moins de 36 mois',
  ])('no money in: %s', (text) => {
    expect([parse(text).budgetMinCfa, parse(text).budgetMaxCfa]).toEqual([null, null]);
  });
});

describe('what is looked for', () => {
  it.each<[string, Partial<ParsedNeed>]>([
    [
      'Bjr je cherche une crème hydratante pour le visage',
      { terms: ['creme', 'hydratant', 'hydratation', 'visage'] },
    ],
    ['jveu 1 crem pr la po seche svp', { terms: ['creme'], attributes: ['peau sèche'] }],
    ['peaux sèches et sensibles', { attributes: ['peau sèche', 'peau sensible'] }],
    ['ma peau du visage est très sèche', { attributes: ['peau sèche'] }],
    ["j'ai des boutons", { attributes: ['acné'] }],
    ['un patch anti boutons', { terms: ['patch'], attributes: ['acné'] }],
    ['bouton de fièvre', { attributes: [], terms: ['bouton', 'fievre'] }],
    ['crème solaire peau noire', { category: 'Solaire', attributes: ['soleil', 'peau noire'] }],
    ['do you have sunscreen', { category: 'Solaire', attributes: ['soleil'] }],
    ['un truc contre le palu', { category: 'Anti-moustiques', attributes: ['moustiques'] }],
    ['spray anti moustik', { category: 'Anti-moustiques', terms: ['spray'] }],
    ['produits bébé', { category: 'Bébé et maman', attributes: ['bébé'] }],
    ['kel savon pr bb', { terms: ['savon'], attributes: ['bébé'] }],
    ['thermomètre pour bébé', { category: null, terms: ['thermometre'], attributes: ['bébé'] }],
    ['cheveux afro', { attributes: ['cheveux crépus'] }],
    ['champoin cheveu crepu', { terms: ['shampooing'], attributes: ['cheveux crépus'] }],
    ['shampoo for curly hair', { terms: ['shampooing'], attributes: ['cheveux frisés'] }],
    ['mes cheveux tombent beaucoup', { attributes: ['chute de cheveux'] }],
    ['quelque chose pour les cheveux', { category: 'Cheveux', terms: [] }],
    ['règles douloureuses', { terms: ['douloureuses', 'regles', 'menstruel', 'hygieniques'] }],
    [
      'I want a moisturizer for dry skin',
      { terms: ['hydratant', 'hydratation'], attributes: ['peau sèche'] },
    ],
    ['je dors mal', { attributes: ['sommeil'] }],
    ['complement alimentair', { category: 'Compléments alimentaires' }],
    ['produits komo derm', { brand: 'Komo Derm' }],
    ['la pommade ogolia', { brand: 'Ogoolia', terms: ['pommade'] }],
    ['combien coute la creme nivea', { terms: ['creme', 'nivea'], brand: null }],
    ['huile sans alcool ni parfum', { terms: ['huile'], attributes: ['sans parfum'] }],
    ['savon sans huile minérale', { terms: ['savon'] }],
    ["je suis allergique à l'arachide, quelle crème ?", { terms: ['creme'] }],
    ["je n'ai pas la peau sèche", { attributes: [], terms: [] }],
    ['dentifrise enfants', { terms: ['dentifrice', 'enfant'] }],
    ['hidratante visage', { terms: ['hydratant', 'hydratation', 'visage'] }],
    [
      'lait corporel nourrissant beurre de karité',
      { attributes: [], terms: ['nourrissant', 'lait', 'corps', 'beurre', 'karite'] },
    ],
    ['brosse à dents', { terms: ['brosse', 'dents'] }],
    ['couches taille 4', { terms: ['couches'] }],
    ['les promos svp', { promotions: true, promotionsOnly: true, terms: [] }],
    ["j'ai un code promo", { promotions: false }],
    ['baby wipes', { terms: ['lingettes'], attributes: ['bébé'] }],
  ])('%s', (text, expected) => {
    expect(parse(text)).toMatchObject(expected);
  });

  it('takes an adjective alone as the answer to a question', () => {
    expect(parse('grasse, 19 ans')).toMatchObject({
      attributes: ['peau grasse'],
      terms: [],
      isFollowUp: true,
    });
  });
});

describe('what is said of earlier proposals', () => {
  it.each([
    'moins cher svp',
    'plus abordable',
    "c'est trop cher",
    'cheaper please',
    'un peu cher pour moi',
    'cest cher le premier, plutot moins cher',
    'pas cher',
  ])('cheaper: %s', (text) => {
    expect(parse(text)).toMatchObject({ cheaper: true, isFollowUp: true });
  });
  it.each(['autre chose', "vous avez d'autres marques ?", 'un autre svp', 'something else'])(
    'alternatives: %s',
    (text) => {
      expect(parse(text)).toMatchObject({ alternatives: true, isFollowUp: true });
    },
  );
  it.each([
    'et en bio ?',
    'sans parfum si possible',
    'moins de 5000 F',
    'pour peau noire',
    'plutôt un gel',
    'c’est pour un bébé de 4 mois',
  ])('follow-up: %s', (text) => {
    expect(parse(text).isFollowUp).toBe(true);
  });
  it.each([
    'je cherche un savon',
    'savon pas cher',
    'crème solaire',
    'et pour les cheveux ?',
    "j'ai des boutons",
    'où est ma commande',
  ])('no follow-up: %s', (text) => {
    expect(parse(text)).toMatchObject({ isFollowUp: false, cheaper: false });
  });
});

describe('small talk', () => {
  it.each([
    ['Bonjour', 'greeting'],
    ['slt', 'greeting'],
    ['mbolo', 'greeting'],
    ['Salut Léa ça va ?', 'greeting'],
    ['tu es là ?', 'greeting'],
    ['Good morning', 'greeting'],
    ['merci beaucoup', 'thanks'],
    ['ok merci', 'thanks'],
    ["d'accord", 'thanks'],
    ['👍', 'thanks'],
    ['🙏🏾', 'thanks'],
    ['dieu vous bénisse', 'thanks'],
    ['bonne journée', 'bye'],
    ['au revoir', 'bye'],
    ['bonne nuit à demain', 'bye'],
  ])('%s is %s', (text, kind) => {
    expect(parse(text).smallTalk).toBe(kind);
  });
  it.each([
    'Bjr je cherche une crème',
    'merci, et un savon ?',
    'oui',
    'non',
    'moins cher svp',
    'bonjour vous avez des promotions',
    '1',
    'ok je prends',
    '',
    'je cherche un conseil',
    'bonne crème de nuit ?',
  ])('not: %s', (text) => {
    expect(parse(text).smallTalk).toBeNull();
  });
});

it('finds something in nearly every shopping message that names a thing', () => {
  const messages = (
    JSON.parse(readFileSync('tests/unit/triage/vignettes/shopping.json', 'utf8')) as string[]
  ).filter(
    (text) =>
      /cr[eè]me|savon|shampo|huile|gel |s[eé]rum|vitamine|dentifrice/i.test(text) &&
      !/^sans |éviter/.test(text),
  );
  const missed = messages.filter((text) => {
    const need = parse(text);
    return need.terms.length === 0 && need.category === null && need.attributes.length === 0;
  });
  expect(messages.length).toBeGreaterThan(50);
  expect(missed).toEqual([]);
});

it('never throws and keeps its bounds, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const need = parse(text);
      expect(need.terms.length).toBeLessThanOrEqual(12);
      expect(need.terms.every((term) => /^[a-z0-9]+$/.test(term))).toBe(true);
      expect(need.attributes.every((name) => VOCABULARY.attributes.includes(name))).toBe(true);
    }),
    { numRuns: 300 },
  );
}, 60_000);

describe('what is said in passing', () => {
  it('is who she is, not what she looks for, once something else is named', () => {
    expect(parse('bonjour, je suis enceinte, vous avez un savon doux ?').terms).not.toContain(
      'grossesse',
    );
    expect(parse('je suis enceinte').category).toBe('Bébé et maman');
  });
  it('is no more what was let go', () => {
    expect(parse('laissez tomber le dentifrice, montrez-moi un déodorant').terms).toEqual([
      'deodorant',
    ]);
  });
  it('is still looked for when it is a concern to be avoided', () => {
    expect(parse('une crème pour éviter les vergetures').attributes).toContain('vergetures');
    expect(parse('je dois éviter le parfum').terms).toEqual([]);
  });
});
