import type { Knex } from 'knex';
import type { Product, ProductId } from '../../../domain/catalogue/product.ts';
import type { Need } from '../../../domain/recommendation/need.ts';
import { rankProducts } from '../../../domain/recommendation/search-score.ts';
import type { Products } from '../../../ports/repositories/products.ts';
import { PRODUCT_COLUMNS, toProduct, type ProductRow } from './product-row.ts';

/** Found by the indexes, before the domain ranks them. */
const SHORTLIST = 200;
/** How close a word must be to count as a slip of the finger. */
const SIMILARITY = 0.5;

/** What the customer pays on day `:today`. */
const PRICE = `case when promo_price_cfa < price_cfa and (promo_from is null or promo_from <= :today::date) and (promo_to is null or promo_to >= :today::date) then promo_price_cfa else price_cfa end`;

export class KnexProducts implements Products {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
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

  /** The indexes find a shortlist by full text and, where that finds little, by similar words; the domain ranks it. */
  async search(need: Need, today: string, limit: number): Promise<readonly Product[]> {
    if (need.terms.length === 0)
      return rankProducts(await this.#shortlist(need, today, 'true', {}), need, today).slice(
        0,
        limit,
      );
    const exact = await this.#shortlist(
      need,
      today,
      `search @@ websearch_to_tsquery('lea.french_unaccent', :query)`,
      {
        query: need.terms.map((term) => `"${term.replaceAll('"', '')}"`).join(' or '),
      },
    );
    const ranked = rankProducts(exact, need, today);
    if (ranked.length >= Math.min(limit, 3)) return ranked.slice(0, limit);
    await this.#trx.raw(`set local pg_trgm.word_similarity_threshold = ${SIMILARITY}`);
    const similar = await this.#shortlist(
      need,
      today,
      `(${need.terms.map((_, index) => `words operator(extensions.%>) :term${index}`).join(' or ')})`,
      Object.fromEntries(need.terms.map((term, index) => [`term${index}`, term])),
    );
    const bounded =
      need.category !== null ||
      need.brand !== null ||
      need.attributes.length > 0 ||
      need.promotionsOnly;
    const everything =
      bounded && exact.length + similar.length === 0
        ? await this.#shortlist(need, today, 'true', {})
        : [];
    const all = new Map(
      [...exact, ...similar, ...everything].map((product) => [product.id, product]),
    );
    return rankProducts([...all.values()], need, today).slice(0, limit);
  }

  async #shortlist(
    need: Need,
    today: string,
    words: string,
    bindings: Readonly<Record<string, string>>,
  ): Promise<readonly Product[]> {
    const order =
      bindings['query'] === undefined
        ? PRICE
        : `ts_rank(search, websearch_to_tsquery('lea.french_unaccent', :query)) desc, ${PRICE}`;
    const { rows } = await this.#trx.raw<{ rows: ProductRow[] }>(
      `select ${PRODUCT_COLUMNS} from products
       where active and stock_qty > 0 and (expiration_date is null or expiration_date >= :today::date) and ${words}
         ${need.budgetMaxCfa === null ? '' : `and ${PRICE} <= :max`} ${need.budgetMinCfa === null ? '' : `and ${PRICE} >= :min`}
         ${need.category === null ? '' : 'and lea.fold(category) = lea.fold(:category)'} ${need.brand === null ? '' : 'and lea.fold(brand) = lea.fold(:brand)'}
         ${need.attributes.length === 0 ? '' : 'and attribute_keys @> lea.fold_all(:attributes::text[])'}
         ${need.promotionsOnly ? `and promo_price_cfa is not null and ${PRICE} < price_cfa` : ''}
       order by ${order}, name, id limit ${SHORTLIST}`,
      {
        today,
        ...bindings,
        max: need.budgetMaxCfa,
        min: need.budgetMinCfa,
        category: need.category,
        brand: need.brand,
        attributes: need.attributes,
      } as unknown as Knex.RawBinding[],
    );
    return rows.map(toProduct);
  }

  async vocabulary(): ReturnType<Products['vocabulary']> {
    const { rows } = await this.#trx.raw<{
      rows: { categories: string[]; brands: string[]; attributes: string[] }[];
    }>(
      `select
         array(select distinct category from products where active and category is not null order by 1) as categories,
         array(select distinct brand from products where active and brand is not null order by 1) as brands,
         array(select distinct attribute from products, unnest(attributes) as attribute where active order by 1) as attributes`,
    );
    return rows[0]!;
  }

  async takeStock(lines: Parameters<Products['takeStock']>[0]): Promise<void> {
    if (lines.length === 0) return;
    await this.#trx.raw(
      `update products p set stock_qty = greatest(0, p.stock_qty - l.quantity), updated_at = now()
       from (select product_id, sum(quantity)::int as quantity from jsonb_to_recordset(?::jsonb) as l (product_id uuid, quantity int) group by 1) as l
       where p.id = l.product_id`,
      [
        JSON.stringify(
          lines.map(({ productId, quantity }) => ({ product_id: productId, quantity })),
        ),
      ],
    );
  }
}
