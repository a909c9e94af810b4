import { openDatabase } from '../../src/adapters/persistence/knex/database.ts';
import { KnexUnitOfWork } from '../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { EMPTY_NEED } from '../../src/domain/recommendation/need.ts';
import { mergeNeed } from '../../src/domain/recommendation/merge-need.ts';
import { parseNeed } from '../../src/domain/recommendation/parse-need.ts';
import { SERVICE } from '../../src/domain/shared/actor.ts';
import { asOwner } from '../support/database.ts';
import { addProducts } from '../support/fill.ts';
import { atMost, percentile } from '../support/measurement.ts';
import type { Part } from '../support/part.ts';
import { timed } from '../support/time.ts';

const TODAY = '2026-06-01';
/** What customers write: plain, with bounds, with a brand, mistyped, of several shelves, and of nothing there. */
const WISHES = [
  'crème hydratante',
  'une crème pour peau sèche à moins de 5000',
  'shampooing karité cheveux crépus',
  'savon miel sans parfum budget 3000',
  'sérum vitamine C éclat',
  'huile de ricin fortifiante',
  'lait corps nourrissant coco',
  'gel aloe vera apaisant',
  'masque purifiant peau grasse entre 2000 et 8000',
  'trotinette électrique',
];
const MISTYPED = [
  'crem hidratante',
  'champoing karite',
  'serom vitamin c',
  'huil de riccin',
  'lotion apaisente calendulla',
  'savon purifian moringua',
  'baume reparrateur argane',
  'gelules fortifiantes baobabe',
];

/** What a turn asks of the shelf, by the use case's own ways, one search after the other. */
export const part: Part = async ({ postgres, quick, say }) => {
  const size = quick ? 10_000 : 100_000;
  const database = await postgres.create();
  try {
    say(`filling ${size} products`);
    await asOwner(database.ownerUrl, (client) => addProducts(client, size));
    const db = openDatabase(database.serverUrl, 4);
    try {
      const uow = new KnexUnitOfWork(db, { enqueue: async () => undefined });
      const vocabulary = await uow.run(SERVICE, ({ products }) => products.vocabulary());
      const search = (text: string): Promise<unknown> => {
        const need = mergeNeed(null, parseNeed(text, vocabulary), { offeredPricesCfa: [] });
        return uow.run(SERVICE, ({ products }) => products.search(need ?? EMPTY_NEED, TODAY, 30));
      };
      const of = (texts: readonly string[], count: number): Promise<readonly number[]> =>
        timed(count, (index) => search(texts[index % texts.length]!));
      say('searching');
      await of([...WISHES, ...MISTYPED], WISHES.length + MISTYPED.length);
      const right = await of(WISHES, quick ? 50 : 200);
      const wrong = await of(MISTYPED, quick ? 48 : 160);
      const words = await timed(20, () =>
        uow.run(SERVICE, ({ products }) => products.vocabulary()),
      );
      const all = [...right, ...wrong];
      return [
        {
          what: `catalogue search, ${size} products, typos among them, p95`,
          value: percentile(all, 0.95),
          unit: 'ms',
          target: atMost(20),
          note: `median ${percentile(all, 0.5).toFixed(1)} ms`,
        },
        {
          what: '  as it is written, p95',
          value: percentile(right, 0.95),
          unit: 'ms',
          target: null,
        },
        { what: '  mistyped, p95', value: percentile(wrong, 0.95), unit: 'ms', target: null },
        {
          what: `the shop's vocabulary, read once a turn, ${size} products, p95`,
          value: percentile(words, 0.95),
          unit: 'ms',
          target: null,
        },
      ];
    } finally {
      await db.destroy();
    }
  } finally {
    await database.drop();
  }
};
