import { readFile } from 'node:fs/promises';
import type { Knex } from 'knex';
import { EMPTY_FIELDS } from '../../../domain/catalogue/product-fields.ts';
import type { Product } from '../../../domain/catalogue/product.ts';
import { PRODUCT_COLUMN_TYPES, PRODUCT_COLUMNS, toProductRow } from '../knex/product-row.ts';

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
    ...EMPTY_FIELDS,
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
    `insert into products (${PRODUCT_COLUMNS})
     select ${PRODUCT_COLUMNS} from jsonb_to_recordset(?::jsonb) as p (${PRODUCT_COLUMN_TYPES})`,
    [JSON.stringify(products.map(toProductRow))],
  );
}
