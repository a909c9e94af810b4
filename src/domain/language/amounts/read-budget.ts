import { boundOfOne, boundOfRange, type Bound } from './bounds.ts';
import { noAmounts } from './no-amount.ts';
import { numbersOf } from './numbers.ts';
import { piecesOf, type Piece } from './pieces.ts';

/** Bounds in CFA francs that a message names, and the message without them. */
export interface Budget {
  readonly minCfa: number | null;
  readonly maxCfa: number | null;
  /** The folded text with the money taken out. */
  readonly rest: string;
}

/**
 * Reads a budget out of folded text, in French or English, figures or words: "moins de 5 mille", "entre 2 et 3000",
 * "3mille5 max", "FCFA 3000", "un billet de dix". Sizes, doses, ages, dates, telephone and order numbers, counts
 * and the number of a choice are none.
 */
export function readBudget(folded: string): Budget {
  const pieces = piecesOf(folded);
  const numbers = numbersOf(pieces);
  const excluded = noAmounts(pieces, numbers);
  const bounds: Bound[] = [];
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index]!;
    if (excluded.has(number)) continue;
    const next = numbers[index + 1];
    const range =
      next === undefined || excluded.has(next) ? null : boundOfRange(pieces, number, next);
    const bound = range ?? boundOfOne(pieces, number, numbers[index - 1]);
    if (bound !== null) bounds.push(bound);
    if (range !== null) index += 1;
  }
  const surest = (side: 'minCfa' | 'maxCfa'): number | null =>
    bounds
      .filter((bound) => bound[side] !== null)
      .reduce<Bound | null>(
        (best, bound) => (best !== null && best.sure >= bound.sure ? best : bound),
        null,
      )?.[side] ?? null;
  return {
    minCfa: surest('minCfa'),
    maxCfa: surest('maxCfa'),
    rest: without(folded, pieces, bounds),
  };
}

function without(folded: string, pieces: readonly Piece[], bounds: readonly Bound[]): string {
  let rest = '';
  let done = 0;
  for (const { from, to } of bounds) {
    const start = pieces[from]!.start;
    rest += `${folded.slice(done, Math.max(done, start))} `;
    done = Math.max(done, pieces[to - 1]!.end);
  }
  return rest + folded.slice(done);
}
