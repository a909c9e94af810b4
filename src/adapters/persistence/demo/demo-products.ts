import { readFile } from 'node:fs/promises';
import type { Knex } from 'knex';
import type { Product } from '../../../domain/catalogue/product.ts';

const FILE = new URL('../../../../demo/products.json', import.meta.url);
/** The day on which the file was written; every date in it is as far from today as it was from then. */
const WRITTEN_ON = '2026-11-23';
const DAY_MS = 86_400_000;

/** The demo's shelf as it is on a day (`YYYY-MM-DD`): promotions hold and dates are near or far as intended. */
export async function demoProducts(today: string): Promise<readonly Product[]> {
  const products = JSON.parse(await readFile(FILE, 'utf8')) as readonly Product[];
  const days = Math.round((Date.parse(today) - Date.parse(WRITTEN_ON)) / DAY_MS);
  const shifted = (date: string | null): string | null =>
    date === null ? null : new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
  return products.map((product) => ({
    ...product,
    expirationDate: shifted(product.expirationDate),
    promoFrom: shifted(product.promoFrom),
    promoTo: shifted(product.promoTo),
  }));
}

/** Whether nothing was ever put on the shelf; a second start that asks at the same time waits for the answer. */
export async function isEmptyShop(trx: Knex): Promise<boolean> {
  await trx.raw('lock table products in share row exclusive mode');
  return (await trx('products').first('id')) === undefined;
}

export async function insertDemoProducts(trx: Knex, products: readonly Product[]): Promise<void> {
  await trx.raw(
    `insert into products (id, name, description, category, price_cfa, stock_qty, image_url, ingredients, expiration_date, brand, barcode,
       tags, active, cautions, attributes, promo_price_cfa, promo_from, promo_to, usage_tip)
     select p.id, p.name, p.description, p.category, p."priceCfa", p."stockQty", p."imageUrl", p.ingredients, p."expirationDate", p.brand, p.barcode,
       p.tags, p.active, p.cautions, p.attributes, p."promoPriceCfa", p."promoFrom", p."promoTo", p."usageTip"
     from jsonb_to_recordset(?::jsonb) as p (id uuid, name text, description text, category text, "priceCfa" integer, "stockQty" integer,
       "imageUrl" text, ingredients text, "expirationDate" date, brand text, barcode text, tags text[], active boolean, cautions jsonb,
       attributes text[], "promoPriceCfa" integer, "promoFrom" date, "promoTo" date, "usageTip" text)`,
    [JSON.stringify(products)],
  );
}
