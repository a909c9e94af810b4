import type { Product, ProductId } from '../catalogue/product.ts';
import { stem, wordsOf } from '../language/words.ts';

/** What was shown, in its order, and what of it is being talked about. Prices as they are today, in CFA francs. */
export interface Shown {
  readonly products: readonly (Pick<Product, 'id' | 'name' | 'brand'> & {
    readonly priceCfa: number;
  })[];
  /** What was spoken of last. */
  readonly focus: readonly ProductId[];
  /** The product of the message that this one answers by a swipe. */
  readonly quoted: ProductId | null;
}

export const NOTHING_SHOWN: Shown = { products: [], focus: [], quoted: null };

/** Say nothing about which one is meant. */
const EMPTY = new Set(
  'de du des la le les pour au aux et a en avec sans ml g kg cl l the for of'.split(' '),
);

/** By word stem, the shown products whose names hold it; words of all of them tell nothing apart. */
export function namesShown({ products }: Shown): ReadonlyMap<string, readonly ProductId[]> {
  const names = new Map<string, ProductId[]>();
  for (const { id, name, brand } of products)
    for (const word of new Set(wordsOf(`${name} ${brand ?? ''}`).map(stem)))
      if (!EMPTY.has(word) && !/^\d/.test(word)) names.set(word, [...(names.get(word) ?? []), id]);
  return names;
}
