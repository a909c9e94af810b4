import { stem, typosBetween, wordsOf } from '../language/words.ts';
import { ENGLISH_WORDS } from '../privacy/lexicon/en/ordinary-words.ts';
import { FRENCH_WORDS } from '../privacy/lexicon/fr/ordinary-words.ts';
import { LEXICON } from '../triage/lexicon/lexicon.ts';
import { KNOWN_BRANDS } from './lexicon/forbidden.ts';
import { HONEST_WORDS, SPELLINGS, STOP_WORDS } from './lexicon/stop-words.ts';
import { WORLD_BRANDS } from './lexicon/world/brands.ts';
import { WORLD_KINDS } from './lexicon/world/kinds.ts';
import { MEDICINES, PHARMACIST_SIGNS } from './lexicon/world/medicines.ts';

/** Long enough to be mistaken for another word. */
const SHORTEST = 5;

const KNOWN: ReadonlySet<string> = new Set(
  [
    STOP_WORDS,
    HONEST_WORDS,
    FRENCH_WORDS,
    ENGLISH_WORDS,
    KNOWN_BRANDS,
    MEDICINES,
    PHARMACIST_SIGNS,
    ...WORLD_BRANDS,
    ...WORLD_KINDS,
    ...LEXICON.values(),
  ]
    .flatMap((phrases) => [...phrases])
    .flatMap(wordsOf)
    .filter((word) => word.length >= SHORTEST)
    .map(stem),
);

/** Whether a folded word means something as it stands, so that it is no slip for another one. */
export const isKnownWord = (word: string): boolean => KNOWN.has(stem(word));

const spelt = (word: string): string => stem(SPELLINGS.get(word) ?? word);

/** Whether a word that was typed may be a slip for one of the shelf: never from one known word to another. */
export const mayMean = (typed: string, word: string): boolean =>
  spelt(typed) === spelt(word) || (!isKnownWord(typed) && typosBetween(typed, word) !== null);
