import type { Knex } from 'knex';
import type { Product, ProductId } from '../../../domain/catalogue/product.ts';
import type { Need } from '../../../domain/recommendation/need.ts';
import { rankProducts, type Shelf } from '../../../domain/recommendation/search-score.ts';
import type { Products } from '../../../ports/repositories/products.ts';
import { PRODUCT_COLUMNS, toProduct, type ProductRow } from './product-row.ts';
import { ProductSearch } from './product-search.ts';

/** The catalogue's words as a process last read them, and the version they belong to. */
export interface KnownVocabulary {
  version: number;
  words: Awaited<ReturnType<Products['vocabulary']>>;
}

export class KnexProducts implements Products {
  readonly #trx: Knex.Transaction;
  readonly #known: KnownVocabulary;

  /** `known` is shared by the transactions of a process and kept up by them. */
  constructor(trx: Knex.Transaction, known: KnownVocabulary) {
    this.#trx = trx;
    this.#known = known;
  }

  async getMany(ids: readonly ProductId[]): Promise<readonly Product[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.#trx.raw<{ rows: ProductRow[] }>(
      `select ${PRODUCT_COLUMNS} from products where id = any(?)`,
      [[...ids]],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []).map(toProduct);
  }

  /**
   * The indexes find a shortlist, by the words themselves first and then by those that were meant; the domain
   * ranks it.
   */
  search(need: Need, today: string, limit: number): Promise<readonly Product[]> {
    return this.#find(need, today, limit, 'sellable');
  }

  searchSoldOut(need: Need, today: string, limit: number): Promise<readonly Product[]> {
    return this.#find(need, today, limit, 'sold_out');
  }

  async #find(need: Need, today: string, limit: number, shelf: Shelf): Promise<readonly Product[]> {
    const search = new ProductSearch(this.#trx, need, today, shelf);
    const best = (found: readonly Product[]): readonly Product[] => {
      const distinct = new Map(found.map((product) => [product.id, product]));
      return rankProducts([...distinct.values()], need, today, shelf).slice(0, limit);
    };
    if (need.terms.length === 0) return best(await search.onShelf());
    const exact = await search.withAll();
    if (exact.length >= limit) return best(exact);
    const found = [...exact, ...(await search.withSome())];
    const shelfNamed =
      need.category !== null ||
      need.brand !== null ||
      need.attributes.length > 0 ||
      need.promotionsOnly;
    return best(shelfNamed && found.length === 0 ? await search.onShelf() : found);
  }

  /** A look at the version, as the words take the whole catalogue to read and change seldom. */
  async vocabulary(): ReturnType<Products['vocabulary']> {
    const { rows: versions } = await this.#trx.raw<{ rows: { version: number }[] }>(
      'select version from lea.catalogue_version',
    );
    const { version } = versions[0]!;
    if (version === this.#known.version) return this.#known.words;
    const { rows } = await this.#trx.raw<{ rows: KnownVocabulary['words'][] }>(
      `select
         array(select distinct category from products where active and category is not null order by 1) as categories,
         array(select distinct brand from products where active and brand is not null order by 1) as brands,
         array(select distinct attribute from products, unnest(attributes) as attribute where active order by 1) as attributes`,
    );
    Object.assign(this.#known, { version, words: rows[0]! });
    return rows[0]!;
  }
}
