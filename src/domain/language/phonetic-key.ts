/**
 * How a French word sounds, roughly, so that "respiré", "respirer", "respir" and "réspirait" meet, as do
 * "coeur" and "keur". Mute endings go, which also folds conjugations together. Lossy on purpose: words
 * that must not be confused ("sang" and "sans") are matched by their spelling instead.
 */
export function phoneticKey(word: string): string {
  const cached = CACHE.get(word);
  if (cached !== undefined) return cached;
  const key = compute(word);
  if (CACHE.size > CACHE_LIMIT) CACHE.clear();
  CACHE.set(word, key);
  return key;
}

/** Words repeat; the bound keeps a flood of invented words from growing the process. */
const CACHE_LIMIT = 5_000;
const CACHE = new Map<string, string>();

/** In order: each step sees what the former left. Capitals stand for sounds written with several letters. */
const STEPS: ReadonlyArray<readonly [RegExp, string]> = [
  [/ph/g, 'f'],
  [/sch|ch|sh/g, 'X'],
  [/h/g, ''],
  [/eaux?|aux?/g, 'o'],
  [/oeu|eu|oe/g, 'E'],
  [/ou|oo/g, 'U'],
  [/oi|oy/g, 'wa'],
  [/qu|q|ck/g, 'k'],
  [/gn|ngn/g, 'N'],
  [/gu(?=[eiyE])/g, 'G'],
  [/ge(?=[aoO])/g, 'j'],
  [/g(?=[eiyE])/g, 'j'],
  [/sc(?=[eiyE])|c(?=[eiyE])/g, 's'],
  [/c/g, 'k'],
  [/(?:ai|ei|[iyu])[nm](?![aeiouynmUE])/g, 'I'],
  [/[ea][nm](?![aeiouynmUE])/g, 'A'],
  [/o[nm](?![aeiouynmUE])/g, 'O'],
  [/ill?(?=[aeiouyOE]|$)/g, 'y'],
  [/(?:ai|ei|ey|ay)/g, 'e'],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/w(?!a)/g, 'v'],
  [/(.)\1+/g, '$1'],
  [/G/g, 'g'],
];
/** One mute ending only: in "malaise" the e is mute and the s is not. */
const MUTE_ENDING = /(?<=..)(?:es?t?|er|At|(?<=[AOI])g|(?:(?<![stxdp])|(?<=^..))[stxdp]+)$/;

function compute(word: string): string {
  if (/\d/.test(word)) return word;
  // "-ent" is mute in verbs and nasal in nouns; both end up without it, so the two stay consistent.
  let key = word.replace(/(?<=...)ent$/, 'e').replace(/(?<=..)(?:ez|ees?|ers?)$/, 'e');
  for (const [pattern, sound] of STEPS) key = key.replace(pattern, sound);
  return key.replace(MUTE_ENDING, '');
}
