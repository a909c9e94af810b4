import { FORM_WORDS } from '../recommendation/lexicon/stop-words.ts';
import { stem, typosBetween, wordsOf } from '../language/words.ts';

const SHORTEST = 3;
const PREFIX = 4;

/**
 * Whether two names may be one product's: they share a word that says more than a form ("crème"), shortened and
 * mistyped ones included. Names without such a word are compared by all of theirs.
 */
export function mayBeSameProduct(a: string, b: string): boolean {
  const [first, second] = [telling(a), telling(b)];
  return first.some((word) => second.some((other) => alike(word, other)));
}

function telling(name: string): readonly string[] {
  const words = wordsOf(name);
  const long = words.filter((word) => word.length >= SHORTEST && /[a-z]/.test(word));
  const said = long.filter((word) => !FORM_WORDS.has(word));
  return said.length > 0 ? said : long.length > 0 ? long : words;
}

const alike = (a: string, b: string): boolean =>
  stem(a) === stem(b) ||
  (Math.min(a.length, b.length) >= PREFIX && (a.startsWith(b) || b.startsWith(a))) ||
  typosBetween(a, b) !== null;
