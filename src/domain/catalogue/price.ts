/** Far above anything on the shelf of a parapharmacy; a barcode in the column of prices is above it too. */
export const MAX_PRICE_CFA = 10_000_000;

/** What a product costs, and in a promotion; CFA francs. */
export interface Prices {
  readonly priceCfa: number;
  readonly promoPriceCfa: number | null;
}

export const samePrices = (a: Prices, b: Prices): boolean =>
  a.priceCfa === b.priceCfa && a.promoPriceCfa === b.promoPriceCfa;

/**
 * Whether a price changes by more than half of what it was, up or down: likelier a slip than a decision, so somebody
 * is asked. A promotion is measured by the one before it, or else by the price.
 */
export function isPriceSwing(before: Prices, after: Prices): boolean {
  if (swings(before.priceCfa, after.priceCfa)) return true;
  const { promoPriceCfa: promo } = after;
  if (promo === null || promo === before.promoPriceCfa) return false;
  return swings(before.promoPriceCfa ?? after.priceCfa, promo);
}

/** From nothing every price is a correction. */
const swings = (before: number, after: number): boolean =>
  before > 0 && Math.abs(after - before) * 2 > before;
