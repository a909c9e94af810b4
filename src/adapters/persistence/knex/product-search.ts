import type { Knex } from 'knex';
import type { Product } from '../../../domain/catalogue/product.ts';
import type { Need } from '../../../domain/recommendation/need.ts';
import type { Shelf } from '../../../domain/recommendation/search-score.ts';
import { stem, wordsOf } from '../../../domain/language/words.ts';
import { mayMean } from '../../../domain/recommendation/known-words.ts';
import { PRODUCT_COLUMNS, toProduct, type ProductRow } from './product-row.ts';

/** What the customer pays on day `:today`. */
const PRICE = `case when promo_price_cfa < price_cfa and (promo_from is null or promo_from <= :today::date) and (promo_to is null or promo_to >= :today::date) then promo_price_cfa else price_cfa end`;
/** Never above the price of any day, and indexed: candidates come in its order. */
const LOWEST = 'least(price_cfa, promo_price_cfa)';

/** Costs something on that day; written so that the planner expects nearly every product to. */
const PRICED = `price_cfa > 0 and (promo_price_cfa is null or promo_price_cfa > 0 or promo_from > :today::date or promo_to < :today::date)`;

/** Found in an index's order before the cheapest of them are taken. */
const FOUND = 200;
/** What the domain ranks of one question to the database. */
const SHORTLIST = 60;
/** Of all words one by one, when they do not meet in one product. */
const ONE_BY_ONE = 60;
/** Words of the catalogue that resemble a mistyped one, before the domain says which are meant. */
const SIMILAR = 24;

const WORDS = `search @@ to_tsquery('lea.french_unaccent', :query)`;

/** Finds what may answer a need, for the domain to rank: the bounds hold, the words are met somewhere. */
export class ProductSearch {
  readonly #trx: Knex.Transaction;
  readonly #need: Need;
  readonly #today: string;
  readonly #shelf: Shelf;

  constructor(trx: Knex.Transaction, need: Need, today: string, shelf: Shelf) {
    this.#trx = trx;
    this.#need = need;
    this.#today = today;
    this.#shelf = shelf;
  }

  /** The cheapest within the bounds. */
  onShelf(): Promise<readonly Product[]> {
    const { brand, attributes, budgetMinCfa } = this.#need;
    const indexed =
      this.#sells && brand === null && attributes.length === 0 && budgetMinCfa === null;
    return this.#read(indexed ? this.#inOrder('true') : this.#foundFirst('true'), {});
  }

  /** Products in which all the words meet, outside of their description. */
  withAll(): Promise<readonly Product[]> {
    return this.#matching(
      this.#need.terms.map((term) => [term]),
      strongly,
    );
  }

  /** Products in which the words, or those that were meant by them, meet anywhere, or single ones of them. */
  async withSome(): Promise<readonly Product[]> {
    const groups = await this.#meant();
    if (groups.length === 0) return [];
    const all = await this.#matching(groups, anywhere);
    if (groups.length === 1) return all;
    const each = `select p.* from unnest(:queries::text[]) as word cross join lateral (
      select ${PRODUCT_COLUMNS} from products
      where ${this.#bounds()} and search @@ to_tsquery('lea.french_unaccent', word) limit ${Math.ceil(ONE_BY_ONE / groups.length)}) as p`;
    return [...all, ...(await this.#read(each, { queries: groups.map(strongly) }))];
  }

  /** Each word that the shelf knows, and for one that it does not those that may have been meant, if any. */
  async #meant(): Promise<readonly (readonly string[])[]> {
    const { rows } = await this.#trx.raw<{
      rows: { term: string; known: boolean; similar: string[] }[];
    }>(
      `select term, known, array(
         select word from lea.product_vocabulary
         where not known and (word operator(extensions.%) term or word like left(term, greatest(length(term) - 2, 5)) || '%')
         order by extensions.similarity(word, term) desc, word limit ${SIMILAR}) as similar
       from unnest(?::text[]) as term cross join lateral (
         select exists (select from products where active and search @@ plainto_tsquery('lea.french_unaccent', term)) as known offset 0) as k`,
      [[...this.#need.terms]],
    );
    return rows.flatMap(({ term, known, similar }) => {
      const root = stem(term);
      const near = similar.filter(
        (word) => mayMean(term, word) || (root.length >= 5 && word.startsWith(root)),
      );
      return known || near.length > 0 ? [[term, ...near]] : [];
    });
  }

  /** Each group is one word in its variants. */
  #matching(
    groups: readonly (readonly string[])[],
    write: (variants: readonly string[]) => string,
  ): Promise<readonly Product[]> {
    const { category, brand, attributes, promotionsOnly, budgetMinCfa } = this.#need;
    const shelfNamed =
      category !== null || brand !== null || attributes.length > 0 || promotionsOnly;
    // One word's frequency is known to the planner, two words' together is not: guessed too high, it would
    // walk through the whole shop in order of price.
    const one = this.#sells && groups.length === 1 && !shelfNamed && budgetMinCfa === null;
    return this.#read(one ? this.#inOrder(WORDS) : this.#foundFirst(WORDS), {
      query: both(groups.map(write)),
    });
  }

  /** The sold-out are few: in order of price most of the shop would be walked past. */
  get #sells(): boolean {
    return this.#shelf === 'sellable';
  }

  /** By the index that is in order of price. */
  #inOrder(words: string): string {
    return `select ${PRODUCT_COLUMNS} from products where ${this.#bounds()} and ${words} order by ${LOWEST} limit ${SHORTLIST}`;
  }

  /** By the indexes that hold the bounds and words: what is found is read in no order and no further than needed. */
  #foundFirst(words: string): string {
    return `with found as materialized (select ${PRODUCT_COLUMNS} from products where ${this.#bounds()} and ${words})
      select * from (select * from found limit ${FOUND}) as few order by ${LOWEST} limit ${SHORTLIST}`;
  }

  #bounds(): string {
    const need = this.#need;
    return [
      `active and ${this.#sells ? '' : 'not '}(stock_qty > 0 and (expiration_date is null or expiration_date >= :today::date))`,
      PRICED,
      need.budgetMaxCfa === null ? null : `${LOWEST} <= :max and ${PRICE} <= :max`,
      need.budgetMinCfa === null ? null : `price_cfa >= :min and ${PRICE} >= :min`,
      need.category === null ? null : 'category_key = lea.fold(:category)',
      need.brand === null ? null : 'brand_key = lea.fold(:brand)',
      need.attributes.length === 0 ? null : 'attribute_keys @> lea.fold_all(:attributes::text[])',
      need.promotionsOnly ? `promo_price_cfa is not null and ${PRICE} < price_cfa` : null,
    ]
      .filter((part) => part !== null)
      .join(' and ');
  }

  async #read(
    sql: string,
    bindings: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<readonly Product[]> {
    const { budgetMaxCfa: max, budgetMinCfa: min, category, brand, attributes } = this.#need;
    const all = { today: this.#today, max, min, category, brand, attributes, ...bindings };
    const { rows } = await this.#trx.raw<{ rows: ProductRow[] }>(
      sql,
      all as unknown as Knex.RawBinding[],
    );
    return rows.map(toProduct);
  }
}

/** In name, brand, category and labels. */
const strongly = (words: readonly string[]): string => query(words, ':AB');
const anywhere = (words: readonly string[]): string => query(words, '');
const both = (queries: readonly string[]): string => queries.map((one) => `(${one})`).join(' & ');
/** Words of letters and digits only, so that nothing of a customer's becomes an operator. */
const query = (variants: readonly string[], weight: string): string =>
  variants
    .map((variant) =>
      wordsOf(variant)
        .map((word) => `${word}${weight}`)
        .join(' <-> '),
    )
    .filter((phrase) => phrase !== '')
    .map((phrase) => `(${phrase})`)
    .join(' | ') || `''`;
