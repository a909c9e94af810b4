import type { z } from 'zod';
import type { ProductFields } from '../../../application/catalogue/product-fields.ts';
import type { CatalogueProduct } from '../../../ports/repositories/catalogue.ts';
import type { productChanges } from '../catalogue/contract.ts';

/** What columns are called in the core. */
export const FIELD_OF = {
  name: 'name',
  description: 'description',
  category: 'category',
  price_cfa: 'priceCfa',
  stock_qty: 'stockQty',
  image_url: 'imageUrl',
  ingredients: 'ingredients',
  expiration_date: 'expirationDate',
  brand: 'brand',
  barcode: 'barcode',
  tags: 'tags',
  active: 'active',
  cautions: 'cautions',
  attributes: 'attributes',
  promo_price_cfa: 'promoPriceCfa',
  promo_from: 'promoFrom',
  promo_to: 'promoTo',
  usage_tip: 'usageTip',
  low_stock_threshold: 'lowStockThreshold',
} as const satisfies Readonly<
  Record<keyof z.output<typeof productChanges>, keyof CatalogueProduct>
>;

const COLUMN_OF = new Map<string, string>(
  Object.entries(FIELD_OF).map(([column, field]) => [field, column]),
);

export const columnOf = (field: keyof ProductFields): string => COLUMN_OF.get(field) ?? field;

/** Columns that were sent, as fields; the schema has checked the values. */
export const toFields = <T extends Partial<z.output<typeof productChanges>>>(
  columns: T,
): Partial<ProductFields> =>
  Object.fromEntries(
    Object.entries(columns)
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => [FIELD_OF[column as keyof typeof FIELD_OF], value]),
  );
