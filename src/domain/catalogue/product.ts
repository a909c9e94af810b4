import type { Branded } from '../shared/branded.ts';
import type { ProductFields } from './product-fields.ts';

export type ProductId = Branded<string, 'ProductId'>;

/** Something on the shelf: its fields stand in `product-fields.ts`. */
export interface Product extends ProductFields {
  readonly id: ProductId;
}

/** In stock and not past its date on `today` (`YYYY-MM-DD` in the shop's time zone). */
export function isInStock(product: Product, today: string): boolean {
  return (
    product.stockQty > 0 && (product.expirationDate === null || product.expirationDate >= today)
  );
}

/** Whether it costs something on `today`. What costs nothing is a slip that nobody has corrected yet. */
export function isPriced(product: Product, today: string): boolean {
  return currentPriceCfa(product, today) > 0;
}

/** May be offered and ordered on `today`: active, in stock, not past its date, and at a price. */
export function isSellable(product: Product, today: string): boolean {
  return product.active && isInStock(product, today) && isPriced(product, today);
}

/** Whether the promotional price holds on `today`; a promotion must be cheaper than the price. */
export function isPromoted(product: Product, today: string): boolean {
  return (
    product.promoPriceCfa !== null &&
    product.promoPriceCfa < product.priceCfa &&
    (product.promoFrom === null || product.promoFrom <= today) &&
    (product.promoTo === null || product.promoTo >= today)
  );
}

/** What the customer pays today, in CFA francs. */
export function currentPriceCfa(product: Product, today: string): number {
  return isPromoted(product, today)
    ? (product.promoPriceCfa ?? product.priceCfa)
    : product.priceCfa;
}
