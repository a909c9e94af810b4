import { distanceWithin } from '../language/words.ts';
import { mistypedWords } from './lexicon/no-names.ts';

/** Shorter words have too many honest neighbours. */
const SHORTEST = 5;

const byLength = new Map<string, string[]>();
for (const word of mistypedWords()) {
  const key = `${word[0]}${word.length}`;
  const group = byLength.get(key);
  if (group) group.push(word);
  else byLength.set(key, [word]);
}

/** Whether a folded word is likely a common one with one mistake: "interesé", "enciente". */
export const nearOrdinary = (word: string): boolean =>
  word.length >= SHORTEST &&
  [-1, 0, 1].some((more) =>
    (byLength.get(`${word[0]}${word.length + more}`) ?? []).some(
      (common) => common.length >= SHORTEST && distanceWithin(word, common, 1) !== null,
    ),
  );
