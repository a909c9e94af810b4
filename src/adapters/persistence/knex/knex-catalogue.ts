import type { Knex } from 'knex';
import type { ProductId, Product } from '../../../domain/catalogue/product.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type {
  Catalogue,
  PriceChange,
  UnmetNeed,
  StockingDemand,
} from '../../../ports/repositories/catalogue.ts';
import type { UnmetReason } from '../../../ports/repositories/records.ts';
import {
  PRODUCT_COLUMN_TYPES,
  PRODUCT_COLUMNS,
  PRODUCT_COLUMNS_EXCLUDED,
  toProduct,
  toProductRow,
  type ProductRow,
} from './product-row.ts';

interface PriceRow {
  readonly change_id: string;
  readonly product_id: ProductId;
  readonly at: Date;
  readonly actor_id: UserId | null;
  readonly via: PriceChange['via'];
  readonly price_before: number;
  readonly price_after: number;
  readonly promo_before: number | null;
  readonly promo_after: number | null;
}

/** Rows of one statement: few enough for a statement of some hundred kilobytes. */
const CHUNK = 500;

export class KnexCatalogue implements Catalogue {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  // In the order of ids, so that two changes of the same products wait for each other instead of locking up.
  lock(ids: readonly ProductId[]): Promise<readonly Product[]> {
    return this.#products('where id = any(?::uuid[]) order by id for update', [[...ids]]);
  }

  lockByBarcode(barcodes: readonly string[]): Promise<readonly Product[]> {
    return this.#products('where barcode = any(?::text[]) order by id for update', [[...barcodes]]);
  }

  async put(products: readonly Product[], now: Date): Promise<void> {
    for (let start = 0; start < products.length; start += CHUNK) {
      const rows = products.slice(start, start + CHUNK).map(toProductRow);
      await this.#write(rows, now);
    }
  }

  async #write(rows: readonly ProductRow[], now: Date): Promise<void> {
    try {
      await this.#trx.raw(
        `insert into products (${PRODUCT_COLUMNS}, created_at, updated_at)
         select ${PRODUCT_COLUMNS}, ?::timestamptz, ?::timestamptz from jsonb_to_recordset(?::jsonb) as r (${PRODUCT_COLUMN_TYPES})
         on conflict (id) do update set ${PRODUCT_COLUMNS_EXCLUDED}, updated_at = excluded.updated_at`,
        [now, now, JSON.stringify(rows)],
      );
    } catch (error) {
      throw barcodeTaken(error);
    }
  }

  async setStock(id: ProductId, stockQty: number, now: Date): Promise<void> {
    await this.#trx('products').where('id', id).update({ stock_qty: stockQty, updated_at: now });
  }

  async notePrices(changes: readonly PriceChange[]): Promise<void> {
    for (let start = 0; start < changes.length; start += CHUNK)
      await this.#trx('product_prices').insert(
        changes.slice(start, start + CHUNK).map((change) => ({
          change_id: change.changeId,
          product_id: change.productId,
          at: change.at,
          actor_id: change.actorId,
          via: change.via,
          price_before: change.before.priceCfa,
          price_after: change.after.priceCfa,
          promo_before: change.before.promoPriceCfa,
          promo_after: change.after.promoPriceCfa,
        })),
      );
  }

  async pricesOf(productId: ProductId, limit: number): Promise<readonly PriceChange[]> {
    const rows = await this.#trx('product_prices')
      .where('product_id', productId)
      .orderBy('id', 'desc')
      .limit(limit)
      .select<PriceRow[]>('*');
    return rows.map(toPriceChange);
  }

  async priceChange(changeId: string): Promise<readonly PriceChange[]> {
    const rows = await this.#trx('product_prices')
      .where('change_id', changeId)
      .orderBy('id')
      .select<PriceRow[]>('*');
    return rows.map(toPriceChange);
  }

  async remove(ids: readonly ProductId[]): Promise<readonly ProductId[]> {
    const { rows } = await this.#trx.raw<{ rows: { id: ProductId }[] }>(
      'delete from products where id = any(?::uuid[]) returning id',
      [[...ids]],
    );
    return rows.map(({ id }) => id);
  }

  async referredTo(ids: readonly ProductId[]): Promise<ReadonlySet<ProductId>> {
    const tables = [
      'recommendations',
      'order_items',
      'unmet_demand',
      'restock_requests',
      'campaign_messages',
    ];
    const { rows } = await this.#trx.raw<{ rows: { id: ProductId }[] }>(
      `select wanted.id from unnest(?::uuid[]) as wanted (id)
       where ${tables.map((table) => `exists (select from ${table} r where r.product_id = wanted.id)`).join(' or ')}`,
      [[...ids]],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async shows(imageUrl: string): Promise<boolean> {
    return (
      (await this.#trx('products').where('image_url', imageUrl).first<unknown>('id')) !== undefined
    );
  }

  page(
    after: { readonly name: string; readonly id: ProductId } | null,
    limit: number,
  ): Promise<readonly Product[]> {
    return after === null
      ? this.#products('order by name, id limit ?', [limit])
      : this.#products('where (name, id) > (?, ?::uuid) order by name, id limit ?', [
          after.name,
          after.id,
          limit,
        ]);
  }

  lowStock(limit: number): Promise<readonly Product[]> {
    return this.#products(
      'where active and stock_qty <= low_stock_threshold order by stock_qty, name, id limit ?',
      [limit],
    );
  }

  expiring(from: string | null, before: string, limit: number): Promise<readonly Product[]> {
    return this.#products(
      `where active and expiration_date < ?::date and expiration_date >= coalesce(?::date, '-infinity') order by expiration_date, name, id limit ?`,
      [before, from, limit],
    );
  }

  async unmetSince(since: Date, limit: number): Promise<readonly UnmetNeed[]> {
    const { rows } = await this.#trx.raw<{
      rows: {
        need_key: string;
        category: string | null;
        count: number;
        reasons: Partial<Record<UnmetReason, number>>;
        last: Date;
      }[];
    }>(
      `select need_key, (array_agg(category order by last desc))[1] as category, sum(count)::int as count,
              jsonb_object_agg(reason, count) as reasons, max(last) as last
       from (select need_key, reason, max(category) as category, count(*)::int as count, max(asked_at) as last
             from unmet_demand where asked_at >= ? group by need_key, reason) as by_reason
       group by need_key order by sum(count) desc, max(last) desc, need_key limit ?`,
      [since, limit],
    );
    return rows.map((row) => ({
      needKey: row.need_key,
      category: row.category,
      count: row.count,
      reasons: row.reasons,
      lastAskedAt: row.last,
    }));
  }

  async stockingDemand(since: Date, today: string, limit: number): Promise<StockingDemand> {
    const soldOut = await this.#trx.raw<{
      rows: { name: string; asked: number; waiting: number }[];
    }>(
      `with asked as (
         select product_id, count(*)::int as asked from unmet_demand
          where asked_at >= ? and reason = 'out_of_stock' and product_id is not null group by 1),
       waiting as (select product_id, count(*)::int as waiting from restock_requests where notified_at is null group by 1)
       select p.name, coalesce(a.asked, 0) as asked, coalesce(w.waiting, 0) as waiting
         from asked a full join waiting w using (product_id) join products p on p.id = product_id
        where p.active and not (p.stock_qty > 0 and (p.expiration_date is null or p.expiration_date >= ?))
        order by greatest(a.asked, w.waiting) desc, p.name limit ?`,
      [since, today, limit],
    );
    const needs = await this.#trx.raw<{
      rows: { need_key: string; category: string | null; people: number }[];
    }>(
      `select u.need_key, max(u.category) as category, count(distinct coalesce(c.user_id, u.id))::int as people
         from unmet_demand u left join conversations c on c.id = u.conversation_id
        where u.asked_at >= ? and u.reason in ('not_found', 'too_expensive') and u.need_key <> ''
        group by 1 order by 3 desc, 1`,
      [since],
    );
    const shared = needs.rows.filter(({ people }) => people > 1);
    return {
      soldOut: soldOut.rows,
      needs: shared
        .slice(0, limit)
        .map(({ need_key, category, people }) => ({ needKey: need_key, category, people })),
      singleNeeds: needs.rows.length - shared.length,
    };
  }

  async #products(rest: string, bindings: readonly Knex.RawBinding[]): Promise<readonly Product[]> {
    const { rows } = await this.#trx.raw<{ rows: ProductRow[] }>(
      `select ${PRODUCT_COLUMNS} from products ${rest}`,
      [...bindings],
    );
    return rows.map(toProduct);
  }
}

const toPriceChange = (row: PriceRow): PriceChange => ({
  changeId: row.change_id,
  productId: row.product_id,
  at: row.at,
  actorId: row.actor_id,
  via: row.via,
  before: { priceCfa: row.price_before, promoPriceCfa: row.promo_before },
  after: { priceCfa: row.price_after, promoPriceCfa: row.promo_after },
});

function barcodeTaken(error: unknown): unknown {
  const { code, constraint } = (error ?? {}) as {
    readonly code?: unknown;
    readonly constraint?: unknown;
  };
  if (code !== '23505' || constraint !== 'products_barcode_key') return error;
  return new LeaError('conflict', 'barcode_taken', 'Another product has this barcode.', {
    field: 'barcode',
  });
}
