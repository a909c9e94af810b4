import fc from 'fast-check';
import { it } from 'vitest';
import { memoryShop } from '../../support/money/memory-shop.ts';
import { playStory } from '../../support/money/play.ts';
import { runs, SEED } from '../../support/money/scale.ts';
import { story } from '../../support/money/steps.ts';

const STORIES = runs(150, 5_000);

it(
  `orders, stock, coupons and loyalty agree with books kept by hand after each step of ${STORIES} random stories`,
  { timeout: 60_000 + STORIES * 400 },
  () =>
    fc.assert(
      fc.asyncProperty(story(25), (steps) => playStory(memoryShop(), steps, true)),
      { numRuns: STORIES, ...SEED },
    ),
);
