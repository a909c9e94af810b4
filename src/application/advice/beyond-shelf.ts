import type { Product } from '../../domain/catalogue/product.ts';
import { stem, wordsOf } from '../../domain/language/words.ts';
import type { Vocabulary } from '../../domain/recommendation/match-concepts.ts';
import { lexiconOf } from '../../domain/recommendation/match-concepts.ts';
import { namedThings, type KnownThing } from '../../domain/recommendation/named-things.ts';
import { EMPTY_NEED } from '../../domain/recommendation/need.ts';
import { mentions } from '../../domain/recommendation/shelf-text.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

/** What is looked through for a name; one that the shop has stands far in front. */
const LOOKED_THROUGH = 60;

/** What a message names that the shop has not, in its order. */
export interface BeyondShelf {
  readonly things: readonly KnownThing[];
  /** The message without those names. */
  readonly rest: string;
  /** Something that the shop does carry is named beside. */
  readonly besideCarried: boolean;
}

/** Brands, kinds, medicines and signs known to the world that no product of the shop, sold out or not, is named after. */
export async function beyondShelf(
  { products }: Pick<Repositories, 'products'>,
  { text, vocabulary, today }: { text: string; vocabulary: Vocabulary; today: string },
): Promise<BeyondShelf> {
  const { stems } = lexiconOf(vocabulary);
  const isCarried = async ({ kind, names }: KnownThing): Promise<boolean> => {
    const terms = [...new Set(names.flatMap(wordsOf).filter((word) => word.length > 2))];
    const need = { ...EMPTY_NEED, terms };
    const found = [
      ...(await products.search(need, today, LOOKED_THROUGH)),
      ...(await products.searchSoldOut(need, today, LOOKED_THROUGH)),
    ];
    const isIt = kind === 'sign' ? treats : isNamed;
    return found.some((product) => names.some((name) => isIt(product, name)));
  };
  const named = namedThings(text, (word) => stems.has(stem(word)));
  const beyond: typeof named = (
    await Promise.all(named.map(async (each) => ((await isCarried(each.thing)) ? [] : [each])))
  ).flat();
  const cut = new Set(beyond.flatMap(({ at }) => at));
  return {
    besideCarried: beyond.length < named.length,
    things: [...new Set(beyond.map(({ thing }) => thing))],
    rest:
      cut.size === 0
        ? text
        : wordsOf(text)
            .filter((_, index) => !cut.has(index))
            .join(' '),
  };
}

const isNamed = ({ name, brand, category, tags }: Product, what: string): boolean =>
  [name, brand ?? '', category ?? '', ...tags].some((text) => mentions(text, what));

/** A shelf that has something made for it need not ask a pharmacist. */
const treats = (product: Product, what: string): boolean =>
  isNamed(product, what) ||
  [...product.attributes, product.description ?? ''].some((text) => mentions(text, what));
