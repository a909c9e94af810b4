import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const STORY = new URL('../../../demo/story/', import.meta.url);
const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "30s", "5m", "2h" or "1d", in milliseconds. */
const Wait = z
  .string()
  .regex(/^\d+[smhd]$/)
  .transform((text) => Number(text.slice(0, -1)) * UNITS[text.slice(-1) as keyof typeof UNITS]);
const word = z.string().trim().min(1);
const items = z.array(z.strictObject({ product: word, quantity: z.int().min(1) })).min(1);

/**
 * What a customer does: several sentences are one burst. `picks` chooses from the last offer, and first answers
 * what Léa asks.
 */
const customerStep = z.union([
  z.strictObject({ says: z.union([word.transform((text) => [text]), z.array(word).min(2)]) }),
  z.strictObject({ speaks: word }),
  z.strictObject({ shows: word, caption: word.optional() }),
  z.strictObject({ agrees: z.literal(true) }),
  z.strictObject({ asksToBeTold: z.literal(true) }),
  z.strictObject({ presses: z.int().min(1) }),
  z.strictObject({ picks: z.int().min(1).max(3) }),
  z.strictObject({ opensLink: z.literal(true) }),
  z.strictObject({ cart: z.enum(['completed', 'cancelled']), deliveredIn: Wait.optional() }),
]);
/** What a member of staff does with the customer's conversation. */
const staffStep = z.union([
  z.strictObject({ by: word, takesOver: z.literal(true) }),
  z.strictObject({ by: word, writes: word }),
  z.strictObject({ by: word, notes: word }),
  z.strictObject({ by: word, labels: z.array(word).min(1) }),
  z.strictObject({ by: word, preparesCart: items }),
  z.strictObject({ by: word, sells: items }),
  z.strictObject({ by: word, redeems: z.literal(true) }),
  z.strictObject({ by: word, handsBack: z.literal(true) }),
  z.strictObject({ by: word, closes: z.literal(true) }),
]);
const Step = z.union([
  ...customerStep.options.map((one) => one.extend({ after: Wait.default(0) })),
  ...staffStep.options.map((one) => one.extend({ after: Wait.default(0) })),
]);

/** A day by its distance, at a time of the shop's; or minutes ago, for what is going on. */
const When = z.union([
  z.strictObject({ daysAgo: z.int().min(1), time: z.string().regex(/^\d\d:\d\d$/) }),
  z.strictObject({ minutesAgo: z.number().positive() }),
]);
const Scene = z.strictObject({ customer: word, when: When, steps: z.array(Step).min(1) });
const Person = z.strictObject({
  name: word,
  phone: z.string().regex(/^\+24170000\d{3}$/),
  /** What they answer when they are asked how it went. */
  rates: z.strictObject({ score: z.int().min(1).max(5), comment: word.optional() }).optional(),
  /** Whether offers are welcome, where it matters for the story. */
  wantsOffers: z.boolean().optional(),
  /** What they write when a campaign reaches them. */
  comesBack: z.array(Step).optional(),
});
const Colleague = z.strictObject({
  name: word,
  email: z.email(),
  role: z.enum(['admin', 'product_editor', 'support']),
});
/** What staff do without a conversation. */
const Deed = z.strictObject({
  when: When,
  by: word,
  does: z.union([
    z.strictObject({ givesCoupon: word }),
    z.strictObject({
      campaign: z.strictObject({
        name: word,
        template: word,
        silentDays: z.int().min(0),
        minOrders: z.int().min(0),
        couponPct: z.int().min(1).max(100).nullable(),
        starts: z.boolean(),
      }),
    }),
    z.strictObject({
      stocks: z.array(z.strictObject({ product: word, quantity: z.int() })).min(1),
    }),
  ]),
});

const Story = z.strictObject({
  staff: z.record(word, Colleague),
  people: z.record(word, Person),
  scenes: z.array(Scene).min(1),
  deeds: z.array(Deed),
});
const Everyday = z.strictObject({
  asks: z.array(word).min(1),
  questions: z.array(word).min(1),
  thanks: z.array(word).min(1),
  comments: z.record(z.enum(['1', '2', '3', '4', '5']), z.array(word)),
  people: z.array(Person.pick({ name: true, phone: true })).min(1),
});

export type When = z.infer<typeof When>;
export type Step = z.infer<typeof Step>;
export type Deed = z.infer<typeof Deed>;
export type Person = z.infer<typeof Person>;

export type Story = z.infer<typeof Story>;
export type Everyday = z.infer<typeof Everyday>;

/** The demo's script: who there is, and what they do. What Léa says and the figures come of playing it. */
export async function readScript(): Promise<{
  readonly story: Story;
  readonly everyday: Everyday;
}> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(name, STORY), 'utf8'));
  return {
    story: Story.parse(await read('story.json')),
    everyday: Everyday.parse(await read('everyday.json')),
  };
}
