import { NO_CAUTIONS, type Cautions } from '../../../domain/catalogue/cautions.ts';
import type { Product, ProductId } from '../../../domain/catalogue/product.ts';

export interface ProductRow {
  readonly id: ProductId;
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly price_cfa: number;
  readonly stock_qty: number;
  readonly image_url: string | null;
  readonly ingredients: string | null;
  readonly expiration_date: string | null;
  readonly brand: string | null;
  readonly barcode: string | null;
  readonly tags: readonly string[] | null;
  readonly active: boolean;
  readonly cautions: Partial<Cautions>;
  readonly attributes: readonly string[];
  readonly promo_price_cfa: number | null;
  readonly promo_from: string | null;
  readonly promo_to: string | null;
  readonly usage_tip: string | null;
}

export const PRODUCT_COLUMNS =
  'id, name, description, category, price_cfa, stock_qty, image_url, ingredients, expiration_date, brand, barcode, tags, active, cautions, attributes, promo_price_cfa, promo_from, promo_to, usage_tip';

export const toProduct = (row: ProductRow): Product => ({
  id: row.id,
  name: row.name,
  description: row.description,
  category: row.category,
  priceCfa: row.price_cfa,
  stockQty: row.stock_qty,
  imageUrl: row.image_url,
  ingredients: row.ingredients,
  expirationDate: row.expiration_date,
  brand: row.brand,
  barcode: row.barcode,
  tags: row.tags ?? [],
  active: row.active,
  cautions: { ...NO_CAUTIONS, ...row.cautions },
  attributes: row.attributes,
  promoPriceCfa: row.promo_price_cfa,
  promoFrom: row.promo_from,
  promoTo: row.promo_to,
  usageTip: row.usage_tip,
});
