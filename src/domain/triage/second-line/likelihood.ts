import { foldText } from '../../language/normalise-text.ts';
import { tokenise, type Token } from '../../language/tokens.ts';
import { bothEnds, READ } from '../../shared/reading.ts';
import { BUCKETS, featuresOf } from './features.ts';
import trained from './weights.json' with { type: 'json' };

/** How likely a message is harmless, something for a professional, or a danger to somebody; the three add up to 1. */
export interface Likelihood {
  readonly none: number;
  readonly handoff: number;
  readonly danger: number;
}

/** What training yields: for handoff and danger, how much more than "none" each feature speaks for them. */
export interface LinearModel {
  readonly bias: readonly [number, number];
  readonly weights: readonly [ArrayLike<number>, ArrayLike<number>];
}

/** What a window of a long message holds, in words; a message of usual length is one. */
const WINDOW = 80;
const STRIDE = WINDOW / 2;

/**
 * The second line's opinion of a message. It has learnt from sentences (see `eval/second-line`), so that it knows
 * words that no rule names; it decides nothing by itself. Pure, without a model abroad, in linear time; of a long
 * message the most dangerous window counts.
 */
export function likelihoodOf(text: string, model: LinearModel = SHIPPED): Likelihood {
  const tokens = tokenise(foldText(bothEnds(text, READ.danger)));
  if (tokens.length === 0) return HARMLESS;
  let worst = likelihoodOfWords(tokens.slice(0, WINDOW), model);
  for (let from = STRIDE; from + STRIDE < tokens.length; from += STRIDE) {
    const next = likelihoodOfWords(tokens.slice(from, from + WINDOW), model);
    if (next.none < worst.none) worst = next;
  }
  return worst;
}

const HARMLESS: Likelihood = { none: 1, handoff: 0, danger: 0 };

function likelihoodOfWords(tokens: readonly Token[], { bias, weights }: LinearModel): Likelihood {
  const features = featuresOf(tokens);
  const share = 1 / Math.sqrt(features.length);
  const [handoff, danger] = weights.map((row, index) =>
    Math.exp(bias[index]! + share * features.reduce((sum, place) => sum + row[place]!, 0)),
  );
  const all = 1 + handoff! + danger!;
  return { none: 1 / all, handoff: handoff! / all, danger: danger! / all };
}

/** Two hexadecimal digits a weight, 128 for nothing. */
const unpack = ({ step, bytes }: { readonly step: number; readonly bytes: string }): Float32Array =>
  Float32Array.from(
    { length: BUCKETS },
    (_, place) => (parseInt(bytes.slice(2 * place, 2 * place + 2), 16) - 128) * step,
  );

const SHIPPED: LinearModel = {
  bias: [trained.bias.handoff, trained.bias.danger],
  weights: [unpack(trained.weights.handoff), unpack(trained.weights.danger)],
};

/** Chosen by cross-validation when the weights were trained; see `eval/second-line/report.md`. */
export const THRESHOLDS: {
  readonly danger: number;
  readonly handoff: number;
  readonly shopping: number;
} = trained.thresholds;
