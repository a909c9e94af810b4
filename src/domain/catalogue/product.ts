import type { Branded } from '../shared/branded.ts';
import type { Cautions } from './cautions.ts';

export type ProductId = Branded<string, 'ProductId'>;

/** Something on the shelf. Money is whole CFA francs; dates are calendar days (`YYYY-MM-DD`). */
export interface Product {
  readonly id: ProductId;
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly priceCfa: number;
  readonly stockQty: number;
  readonly imageUrl: string | null;
  readonly ingredients: string | null;
  readonly expirationDate: string | null;
  readonly brand: string | null;
  readonly barcode: string | null;
  readonly tags: readonly string[];
  readonly active: boolean;
  readonly cautions: Cautions;
  /** Needs, skin or hair types and labels it answers to: "peau sèche", "bio", "vegan", "sans parfum"… */
  readonly attributes: readonly string[];
  readonly promoPriceCfa: number | null;
  readonly promoFrom: string | null;
  readonly promoTo: string | null;
  /** How to use it, written by staff, never by a model. */
  readonly usageTip: string | null;
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
