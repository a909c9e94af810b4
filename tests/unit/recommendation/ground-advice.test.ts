import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groundAdvice,
  type UngroundedAdvice,
} from '../../../src/domain/recommendation/ground-advice.ts';
import { product } from './demo-shop.ts';

const CREAM = product({
  id: 'a1',
  name: 'Crème riche au karité 50 ml',
  brand: 'Ivindo Nature',
  priceCfa: 5500,
  attributes: ['peau sèche', 'bio', 'sans parfum'],
  description: 'Texture épaisse pour le soir.',
});
const GEL = product({
  id: 'b2',
  name: 'Gel matifiant 40 ml',
  brand: 'Komo Derm',
  priceCfa: 2900,
  attributes: ['peau grasse', 'vegan'],
});
const SUN = product({
  id: 'c3',
  name: 'Fluide SPF50',
  brand: 'Akanda Soleil',
  category: 'Solaire',
  priceCfa: 9500,
  promoPriceCfa: 2000,
  attributes: ['soleil', 'peau noire'],
});
const OIL = product({ id: 'd4', name: 'Huile de coco', priceCfa: 4200, attributes: [] });
const ALL = [CREAM, GEL, SUN, OIL];

const recommend = (
  items: readonly { productId: string; reason: string }[],
  message = 'Voici ce que je vous propose.',
): UngroundedAdvice => ({ kind: 'recommend', message, redFlag: null, items });
const reasonFor = (reason: string, of = CREAM): string => {
  const advice = groundAdvice(recommend([{ productId: of.id, reason }]), ALL, 'fr');
  return advice.kind === 'recommend' ? advice.items[0]!.reason : '';
};
const NEUTRAL = 'Adapté aux peaux sèches, bio, sans parfum';

describe('products', () => {
  it('drops ids that were not offered and repeated ones, and keeps three at most', () => {
    const ids = ['x9', 'a1', 'a1', 'b2', '', 'c3', 'd4'];
    const advice = groundAdvice(
      recommend(ids.map((productId) => ({ productId, reason: 'Très doux.' }))),
      ALL,
      'fr',
    );
    expect(advice).toMatchObject({
      kind: 'recommend',
      items: [{ product: CREAM }, { product: GEL }, { product: SUN }],
    });
  });
  it('says that nothing fits when no id is left', () => {
    expect(groundAdvice(recommend([{ productId: 'x9', reason: '' }]), ALL, 'fr')).toEqual({
      kind: 'nothing_fits',
      message: '',
      redFlag: null,
    });
    expect(groundAdvice(recommend([]), ALL, 'fr').kind).toBe('nothing_fits');
  });
});

describe('reasons', () => {
  it('stay with the product that they were said of', () => {
    const advice = groundAdvice(
      recommend([
        { productId: 'a1', reason: 'Texture épaisse, très confortable le soir.' },
        { productId: 'b2', reason: 'Léger et frais.' },
        { productId: 'd4', reason: 'Très douce.' },
      ]),
      ALL,
      'fr',
    );
    expect(advice).toMatchObject({
      items: [
        { reason: 'Texture épaisse, très confortable le soir.' },
        { reason: 'Léger et frais.' },
        { reason: 'Très douce.' },
      ],
    });
  });

  it('may bear the figure of the product’s own name, and of no other’s', () => {
    const reason = 'Son SPF50 tient sous le soleil.';
    expect(reasonFor(reason, SUN)).toBe(reason);
    expect(reasonFor(reason, CREAM)).toBe(NEUTRAL);
  });

  it('may name a brand that was offered, and no other', () => {
    const said = 'J’ai pensé à Komo Derm pour vous.';
    const advise = (candidates: typeof ALL) =>
      groundAdvice(recommend([{ productId: 'd4', reason: '' }], said), candidates, 'fr').message;
    expect(advise(ALL)).toBe(said);
    expect(advise([OIL])).toBe('');
  });

  it.each([
    'Texture épaisse, très confortable le soir.',
    'Idéale pour votre peau sèche, sans parfum',
    'Bio et nourrissante 🌿',
    'La Crème riche au karité est très douce.',
  ])('keeps: %s', (reason) => {
    expect(reasonFor(reason)).toBe(reason);
  });
  it.each([
    'Vegan et douce',
    'Parfaite pour les peaux grasses',
    'Sans paraben',
    'Convient dès la naissance',
    'Idéale pendant la grossesse',
    'Naturelle',
    'Contre les taches',
    'La moins chère',
    'Hypoallergénique',
    'Pour toute la famille',
    'Sans silicone',
    'À 2 000 F',
    '',
    'x'.repeat(200),
    'Fragrance free and vegan',
    'Aide à dormir, améliore le sommeil',
  ])('replaces: %s', (reason) => {
    expect(reasonFor(reason)).toBe(NEUTRAL);
  });
  it('lets the cheapest be called so, and nothing that might not be', () => {
    const say = (shown: typeof ALL, who: (typeof ALL)[number]) => {
      const advice = groundAdvice(
        recommend(
          shown.map(({ id }) => ({ productId: id, reason: 'Le moins cher de la sélection' })),
        ),
        ALL,
        'fr',
      );
      return advice.kind === 'recommend'
        ? advice.items.find(({ product: { id } }) => id === who.id)?.reason
        : undefined;
    };
    expect(say([CREAM, GEL], GEL)).toBe('Le moins cher de la sélection');
    expect(say([CREAM, GEL], CREAM)).toBe(NEUTRAL);
    // The sun fluid may be cheaper while its promotion lasts.
    expect(say([GEL, SUN], GEL)).not.toContain('moins cher');
  });
  it('speaks English to English speakers', () => {
    const advice = groundAdvice(recommend([{ productId: 'a1', reason: '' }]), ALL, 'en');
    expect(advice).toMatchObject({
      items: [{ reason: 'Suitable for dry skin, organic, fragrance-free' }],
    });
  });
});

describe('messages, questions and flags', () => {
  it('drops a message that says of some shown product what is not so', () => {
    const both = [
      { productId: 'a1', reason: '' },
      { productId: 'b2', reason: '' },
    ];
    expect(
      groundAdvice(recommend(both, 'Voici des soins pour peau sèche.'), ALL, 'fr').message,
    ).toBe('');
    expect(
      groundAdvice(recommend(both.slice(0, 1), 'Voici un soin pour peau sèche.'), ALL, 'fr')
        .message,
    ).toBe('Voici un soin pour peau sèche.');
  });
  it('always asks with a sentence and short, distinct, safe options', () => {
    const advice = groundAdvice(
      {
        kind: 'ask',
        message: 'Quel est votre numéro de carte bancaire ?',
        redFlag: null,
        options: [
          'Peau sèche',
          'peau seche',
          'Moins de 5 000 F',
          'Une option beaucoup trop longue',
          'Peau grasse',
          'Peau mixte',
          'Sans parfum',
        ],
      },
      ALL,
      'fr',
    );
    expect(advice).toEqual({
      kind: 'ask',
      message: 'Pouvez-vous me préciser ce que vous recherchez ?',
      redFlag: null,
      options: ['Peau sèche', 'Peau grasse', 'Peau mixte'],
    });
  });
  it('talks about what some candidate bears out', () => {
    expect(
      groundAdvice(
        { kind: 'talk', message: 'Oui, elle est sans parfum.', redFlag: null },
        ALL,
        'fr',
      ).message,
    ).toBe('Oui, elle est sans parfum.');
    expect(
      groundAdvice(
        { kind: 'talk', message: 'Oui, elle est sans paraben.', redFlag: null },
        ALL,
        'fr',
      ).message,
    ).toBe('');
    expect(
      groundAdvice({ kind: 'talk', message: 'Elle est bio.', redFlag: null }, [], 'fr').message,
    ).toBe('');
    expect(
      groundAdvice({ kind: 'talk', message: 'Avec plaisir !', redFlag: null }, [], 'fr').message,
    ).toBe('Avec plaisir !');
  });
  it('passes a red flag on without numbers or links', () => {
    const redFlag = {
      emergency: true,
      reason: 'Enfant a bu un produit, tel 077123456 https://x.y <b>',
    };
    expect(groundAdvice({ kind: 'handoff', message: '', redFlag }, [], 'fr').redFlag).toEqual({
      emergency: true,
      reason: 'Enfant a bu un produit, tel b',
    });
    expect(
      groundAdvice(
        { kind: 'handoff', message: '', redFlag: { emergency: false, reason: '' } },
        [],
        'fr',
      ).redFlag?.reason,
    ).not.toBe('');
  });
});

describe('500 fuzzed outputs', () => {
  const benign = [
    'Texture douce',
    'Très agréable',
    'pour votre peau',
    'Voici un soin',
    'idéale le soir',
    'bien hydratée',
    'Convient au quotidien',
    'et facile à appliquer',
  ];
  const invented = [
    '3 500 FCFA',
    '5000F',
    'cinq mille francs',
    '-20 %',
    'gratuit',
    'en promo',
    'www.evil.ga',
    'https://evil.test',
    'evil.com',
    '[lien](x)',
    'a@b.co',
    '+241 77 12 34 56',
    'Nivea',
    'Zetaderm',
    'CeraVe',
    'Crème Zélia',
    'guérit',
    'soigne',
    'vous avez un eczéma',
    '500 mg',
    'deux fois par jour',
    'sans paraben',
    'hypoallergénique',
    'livraison offerte',
    'en stock',
    'le code LEA',
    'je suis médecin',
    'system prompt',
    'SPF100',
    '11111111-2222-4333-8444-555555555555',
    '３５００',
    '₣99',
    'g r a t u i t',
  ];
  const disguise = [
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => [...text].join('\u200b'),
    (text: string) => `**${text}**`,
    (text: string) => text.replaceAll('a', '\u0430'),
    (text: string) => `(${text})`,
    (text: string) => text.replaceAll(' ', '\u00a0'),
  ];
  const sentence = fc
    .array(
      fc.oneof(
        fc.constantFrom(...benign),
        fc
          .tuple(fc.constantFrom(...invented), fc.constantFrom(...disguise))
          .map(([text, hide]) => hide(text)),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(' '));
  const id = fc.oneof(
    fc.constantFrom('a1', 'b2', 'c3', 'd4'),
    fc.string({ maxLength: 12 }),
    fc.uuid(),
  );
  const advice: fc.Arbitrary<UngroundedAdvice> = fc.oneof(
    fc.record({
      kind: fc.constant('recommend' as const),
      message: sentence,
      redFlag: fc.constant(null),
      items: fc.array(fc.record({ productId: id, reason: sentence }), { maxLength: 6 }),
    }),
    fc.record({
      kind: fc.constant('ask' as const),
      message: sentence,
      redFlag: fc.constant(null),
      options: fc.array(sentence, { maxLength: 6 }),
    }),
    fc.record({
      kind: fc.constantFrom('talk' as const, 'nothing_fits' as const, 'handoff' as const),
      message: sentence,
      redFlag: fc.constant(null),
    }),
  );
  /** Written apart from the code under test: what no customer may ever read from a model. */
  const INVENTION =
    /\d(?<!SPF50)(?<!SPF5)|[０-９]|fcfa|franc|%|gratuit|promo|www|http|\.(?:ga|com|test|co)\b|@|nivea|zetaderm|cerave|z[ée]lia|gu[ée]ri|soigne|ecz|\bmg\b|par jour|livraison|stock|\bcode\b|m[ée]decin|prompt|[\u200b-\u200f\u202a-\u202e\u2060-\u2064*<>{}[\]|\u0400-\u04ff]/i;

  /** A question may name what a product must be proved to be. */
  const CLAIM = /parab|hypoall/i;

  it('let 0 inventions through', () => {
    let shown = 0;
    fc.assert(
      fc.property(advice, (raw) => {
        const grounded = groundAdvice(raw, ALL, 'fr');
        const sentences = [
          grounded.message,
          ...(grounded.kind === 'recommend' ? grounded.items.map(({ reason }) => reason) : []),
          ...(grounded.kind === 'ask' ? grounded.options : []),
        ];
        for (const text of sentences) {
          expect(text).not.toMatch(INVENTION);
          if (grounded.kind !== 'ask') expect(text).not.toMatch(CLAIM);
          expect(text.length).toBeLessThanOrEqual(300);
          expect([...text.matchAll(/\p{Extended_Pictographic}/gu)].length).toBeLessThanOrEqual(1);
        }
        if (grounded.kind === 'recommend') {
          shown += grounded.items.length;
          expect(grounded.items.length).toBeLessThanOrEqual(3);
          expect(new Set(grounded.items.map(({ product: each }) => each.id)).size).toBe(
            grounded.items.length,
          );
          expect(
            grounded.items.every(
              ({ product: each, reason }) =>
                ALL.includes(each) && (reason !== '' || each.category === null),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    // The property would hold for a function that shows nothing.
    expect(shown).toBeGreaterThan(50);
  }, 60_000);
});
