import { bothEnds, READ } from '../shared/reading.ts';
import { stem, wordsOf } from '../language/words.ts';

/** A text of the catalogue as it is compared: folded words in order, and their stems. */
export interface ShelfText {
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;
}

/** Of texts; a shop of 3,000 products has about as many. */
const MOST_KNOWN = 20_000;
const known = new Map<string, ShelfText>();

/**
 * Reads a text of the catalogue. The shelf's texts come back with each question, and folding and stemming them is
 * most of what ranking and checking cost: they are kept. Never for what a customer wrote.
 */
export function shelfText(text: string): ShelfText {
  let read = known.get(text);
  if (read === undefined) {
    const words = wordsOf(bothEnds(text, READ.shelf));
    read = { words, stems: new Set(words.map(stem)) };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, read);
  }
  return read;
}

const compositions = new Map<string, string>();

/** The stems of a text in one line, a space on both ends. Read whole: an allergen may stand anywhere in a composition. */
export function compositionOf(text: string): string {
  let read = compositions.get(text);
  if (read === undefined) {
    read = ` ${wordsOf(text).map(stem).join(' ')} `;
    if (compositions.size >= MOST_KNOWN) compositions.clear();
    compositions.set(text, read);
  }
  return read;
}

/** Whether a text of the catalogue speaks of something, as whole words whatever their endings. */
export const mentions = (text: string, name: string): boolean =>
  compositionOf(text).includes(compositionOf(name));
