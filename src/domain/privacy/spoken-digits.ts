import type { Written } from './written-words.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const ONES = list(
  'zero un une deux trois quatre cinq six sept huit neuf oh one two three four five seven eight nine',
);
const TEENS = list(
  'dix onze douze treize quatorze quinze seize ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const TENS = list(
  'vingt trente quarante cinquante soixante septante octante nonante twenty thirty forty fifty sixty seventy eighty ninety',
);
const AGAIN = list('double triple');

/**
 * One number below a hundred said in words, from a word on; null when it is none. Digits are marked, not worked
 * out: how many there are is all that is asked.
 */
export function readSpoken(
  words: readonly Written[],
  index: number,
): { readonly digits: string; readonly last: number } | null {
  const at = (offset: number): string => words[index + offset]?.folded ?? '';
  const follows = (offset: number): boolean => (words[index + offset]?.gap.length ?? 9) <= 2;
  const first = at(0);
  if (AGAIN.has(first)) return ONES.has(at(1)) ? { digits: '', last: index } : null;
  if (first === 'quatre' && /^vingts?$/.test(at(1)) && follows(1)) {
    const more = follows(2) && at(1) === 'vingt' && (ONES.has(at(2)) || TEENS.has(at(2)));
    const most = more && at(2) === 'dix' && ONES.has(at(3)) && words[index + 3]!.gap === '-';
    return { digits: 'xx', last: index + (most ? 3 : more ? 2 : 1) };
  }
  if (TENS.has(first)) {
    const link = at(1) === 'et' ? 1 : 0;
    const more = follows(1 + link) && (ONES.has(at(1 + link)) || TEENS.has(at(1 + link)));
    if (!more) return { digits: 'xx', last: index };
    const most =
      at(1 + link) === 'dix' && words[index + 2 + link]?.gap === '-' && ONES.has(at(2 + link));
    return { digits: 'xx', last: index + 1 + link + (most ? 1 : 0) };
  }
  if (TEENS.has(first)) {
    const more =
      first === 'dix' && /^(?:sept|huit|neuf)$/.test(at(1)) && words[index + 1]!.gap === '-';
    return { digits: 'xx', last: index + (more ? 1 : 0) };
  }
  return ONES.has(first) ? { digits: 'x', last: index } : null;
}
