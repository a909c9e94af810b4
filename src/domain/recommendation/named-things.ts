import { nearestWord, stem, wordsOf } from '../language/words.ts';
import { isKnownWord } from './known-words.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import { WORLD_BRANDS } from './lexicon/world/brands.ts';
import { WORLD_KINDS } from './lexicon/world/kinds.ts';
import { MEDICINES, PHARMACIST_SIGNS } from './lexicon/world/medicines.ts';

/** A brand, a kind of product, a medicine or a sign that the world knows, whether the shop has it or not. */
export interface KnownThing {
  readonly kind: 'brand' | 'kind' | 'medicine' | 'sign';
  /** As Léa writes it. */
  readonly fr: string;
  readonly en: string;
  /** Every name of it; one of them on a product makes it carried. */
  readonly names: readonly string[];
}

/** A thing and the words, of `wordsOf(text)`, that name it. */
export interface NamedThing {
  readonly thing: KnownThing;
  readonly at: readonly number[];
}

const LITTLE: ReadonlySet<string> = new Set(
  'a au aux d de des du l la le les pour contre et the of for'.split(' '),
);
/** What the customer has, takes or avoids is not what she asks for. */
const NOT_ASKED: ReadonlySet<string> = new Set(
  'sans ni pas sous without no not allergique allergie intolerant intolerante allergic apres after'.split(
    ' ',
  ),
);
const NOT_ASKED_REACH = 3;
/** A shorter name has too many honest neighbours. */
const SHORTEST_MISTYPED = 5;

interface Name {
  readonly stems: readonly string[];
  readonly thing: KnownThing;
}

const same =
  (kind: 'medicine' | 'sign') =>
  (name: string): KnownThing => ({
    kind,
    fr: name,
    en: name,
    names: [name],
  });
const THINGS: readonly KnownThing[] = [
  ...WORLD_BRANDS.map((names): KnownThing => ({
    kind: 'brand',
    fr: names[0]!,
    en: names[0]!,
    names,
  })),
  ...WORLD_KINDS.map((names): KnownThing => ({
    kind: 'kind',
    fr: names[0]!,
    en: names[1]!,
    names,
  })),
  ...MEDICINES.map(same('medicine')),
  ...PHARMACIST_SIGNS.map(same('sign')),
];

/** The words that carry a name: "alcool à 70°" and "alcool 70" are one. */
const telling = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !LITTLE.has(word));

const BY_FIRST = new Map<string, Name[]>();
for (const thing of THINGS)
  for (const name of thing.names) {
    const stems = telling(wordsOf(name)).map(stem);
    const group = BY_FIRST.get(stems[0]!);
    if (group) group.push({ stems, thing });
    else BY_FIRST.set(stems[0]!, [{ stems, thing }]);
  }
/** One-word names that a slip is forgiven in, by first letter. */
const MISTYPED = Map.groupBy(
  new Set(
    THINGS.filter(({ kind }) => kind === 'brand' || kind === 'medicine')
      .flatMap(({ names }) => names.map(wordsOf))
      .flatMap((words) =>
        words.length === 1 && words[0]!.length >= SHORTEST_MISTYPED ? words : [],
      ),
  ),
  (word) => word[0]!,
);

/** What a text asks for by a name that the world knows, the longest names first taken, in order. */
export function namedThings(
  text: string,
  isOfTheShop: (word: string) => boolean,
): readonly NamedThing[] {
  const words = wordsOf(text).map((word) => spelt(word, isOfTheShop));
  const places = words.flatMap((word, index) => (LITTLE.has(word) ? [] : [index]));
  const stems = places.map((index) => stem(words[index]!));
  const possible = places
    .flatMap((_, start) =>
      (BY_FIRST.get(stems[start]!) ?? [])
        .filter((name) => name.stems.every((root, offset) => stems[start + offset] === root))
        .map(({ thing, stems: { length } }) => ({
          thing,
          at: places.slice(start, start + length),
        })),
    )
    .toSorted((a, b) => b.at.length - a.at.length);
  const used = new Set<number>();
  return possible
    .filter(({ at }) => {
      if (at.some((index) => used.has(index))) return false;
      at.forEach((index) => used.add(index));
      return true;
    })
    .filter(
      ({ at }) =>
        !words
          .slice(Math.max(0, at[0]! - NOT_ASKED_REACH), at[0])
          .some((word) => NOT_ASKED.has(word)),
    )
    .toSorted((a, b) => a.at[0]! - b.at[0]!);
}

function spelt(word: string, isOfTheShop: (word: string) => boolean): string {
  if (word.length < SHORTEST_MISTYPED || isKnownWord(word) || isOfTheShop(word)) return word;
  return nearestWord(word, MISTYPED.get(word[0]!) ?? []) ?? word;
}

/** Whether a text does nothing but ask for things by names that the world knows ("vous auriez du Bioderma ?"). */
export function onlyNames(text: string): boolean {
  const named = new Set(namedThings(text, () => false).flatMap(({ at }) => at));
  return (
    named.size > 0 &&
    wordsOf(text).every(
      (word, index) =>
        named.has(index) ||
        STOP_WORDS.has(word) ||
        LITTLE.has(word) ||
        /^\d+(?:mg|g|ml)?$/.test(word),
    )
  );
}
