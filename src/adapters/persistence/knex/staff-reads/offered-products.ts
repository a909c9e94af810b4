import type { Knex } from 'knex';
import type { OfferedProduct } from '../../../../ports/staff-reads.ts';

/** Products as an advisor must know them before promising one; `today` is the shop's day. */
export async function readOffered(
  trx: Knex.Transaction,
  ids: readonly string[],
  today: string,
): Promise<OfferedProduct[]> {
  if (ids.length === 0) return [];
  const { rows } = await trx.raw<{ rows: OfferedProduct[] }>(
    `select id, name, brand, image_url, price_cfa, stock_qty,
            case when promo_price_cfa < price_cfa and coalesce(promo_from <= :today, true) and coalesce(promo_to >= :today, true)
                 then promo_price_cfa else price_cfa end as current_price_cfa,
            case when not active then 'inactive'
                 when expiration_date < :today then 'expired'
                 when stock_qty = 0 then 'out_of_stock'
                 when stock_qty <= low_stock_threshold then 'low_stock'
                 else 'ok' end as mark
     from products where id = any(:ids::uuid[])`,
    { ids: [...ids], today },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
