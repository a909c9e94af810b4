import { CONCEPTS, SOFT_ATTRIBUTES, type Concept } from './lexicon/concepts.ts';
import { isKnownWord } from './known-words.ts';
import { FORM_WORDS, STOP_WORDS } from './lexicon/stop-words.ts';
import { nearestWord, stem, wordsOf } from '../language/words.ts';

/** The catalogue's own words, as `Products.vocabulary()` gives them. */
export interface Vocabulary {
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  readonly attributes: readonly string[];
}

/** What a phrase of a message stands for in this catalogue. */
export interface Meaning {
  readonly phrase: readonly string[];
  readonly stems: readonly string[];
  readonly attribute: string | null;
  readonly category: string | null;
  readonly weakCategory: string | null;
  readonly brand: string | null;
  readonly terms: readonly string[];
}

export interface Match {
  readonly meaning: Meaning;
  readonly at: readonly number[];
}

/** Words that may stand between two of a phrase: a few, and fewer that mean something. */
const GAP = 4;
const MEANING_GAP = 2;
/** Words that a gap may not jump over: they begin another thing. */
const BREAKS: ReadonlySet<string> = new Set([
  'cheveux',
  'peau',
  'pour',
  'mais',
  'ou',
  'contre',
  'avec',
  'sans',
  'pas',
]);

const folded = (text: string): string => wordsOf(text).join(' ');

/** What can be meant in one catalogue, prepared for looking up. */
export interface Lexicon {
  readonly byFirstStem: ReadonlyMap<string, readonly Meaning[]>;
  readonly stems: ReadonlySet<string>;
  /** Words worth correcting a typo to, by first letter. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

const prepared = new Map<string, Lexicon>();
const MOST_PREPARED = 8;

/** Prepared once per vocabulary: every message is read against it, and it changes with the catalogue only. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const key = [vocabulary.categories, vocabulary.brands, vocabulary.attributes]
    .map((names) => names.join('\n'))
    .join('\n\n');
  const known = prepared.get(key);
  if (known) return known;
  const meanings = meaningsOf(vocabulary);
  const spellings = new Set(
    [...FORM_WORDS, ...meanings.flatMap(({ phrase, terms }) => [...phrase, ...terms])].filter(
      (word) => word.length >= 5 && !STOP_WORDS.has(word),
    ),
  );
  const lexicon: Lexicon = {
    byFirstStem: groupBy(meanings, ({ stems }) => stems[0]!),
    stems: new Set([...meanings.flatMap(({ stems }) => stems), ...[...spellings].map(stem)]),
    spellings: groupBy([...spellings], (word) => word[0]!),
  };
  if (prepared.size >= MOST_PREPARED) prepared.clear();
  prepared.set(key, lexicon);
  return lexicon;
}

function groupBy<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** The shop's spelling of a mistyped word, so that a search in the database finds it too. */
export function correctTypo(word: string, lexicon: Lexicon): string {
  if (word.length < 5 || isKnownWord(word) || lexicon.stems.has(stem(word))) return word;
  return nearestWord(word, lexicon.spellings.get(word[0]!) ?? []) ?? word;
}

function meaningsOf(vocabulary: Vocabulary): readonly Meaning[] {
  const attributes = new Map(vocabulary.attributes.map((name) => [folded(name), name]));
  const categories = new Map(vocabulary.categories.map((name) => [folded(name), name]));
  const meanings: Meaning[] = [];
  const add = (phrase: string, meaning: Partial<Meaning>): void => {
    const words = wordsOf(phrase);
    if (words.length === 0) return;
    meanings.push({
      attribute: null,
      category: null,
      weakCategory: null,
      brand: null,
      terms: [],
      ...meaning,
      phrase: words,
      stems: words.map(stem),
    });
  };
  for (const name of vocabulary.brands) add(name, { brand: name });
  for (const name of vocabulary.categories) add(name, { category: name });
  for (const concept of CONCEPTS)
    for (const said of concept.say.split('|')) add(said, resolve(concept, attributes, categories));
  for (const [key, name] of attributes)
    add(
      key,
      SOFT_ATTRIBUTES.has(key)
        ? { terms: key.split(' ').filter((word) => !/^\d+$/.test(word)) }
        : { attribute: name },
    );
  const taken = new Set(
    [...attributes.keys(), ...CONCEPTS.flatMap(({ say, terms }) => [say, terms ?? ''])]
      .flatMap(wordsOf)
      .map(stem),
  );
  for (const name of vocabulary.brands)
    for (const word of wordsOf(name)) if (isTelling(word, taken)) add(word, { brand: name });
  return meanings;
}

function resolve(
  concept: Concept,
  attributes: ReadonlyMap<string, string>,
  categories: ReadonlyMap<string, string>,
): Partial<Meaning> {
  const key = concept.attribute === undefined ? null : folded(concept.attribute);
  const attribute = key === null || SOFT_ATTRIBUTES.has(key) ? null : (attributes.get(key) ?? null);
  const category =
    concept.category === undefined ? null : (categories.get(folded(concept.category)) ?? null);
  const weakCategory =
    concept.weakCategory === undefined
      ? null
      : (categories.get(folded(concept.weakCategory)) ?? null);
  const terms = concept.terms === undefined ? [] : wordsOf(concept.terms);
  // What the catalogue does not label is looked for in its texts.
  const words =
    attribute === null && category === null && terms.length === 0
      ? wordsOf(concept.attribute ?? concept.category ?? concept.weakCategory ?? '')
      : [];
  return {
    attribute,
    category,
    weakCategory,
    terms: [...terms, ...words.filter((word) => !STOP_WORDS.has(word))],
  };
}

/** A word of a brand that says the brand alone: long, and nothing else in the shop. */
const isTelling = (word: string, taken: ReadonlySet<string>): boolean =>
  word.length >= 5 && !STOP_WORDS.has(word) && !taken.has(stem(word)) && !COMMON.has(word);
const COMMON: ReadonlySet<string> = new Set([
  'nature',
  'maison',
  'soleil',
  'sport',
  'secours',
  'botanique',
  'derme',
  'sante',
  'beaute',
  'paris',
  'laboratoire',
  'laboratoires',
  'pharma',
]);

/** Finds the meanings in a row of words, longest first, each word used once. */
export function matchMeanings(words: readonly string[], lexicon: Lexicon): readonly Match[] {
  const stems = words.map(stem);
  const possible = stems.flatMap((root, start) =>
    (lexicon.byFirstStem.get(root) ?? []).flatMap((meaning) => {
      const at = follow(start, words, stems, meaning);
      return at === null ? [] : [{ meaning, at }];
    }),
  );
  possible.sort(
    (a, b) => b.at.length - a.at.length || spread(a) - spread(b) || a.at[0]! - b.at[0]!,
  );
  const used = new Set<number>();
  const matches = possible.filter(({ at }) => {
    if (at.some((index) => used.has(index))) return false;
    at.forEach((index) => used.add(index));
    return true;
  });
  return matches.sort((a, b) => a.at[0]! - b.at[0]!);
}

const spread = ({ at }: Match): number => at.at(-1)! - at[0]!;

function follow(
  start: number,
  words: readonly string[],
  stems: readonly string[],
  meaning: Meaning,
): readonly number[] | null {
  const at = [start];
  for (const part of meaning.stems.slice(1)) {
    const next = nextAfter(at.at(-1)!, words, stems, part);
    if (next === null) return null;
    at.push(next);
  }
  return at;
}

function nextAfter(
  from: number,
  words: readonly string[],
  stems: readonly string[],
  part: string,
): number | null {
  let between = 0;
  for (let index = from + 1; index <= from + 1 + GAP && index < words.length; index += 1) {
    if (stems[index] === part) return index;
    if (!STOP_WORDS.has(words[index]!)) between += 1;
    if (between > MEANING_GAP || BREAKS.has(words[index]!)) return null;
  }
  return null;
}

/** The attributes of a vocabulary that a text names in any of their wordings. */
export function attributesNamed(text: string, vocabulary: Vocabulary): readonly string[] {
  return [
    ...new Set(
      matchMeanings(wordsOf(text), lexiconOf(vocabulary)).flatMap(
        ({ meaning }) => meaning.attribute ?? [],
      ),
    ),
  ];
}
