import { bothEnds, READ } from '../shared/reading.ts';
import { foldText } from '../language/normalise-text.ts';

/** A part of a message that says one thing. */
export interface Clause {
  /** As it was written. */
  readonly written: string;
  /** Folded: letters and digits, a price without its currency. */
  readonly words: readonly string[];
  readonly asks: boolean;
  /** Which sentence it is of. */
  readonly sentence: number;
}

/** "Et vous livrez ?", "et c'est combien": another thing begins. */
const ANOTHER =
  / (?:et|puis|mais|and) (?=(?:(?:est[- ]ce|vous|c'?est|combien|comment|je (?:peux|paie|paye)|on (?:peut|paie)|pouvez|quand|où|ou est|quel|do you|can|how|is|are|la livraison|livraison|livr)\b))/giu;
/** Between sentences; a decimal point or a thousands separator is none. */
const ENDS = /(?<=[!?;])\s*|(?<=[^\d\s]\.)\s+|(?<=\d\.)\s+(?=\D)|\n+/u;
const MOST = 12;

/** The clauses of a message, in their order; of a very long one those of its ends. */
export function clausesOf(text: string): readonly Clause[] {
  const sentences = bothEnds(text, READ.message)
    .replace(/[^\S\n]+/g, ' ')
    .split(ENDS)
    .filter((sentence) => sentence.trim() !== '');
  const clauses = sentences.flatMap((sentence, index) => {
    const asks = /\?\s*$/.test(sentence);
    return sentence
      .split(ANOTHER)
      .flatMap((part) => part.split(/,\s+(?=\p{L}|\d)/u))
      .map((written) => ({
        written: written.trim(),
        words: wordsIn(written),
        asks,
        sentence: index,
      }));
  });
  const said = clauses.filter(({ words }) => words.length > 0);
  return said.length <= MOST ? said : [...said.slice(0, MOST - 1), joined(said.slice(MOST - 1))];
}

export const wordsIn = (text: string): readonly string[] =>
  (foldText(text).match(/[a-z0-9]+/g) ?? []).map((word) =>
    word.replace(/^(\d+)(?:f|fr|frs|fcfa|cfa|xaf|xof)$/, '$1'),
  );

export const joined = (clauses: readonly Clause[]): Clause => ({
  written: clauses.map(({ written }) => written).join(', '),
  words: clauses.flatMap(({ words }) => words),
  asks: clauses.some(({ asks }) => asks),
  sentence: clauses[0]!.sentence,
});
