import { describe, expect, it } from 'vitest';
import type { ProductId } from '../../../src/domain/catalogue/product.ts';
import type { Act } from '../../../src/domain/dialogue/act.ts';
import { NOTHING_SHOWN, type Shown } from '../../../src/domain/dialogue/shown.ts';
import { understand } from '../../../src/domain/dialogue/understand.ts';

const [BUTTER, OIL, SOAP] = ['butter', 'oil', 'soap'] as ProductId[] as [
  ProductId,
  ProductId,
  ProductId,
];
const SHOWN: Shown = {
  products: [
    { id: BUTTER, name: 'Beurre corporel cacao 200 ml', brand: 'Nkomi', priceCfa: 5_500 },
    { id: OIL, name: 'Huile sèche monoï 100 ml', brand: 'Nkomi', priceCfa: 7_200 },
    { id: SOAP, name: 'Savon noir 150 g', brand: 'Ogooué', priceCfa: 1_800 },
  ],
  focus: [],
  quoted: null,
};
const lines = (said: string, shown: Shown = SHOWN): Readonly<Record<string, number>> | null => {
  const [act] = understand(said, shown);
  return act?.kind === 'order'
    ? Object.fromEntries(act.lines.map(({ productId, quantity }) => [productId, quantity]))
    : null;
};
const kinds = (said: string, shown: Shown = SHOWN): readonly Act['kind'][] =>
  understand(said, shown).map(({ kind }) => kind);

describe('an order of what was shown', () => {
  it.each<[string, Readonly<Record<string, number>>]>([
    ['Je prends le 2', { oil: 1 }],
    ['mettez-moi la première et la dernière svp', { butter: 1, soap: 1 }],
    ['2 du troisième', { soap: 2 }],
    ['je voudrais 3 du 1 et 1 du 3', { butter: 3, soap: 1 }],
    ['celle à 7 200', { oil: 1 }],
    ['va pour le savon', { soap: 1 }],
    ['je veux deux savons noirs', { soap: 2 }],
    ['commander 1 et 3', { butter: 1, soap: 1 }],
    ['les trois', { butter: 1, oil: 1, soap: 1 }],
    ['un de chaque', { butter: 1, oil: 1, soap: 1 }],
    ['les deux premiers', { butter: 1, oil: 1 }],
    ['le 3 en 4 exemplaires', { soap: 4 }],
    ['je prends le moins cher', { soap: 1 }],
    ['je prends le 2 pour ma mère', { oil: 1 }],
    ['pas le 1, le 2', { oil: 1 }],
    ["I'll take the second one", { oil: 1 }],
  ])('%s', (said, ordered) => {
    expect(lines(said)).toEqual(ordered);
  });

  it('means what was spoken of last, or the message that it answers', () => {
    expect(lines('oui je la prends', { ...SHOWN, focus: [OIL] })).toEqual({ oil: 1 });
    expect(lines("j'en veux 3", { ...SHOWN, focus: [SOAP] })).toEqual({ soap: 3 });
    expect(lines('je prends celui-ci', { ...SHOWN, quoted: BUTTER })).toEqual({ butter: 1 });
    expect(kinds('oui je la prends')).toEqual(['order_unclear']);
  });

  it('is told from a change of mind and from one more thing', () => {
    expect(understand('finalement je prends plutôt le 3', SHOWN)).toMatchObject([
      { kind: 'order', how: 'instead' },
    ]);
    expect(understand('ajoutez aussi le 1', SHOWN)).toMatchObject([
      { kind: 'order', how: 'besides' },
    ]);
    expect(kinds("j'annule tout")).toEqual(['cancel_order']);
    expect(kinds('non finalement enlève tout')).toEqual(['cancel_order']);
  });

  it.each([
    'une huile pour cheveux',
    'pour le corps',
    'je cherche un savon sans parfum',
    'je ne prends pas le 2',
    'combien coûte le 2',
    'savon pour bébé',
    'moins de 5000',
  ])('is none: %s', (said) => {
    expect(lines(said)).toBeNull();
  });

  it('by name needs its number', () => {
    expect(understand('4 savons et 2 huiles de ricin', NOTHING_SHOWN)).toEqual([
      {
        kind: 'order_named',
        wanted: [
          { words: 'savons', quantity: 4 },
          { words: 'huiles de ricin', quantity: 2 },
        ],
      },
    ]);
    expect(kinds('un savon et une huile', NOTHING_SHOWN)).toEqual(['search']);
  });
});

describe('a question about what was shown', () => {
  it.each<[string, string, readonly string[]]>([
    ['comment ça se met ?', 'use', ['butter', 'oil', 'soap']],
    ["comment on l'utilise le 2", 'use', ['oil']],
    ['la composition du premier ?', 'ingredients', ['butter']],
    ['est-ce que le 3 contient du parfum', 'contains', ['soap']],
    ["le 2 convient à quelqu'un qui allaite ?", 'suitability', ['oil']],
    ['il fait combien de ml le beurre ?', 'size', ['butter']],
    ['le savon il est à combien ?', 'price', ['soap']],
    ['il vous en reste du 2 ?', 'stock', ['oil']],
    ['ça marche vraiment ?', 'effect', ['butter', 'oil', 'soap']],
    ['how do I use the first one?', 'use', ['butter']],
  ])('%s', (said, aspect, products) => {
    expect(understand(said, SHOWN)).toMatchObject([{ kind: 'ask_product', aspect, products }]);
  });

  it('compares those that are named, or all', () => {
    expect(understand('la différence entre le 1 et le 3 ?', SHOWN)).toEqual([
      { kind: 'compare', products: [BUTTER, SOAP] },
    ]);
    expect(understand('lequel est le mieux ?', SHOWN)).toMatchObject([
      { products: [BUTTER, OIL, SOAP] },
    ]);
  });
});

describe('the shop, courtesy and the rest', () => {
  it.each<[string, string]>([
    ['vous ouvrez à quelle heure demain', 'hours'],
    ['la livraison à Port-Gentil c’est combien', 'delivery'],
    ['vous prenez la carte visa ?', 'payment'],
    ['je peux passer le récupérer en boutique ?', 'pick_up'],
    ['vous êtes situés où ?', 'address'],
    ['je parle à un robot là ?', 'who_are_you'],
    ['on peut échanger si ça ne va pas ?', 'returns'],
    ['ma commande arrive quand ?', 'order_status'],
    ['ça me fait combien en tout ?', 'total'],
  ])('%s', (said, topic) => {
    expect(understand(said, SHOWN)).toMatchObject([{ kind: 'ask_shop', topic }]);
  });

  it('reads the day and the place', () => {
    expect(understand('vous êtes ouverts samedi ?', NOTHING_SHOWN)).toMatchObject([
      { day: { kind: 'weekday', index: 5 } },
    ]);
    expect(understand('ouverts le 17 août ?', NOTHING_SHOWN)).toMatchObject([
      { day: { kind: 'date', month: 8, day: 17 } },
    ]);
    expect(understand('vous livrez à Angondjé ?', NOTHING_SHOWN)).toMatchObject([
      { named: 'angondje' },
    ]);
  });

  it.each<[string, string]>([
    ['vous pouvez faire un petit prix ?', 'bargain'],
    ["je n'aime pas", 'dislike'],
    ['que Dieu vous garde', 'talk'],
    ['ok je vais réfléchir', 'talk'],
    ["pas pour l'instant merci", 'talk'],
    ['vous êtes nuls', 'talk'],
    ['qui a gagné le match de football', 'talk'],
  ])('%s', (said, kind) => {
    expect(kinds(said)).toEqual([kind]);
  });

  it('hears several things in one message, in their order', () => {
    expect(kinds('Je prends le 2. Vous livrez à Owendo ? Merci')).toEqual(['order', 'ask_shop']);
    expect(kinds('bonjour, je cherche une crème, peau sèche, moins de 6000')).toEqual(['search']);
  });
});
