/** Small numbers as words, folded, French and English. */
const WORDS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  neuf: 9,
  nine: 9,
  dix: 10,
  ten: 10,
  douze: 12,
  twelve: 12,
  quinze: 15,
  vingt: 20,
  twenty: 20,
};

/** A small whole number, in figures or as a word; null for anything else. */
export function smallNumber(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d{1,3}$/.test(word)) return Number(word);
  return WORDS[word] ?? null;
}

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^(?:premiere?s?|prems|1er|1ere|1re|first|1st)$/, 1],
  [/^(?:deu[xz]ieme?s?|dexieme|seconde?s?|2e|2em|2eme|2nde?|second)$/, 2],
  [/^(?:troi?[sz]ieme?s?|3e|3em|3eme|third|3rd)$/, 3],
  [/^(?:quatrieme?s?|4e|4eme|fourth)$/, 4],
  [/^(?:cinquieme?s?|5e|5eme|fifth)$/, 5],
];

/** The place that an ordinal names among `count`, from 1; the last one has a name too. Null: no ordinal. */
export function ordinal(word: string | undefined, count: number): number | null {
  if (word === undefined) return null;
  if (/^(?:dernier|derniere|last)$/.test(word)) return count;
  return ORDINALS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
