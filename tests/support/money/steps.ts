import fc from 'fast-check';

/**
 * Something that touches orders, stock or figures. People, products, orders … are told by number, modulo how many
 * there are.
 */
export type Step = { readonly pause: Pause } & (
  | { readonly does: 'asks'; readonly who: number }
  | { readonly does: 'says 1'; readonly who: number }
  | { readonly does: 'taps order'; readonly who: number; readonly what: number }
  | { readonly does: 'link'; readonly who: number; readonly lines: Lines }
  | {
      readonly does: 'sold';
      readonly who: number;
      readonly lines: Lines;
      readonly paid: number | null;
      readonly another: boolean;
    }
  | { readonly does: 'clicks'; readonly order: number }
  | {
      readonly does: 'cart';
      readonly order: number;
      readonly via: 'cart' | 'demo_cart';
      readonly status: 'pending' | 'completed' | 'cancelled';
      readonly amount: number | null;
      readonly delivered: number | null;
    }
  | { readonly does: 'cart again'; readonly report: number }
  | { readonly does: 'cancels'; readonly order: number }
  | { readonly does: 'coupon'; readonly who: number; readonly from: 'campaign' | 'loyalty' }
  | { readonly does: 'redeems'; readonly coupon: number; readonly order: number | null }
  | { readonly does: 'counts stock'; readonly what: number; readonly stock: number }
  | {
      readonly does: 'prices';
      readonly what: number;
      readonly price: number;
      readonly promo: number | null;
      readonly ask: boolean;
    }
  | { readonly does: 'undoes price'; readonly change: number }
  | { readonly does: 'shelves'; readonly what: number; readonly active: boolean }
  | { readonly does: 'deletes'; readonly what: number }
  | {
      readonly does: 'imports';
      readonly lines: readonly {
        readonly what: number;
        readonly price: number;
        readonly stock: number;
      }[];
      readonly confirmed: boolean;
    }
  | { readonly does: 'erased'; readonly who: number; readonly by: 'keyword' | 'admin' }
  | { readonly does: 'retention' }
  | { readonly does: 'folds' }
);

export type Lines = readonly { readonly what: number; readonly pieces: number }[];

/** What passes before a step. */
export const PAUSES = {
  '1 s': 1_000,
  '3 min': 180_000,
  '40 min': 2_400_000,
  '5 h': 18_000_000,
  '25 h': 90_000_000,
  '8 d': 691_200_000,
  '40 d': 3_456_000_000,
} as const;
export type Pause = keyof typeof PAUSES;

const pause = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Pause>('1 s', '3 min') },
  { weight: 3, arbitrary: fc.constantFrom<Pause>('40 min', '5 h', '25 h') },
  { weight: 1, arbitrary: fc.constantFrom<Pause>('8 d', '40 d') },
);
const who = fc.nat({ max: 1 });
const what = fc.nat({ max: 2 });
const order = fc.nat({ max: 5 });
const lines = (minLength: number): fc.Arbitrary<Lines> =>
  fc.array(fc.record({ what, pieces: fc.integer({ min: 1, max: 4 }) }, { noNullPrototype: true }), {
    minLength,
    maxLength: 3,
  });
const price = fc.constantFrom(1_000, 1_400, 4_000, 6_500);
const stock = fc.nat({ max: 6 });
/** Such as other sales have, and such as none has. */
const amount = fc.constantFrom(1_000, 2_000, 4_000, 6_500, 777);

type Deeds = { readonly [D in Step['does']]: { readonly [K in keyof Omit<Of<D>, 'does' | 'pause'>]: fc.Arbitrary<Of<D>[K]> } }; // prettier-ignore
type Of<D extends Step['does']> = Extract<Step, { readonly does: D }>;

const DEEDS: Deeds = {
  'taps order': { who, what },
  sold: { who, lines: lines(0), paid: fc.option(amount), another: fc.boolean() },
  cart: {
    order,
    via: fc.constantFrom('cart', 'cart', 'demo_cart'),
    status: fc.constantFrom('completed', 'completed', 'pending', 'cancelled'),
    amount: fc.option(amount),
    delivered: fc.option(fc.nat({ max: 2 })),
  },
  'cart again': { report: fc.nat({ max: 5 }) },
  cancels: { order },
  'counts stock': { what, stock },
  link: { who, lines: lines(1) },
  asks: { who },
  'says 1': { who },
  clicks: { order },
  coupon: { who, from: fc.constantFrom('campaign', 'loyalty') },
  redeems: { coupon: fc.nat({ max: 3 }), order: fc.option(order) },
  prices: { what, price, promo: fc.option(price), ask: fc.boolean() },
  'undoes price': { change: fc.nat({ max: 3 }) },
  shelves: { what, active: fc.boolean() },
  deletes: { what },
  imports: {
    lines: fc.array(fc.record({ what, price: fc.oneof(price, fc.constant(0)), stock }, { noNullPrototype: true }), { minLength: 1, maxLength: 2 }), // prettier-ignore
    confirmed: fc.boolean(),
  },
  erased: { who, by: fc.constantFrom('keyword', 'admin') },
  retention: {},
  folds: {},
};
const OFTEN: Partial<Record<Step['does'], number>> = {
  'taps order': 6,
  sold: 6,
  cart: 7,
  'cart again': 3,
  cancels: 4,
  'counts stock': 2,
  coupon: 2,
  redeems: 4,
};

const step = fc.oneof(
  ...Object.entries(DEEDS).map(([does, fields]) => ({
    weight: OFTEN[does as Step['does']] ?? 1,
    arbitrary: fc.record({ pause, does: fc.constant(does), ...fields }, { noNullPrototype: true }),
  })),
) as fc.Arbitrary<Step>;

const soon = fc.constantFrom<Pause>('1 s', '3 min', '40 min');
/** What belongs together and would seldom come about by chance; anything may have happened before and happens after. */
const saga: fc.Arbitrary<readonly Step[]> = fc
  .record(
    {
      who,
      what,
      pause: soon,
      later: soon,
      pieces: fc.integer({ min: 1, max: 3 }),
      folds: fc.boolean(),
    },
    { noNullPrototype: true },
  ) // prettier-ignore
  .chain(({ who: she, what: it, pause: after, later, pieces, folds }) => {
    const bought = [
      { pause: later, does: 'taps order', who: she, what: it },
      { pause: after, does: 'cart', order: 0, via: 'cart', status: 'completed', amount: null, delivered: null }, // prettier-ignore
      ...(folds ? ([{ pause: '1 s', does: 'folds' }] as const) : []),
    ] as const satisfies readonly Step[];
    const takenBack = { pause: later, does: 'cancels', order: 0 } as const;
    return fc.constantFrom<readonly Step[]>(
      [{ pause: after, does: 'asks', who: she }, ...bought, takenBack],
      [
        { pause: after, does: 'coupon', who: she, from: 'campaign' },
        ...bought,
        { pause: after, does: 'redeems', coupon: 0, order: 0 },
        takenBack,
        { pause: after, does: 'redeems', coupon: 0, order: null },
      ],
      [
        ...bought,
        { pause: later, does: 'sold', who: she, lines: [{ what: it, pieces }], paid: null, another: pieces === 2 }, // prettier-ignore
        takenBack,
      ],
      [...bought, { pause: later, does: 'erased', who: she, by: 'admin' }, takenBack],
    );
  });

/** A shop's life, in steps. */
export const story = (most: number): fc.Arbitrary<readonly Step[]> =>
  fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.tuple(step) }, { weight: 1, arbitrary: saga }), {
      minLength: 1,
      maxLength: most,
      size: 'max',
    })
    .map((parts) => parts.flat());
