import { foldText } from '../../src/domain/language/normalise-text.ts';
import { tokenise } from '../../src/domain/language/tokens.ts';
import { BUCKETS, featuresOf } from '../../src/domain/triage/second-line/features.ts';
import type { LinearModel } from '../../src/domain/triage/second-line/likelihood.ts';
import { LABELS, type Example } from './data.ts';

const EPOCHS = 12;
const RATE = 1;
/** How fast the rate falls, a round. */
const DECAY = 0.3;
const REGULARISATION = 3e-5;
/** Sentences by another hand say more about what customers write than our own; whole conversations are between. */
const WEIGHT_OF_ANOTHER_HAND = 3;
const WEIGHT_OF_CONVERSATIONS = 2;
const BIAS_RATE = 0.1;
const SEED = 7;

const featuresByText = new Map<string, readonly number[]>();
function featuresFor(text: string): readonly number[] {
  const known = featuresByText.get(text) ?? featuresOf(tokenise(foldText(text)));
  featuresByText.set(text, known);
  return known;
}

/**
 * Softmax regression by stochastic gradient descent; the weights are the mean of the second half of the rounds.
 * The same examples in the same order give the same weights.
 */
export function learn(examples: readonly Example[]): LinearModel {
  const rows = LABELS.map(() => new Float64Array(BUCKETS));
  const means = LABELS.map(() => new Float64Array(BUCKETS));
  const bias = LABELS.map(() => 0);
  const meanBias = LABELS.map(() => 0);
  const random = randomFrom(SEED);
  const order = examples.map((_, index) => index);
  const averaged = EPOCHS / 2;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    const rate = RATE / (1 + DECAY * epoch);
    for (const index of order) step(examples[index]!, rows, bias, rate);
    const shrink = 1 - rate * REGULARISATION * examples.length;
    for (const row of rows) for (let place = 0; place < BUCKETS; place += 1) row[place]! *= shrink;
    if (epoch < EPOCHS - averaged) continue;
    rows.forEach((row, label) => {
      for (let place = 0; place < BUCKETS; place += 1)
        means[label]![place]! += row[place]! / averaged;
      meanBias[label]! += bias[label]! / averaged;
    });
  }
  const [none, handoff, danger] = means;
  return {
    bias: [meanBias[1]! - meanBias[0]!, meanBias[2]! - meanBias[0]!],
    weights: [minus(handoff!, none!), minus(danger!, none!)],
  };
}

function step(
  { text, label, source, byAnotherHand }: Example,
  rows: readonly Float64Array[],
  bias: number[],
  rate: number,
): void {
  const features = featuresFor(text);
  const share = 1 / Math.sqrt(Math.max(1, features.length));
  const logits = rows.map(
    (row, index) => bias[index]! + share * features.reduce((sum, place) => sum + row[place]!, 0),
  );
  const most = Math.max(...logits);
  const parts = logits.map((logit) => Math.exp(logit - most));
  const all = parts.reduce((sum, part) => sum + part, 0);
  const weight = byAnotherHand
    ? WEIGHT_OF_ANOTHER_HAND
    : source === 'scenarios'
      ? WEIGHT_OF_CONVERSATIONS
      : 1;
  rows.forEach((row, index) => {
    const wrong = (LABELS[index] === label ? 1 : 0) - parts[index]! / all;
    const move = rate * weight * wrong;
    for (const place of features) row[place]! += move * share;
    bias[index]! += move * BIAS_RATE;
  });
}

const minus = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, place) => value - b[place]!);

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}

/** Mulberry32: small, seeded, good enough to shuffle. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
