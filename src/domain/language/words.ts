import { LONGEST_WORD } from '../shared/reading.ts';
import { foldText } from './normalise-text.ts';

/** The folded words of a text: letters and digits only, in order. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[a-z0-9]+/g) ?? [];
}

/**
 * Cuts plural and feminine endings, so that "sèches" meets "sèche" and "hydratante" meets "hydratant".
 * Both sides of a comparison must be stemmed; the stem itself is never shown.
 */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const cut = word
    .replace(/(?<![sx])[sx]+$/, '')
    .replace(/(?<!e)e+$/, '')
    .replace(/(?<![sx])[sx]+$/, '');
  return cut.length < 3 ? word : cut === 'sech' ? 'sec' : cut.replace(/([a-z])\1$/, '$1');
}

/**
 * Damerau-Levenshtein distance (a swap of neighbours counts as one), given up above `limit` and for what is too
 * long for a word.
 */
export function distanceWithin(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST_WORD) return null;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > limit) return null;
    beforeLast = last;
    last = current;
  }
  const distance = last[b.length]!;
  return distance <= limit ? distance : null;
}

/** Mistakes forgiven in a word of this length; short words have too many honest neighbours. */
const forgiven = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/**
 * How many typing mistakes apart two folded words are; null when they are different words. The first letter must
 * agree.
 */
export function typosBetween(typed: string, word: string): number | null {
  if (typed === word) return 0;
  const limit = Math.min(forgiven(typed.length), forgiven(word.length));
  return limit > 0 && typed[0] === word[0] ? distanceWithin(typed, word, limit) : null;
}

/** The word of a list that was meant by a mistyped one, the nearest and then the first; null when none is near. */
export function nearestWord(typed: string, words: Iterable<string>): string | null {
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const word of words) {
    const distance = typosBetween(typed, word);
    if (distance !== null && (best === null || distance < best.distance)) best = { word, distance };
  }
  return best?.word ?? null;
}
