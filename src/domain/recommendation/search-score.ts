import {
  currentPriceCfa,
  isInStock,
  isPriced,
  isPromoted,
  type Product,
} from '../catalogue/product.ts';
import { foldText } from '../language/normalise-text.ts';
import { FORM_WORDS } from './lexicon/stop-words.ts';
import type { Need } from './need.ts';
import { shelfText, type ShelfText } from './shelf-text.ts';
import { mayMean } from './known-words.ts';
import { stem } from '../language/words.ts';

/** What a hit is worth by where it is found; a word of the name says most. */
const WEIGHTS = { name: 4, brand: 3, labels: 3, category: 2, description: 1 } as const;
/** "Crème" fits half the shop and so says little. */
const FORM_SHARE = 0.5;

type Field = ShelfText & { readonly weight: number };

/**
 * Products that may be offered for a need on a local day, best first. Shelf, bounds, brand, category and
 * attributes are hard; words score where they are found, typos forgiven. A need of words alone wants at
 * least one of them found. The order is total: score, then the lower price, then the name.
 */
export function rankProducts(
  products: readonly Product[],
  need: Need,
  today: string,
  shelf: Shelf = 'sellable',
): readonly Product[] {
  const bounded =
    need.category !== null ||
    need.brand !== null ||
    need.attributes.length > 0 ||
    need.promotionsOnly;
  return products
    .filter((product) => satisfies(product, need, today, shelf))
    .map((product) => ({
      product,
      score: termScore(product, need.terms),
      priceCfa: currentPriceCfa(product, today),
    }))
    .filter(({ score }) => score > 0 || bounded || need.terms.length === 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.priceCfa - b.priceCfa ||
        compare(a.product.name, b.product.name) ||
        compare(a.product.id, b.product.id),
    )
    .map(({ product }) => product);
}

/** What can be had today, or what is carried but sold out or past its date. */
export type Shelf = 'sellable' | 'sold_out';

/** Everything about a need that is not a matter of degree. */
export function satisfies(
  product: Product,
  need: Need,
  today: string,
  shelf: Shelf = 'sellable',
): boolean {
  const priceCfa = currentPriceCfa(product, today);
  const labels = new Set(product.attributes.map(fold));
  return (
    product.active &&
    isPriced(product, today) &&
    isInStock(product, today) === (shelf === 'sellable') &&
    (!need.promotionsOnly || isPromoted(product, today)) &&
    (need.budgetMaxCfa === null || priceCfa <= need.budgetMaxCfa) &&
    (need.budgetMinCfa === null || priceCfa >= need.budgetMinCfa) &&
    (need.brand === null || fold(product.brand ?? '') === fold(need.brand)) &&
    (need.category === null || fold(product.category ?? '') === fold(need.category)) &&
    need.attributes.every((name) => labels.has(fold(name)))
  );
}

/**
 * Whether a product is what was asked for and not merely alike: of the words that say more than its form, at
 * least half are found in it and one in its name. A need holds other names of the same thing too, so all of
 * them would be too much.
 */
export function isAskedFor(product: SearchableTexts, { terms }: Need): boolean {
  const telling = terms.filter((term) => !FORM_WORDS.has(term));
  const words = telling.length > 0 ? telling : terms;
  const found = words.filter((term) => termScore(product, [term]) > 0);
  const name = field(WEIGHTS.name, product.name);
  return (
    found.length * 2 >= words.length &&
    (words.length === 0 || found.some((term) => hit(term, name) > 0))
  );
}

/** The texts of a product that a search looks at. */
export type SearchableTexts = Pick<
  Product,
  'name' | 'brand' | 'category' | 'description' | 'attributes' | 'tags'
>;

/** How well a product's texts answer to words; 0 when none is found. */
export function termScore(product: SearchableTexts, terms: readonly string[]): number {
  if (terms.length === 0) return 0;
  const fields: readonly Field[] = [
    field(WEIGHTS.name, product.name),
    field(WEIGHTS.brand, product.brand ?? ''),
    field(WEIGHTS.labels, [...product.attributes, ...product.tags].join(' ')),
    field(WEIGHTS.category, product.category ?? ''),
    field(WEIGHTS.description, product.description ?? ''),
  ];
  return terms.reduce(
    (total, term) =>
      total +
      Math.max(...fields.map((each) => hit(term, each) * each.weight)) *
        (FORM_WORDS.has(term) ? FORM_SHARE : 1),
    0,
  );
}

function hit(term: string, { words, stems }: Field): number {
  const root = stem(term);
  if (stems.has(root)) return 1;
  if (root.length >= 5 && words.some((word) => word.startsWith(root))) return 0.8;
  return words.some((word) => mayMean(term, word)) ? 0.6 : 0;
}

const field = (weight: number, text: string): Field => ({ weight, ...shelfText(text) });
const fold = (text: string): string => foldText(text).trim();
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
