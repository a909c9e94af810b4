import { distanceWithin } from '../language/words.ts';
import { TITLES } from './lexicon/introductions.ts';
import { isListedWord, kindOf } from './lexicon/no-names.ts';
import { writtenWords } from './written-words.ts';

/** Who is known to be spoken of, and which words belong to the shop whoever is called so. */
export interface People {
  readonly names: readonly string[];
  /** Phone numbers, in any writing. */
  readonly numbers: readonly string[];
  /** Brands of the catalogue. */
  readonly brands: readonly string[];
}

export const NOBODY: People = { names: [], numbers: [], brands: [] };

/** Names in all their parts, prepared for looking up. */
export interface Known {
  readonly parts: ReadonlySet<string>;
  /** Of parts that are nothing but names. */
  readonly sounds: ReadonlySet<string>;
  /** Of all parts. */
  readonly allSounds: ReadonlySet<string>;
  /** Parts of names that are long enough to be found inside of a word or with a mistake. */
  readonly long: readonly string[];
  readonly numbers: readonly string[];
  readonly brands: ReadonlySet<string>;
}

const LONG = 5;
const LONGEST_NAME = 120;
const MOST_PARTS = 80;
const FEWEST_DIGITS = 6;

export function prepare(people: People): Known {
  const written = people.names.flatMap((name) => {
    const words = writtenWords(name.slice(0, LONGEST_NAME)).filter(({ isWord }) => isWord);
    // "N'Guessan" and "Nguessan" are one name.
    const joined = words.flatMap((word, index) =>
      index > 0 && word.gap.length === 1 && word.gap !== ' '
        ? [words[index - 1]!.folded + word.folded]
        : [],
    );
    return [...words.map(({ folded }) => folded), ...joined];
  });
  const parts = new Set(
    written.filter((part) => part.length > 1 && !TITLES.has(part)).slice(-MOST_PARTS),
  );
  const sure = [...parts].filter((part) => isNameOnly(part));
  return {
    parts,
    sounds: new Set(sure.filter((part) => part.length > 2).map(sound)),
    allSounds: new Set([...parts].map(sound)),
    long: sure.filter((part) => sound(part).length >= LONG),
    numbers: people.numbers
      .map((number) => number.replace(/\D/g, ''))
      .filter((digits) => digits.length >= FEWEST_DIGITS),
    brands: new Set(
      people.brands
        .flatMap((brand) => writtenWords(brand.slice(0, LONGEST_NAME)).map(({ folded }) => folded))
        .filter((word) => word.length > 2),
    ),
  };
}

/** Whether a word can be nothing else than a name. */
const isNameOnly = (part: string): boolean => !isListedWord(part);

/** How a name is heard, roughly, so that its spellings agree: Koumba, Cumba, Kumbah. */
export const sound = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/[cq]u?(?=[aou])|[ckq]+h?|qu/g, 'k')
    .replace(/ou|w/g, 'u')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/(?<=.)h/g, '')
    .replace(/(.)\1+/g, '$1');

const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
};

/**
 * Whether a folded word is a part of a known name: `yes`, or `perhaps` where it is a word or a brand as well, or
 * too short to tell.
 */
export function isKnown(
  word: string,
  { parts, sounds, long, brands }: Known,
): 'yes' | 'perhaps' | 'no' {
  const read = /\d/.test(word) ? word.replace(/\d/g, (digit) => LEET[digit] ?? digit) : word;
  const isTheShops = brands.has(read) || isListedWord(read);
  if (parts.has(read)) return read.length > 2 && !isTheShops ? 'yes' : 'perhaps';
  if (parts.size === 0 || read.length < 3 || isTheShops) return 'no';
  const heard = sound(read);
  if (sounds.has(heard) && heard.length > 2) return 'yes';
  if (read.length < 4 || kindOf(read) === 'word') return 'no';
  const isNear = (written: string, part: string): boolean =>
    written.includes(part) || distanceWithin(written, part, 1) !== null;
  return long.some((part) => isNear(read, part) || isNear(heard, sound(part))) ||
    isGlued(read, parts)
    ? 'yes'
    : 'no';
}

/** Beside another part of the name more is taken for it: words that are names as well, however they are spelled. */
export const isKnownBeside = (word: string, known: Known): boolean =>
  isKnown(word, known) !== 'no' || known.allSounds.has(sound(word));

/** "awandong": nothing but parts of the name, one after the other. */
function isGlued(word: string, parts: ReadonlySet<string>): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < word.length; at += 1) {
    if (!reached.has(at)) continue;
    for (const part of parts)
      if (part.length > 1 && word.startsWith(part, at)) reached.add(at + part.length);
  }
  return reached.has(word.length);
}
