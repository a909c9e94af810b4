import { beginning, READ } from '../../shared/reading.ts';
import { foldText } from '../normalise-text.ts';
import { POLITE } from './lexicon.ts';
import { readBudget } from './read-budget.ts';

/** Bounds in CFA francs, both inclusive; one of them at least is there. */
export interface PriceBounds {
  readonly minCfa: number | null;
  readonly maxCfa: number | null;
}

/**
 * The bounds when a message is an amount or a range and nothing besides ("5 mille", "entre 3 et 5000", "2500 ?",
 * "non, moins de 3000 svp"), so that an offer can be narrowed by it; null when it says anything more, names no
 * money, or may be the number of a choice ("2") or a count ("3 savons"). Takes the message as it was written.
 */
export function bareAmount(text: string): PriceBounds | null {
  const { minCfa, maxCfa, rest } = readBudget(foldText(beginning(text, READ.message)));
  if (minCfa === null && maxCfa === null) return null;
  const besides = rest.match(/[a-z0-9]+/g) ?? [];
  return besides.every((word) => POLITE.has(word)) ? { minCfa, maxCfa } : null;
}
