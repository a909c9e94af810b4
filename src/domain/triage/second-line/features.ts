import type { Token } from '../../language/tokens.ts';

/** Places for a weight; a power of two, so that a hash is cut to one by its last bits. */
export const BUCKETS = 2 ** 14;

const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
/** Tells the kinds of features apart, so that a word is not taken for a group of letters. */
const KIND = { word: 1, pair: 2, sound: 3, pairOfSounds: 4 } as const;

/**
 * The places of what words say, each once: groups of 3 to 5 letters with the edges of words, words and pairs of
 * neighbours, by spelling and by sound. Groups of letters are what carries over to words that nobody has seen:
 * slips, texting, endings. In proportion to the length of the text.
 */
export function featuresOf(tokens: readonly Token[]): readonly number[] {
  const seen = new Set<number>();
  let word = OFFSET;
  let sound = OFFSET;
  for (const token of tokens) {
    addGrams(`<${token.word}>`, seen);
    seen.add(placeOf(spell(token.word, mix(word, KIND.pair))));
    seen.add(placeOf(spell(token.key, mix(sound, KIND.pairOfSounds))));
    word = spell(token.word, mix(OFFSET, KIND.word));
    sound = spell(token.key, mix(OFFSET, KIND.sound));
    seen.add(placeOf(word)).add(placeOf(sound));
  }
  return [...seen];
}

function addGrams(edged: string, seen: Set<number>): void {
  for (let start = 0; start < edged.length; start += 1) {
    let hash = OFFSET;
    const last = Math.min(edged.length, start + LONGEST_GRAM);
    for (let at = start; at < last; at += 1) {
      hash = mix(hash, edged.charCodeAt(at));
      if (at - start + 1 >= SHORTEST_GRAM) seen.add(placeOf(hash));
    }
  }
}

/** FNV-1a, one letter at a time. */
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME) >>> 0;

function spell(word: string, from: number): number {
  let hash = from;
  for (let at = 0; at < word.length; at += 1) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BUCKETS - 1);
