import { currentPriceCfa, isSellable, type Product, type ProductId } from '../catalogue/product.ts';
import { LeaError } from '../shared/errors.ts';
import { orderTotalCfa, type OrderItem } from './order.ts';
import type { WantedLine } from './wanted-line.ts';

/** Of one product in one order. */
const MOST_PIECES = 999;
/** Far above any cart of a parapharmacy, far below what the database's integers hold. */
const MAX_AMOUNT_CFA = 1_000_000_000;

/**
 * The products of lines that were asked for, each once, whatever their state.
 * @throws LeaError `product_not_found` (404), `quantity_too_large` (422)
 */
export function piecesOf(
  found: readonly Product[],
  wanted: readonly WantedLine[],
): readonly { readonly product: Product; readonly quantity: number }[] {
  const pieces = new Map<ProductId, number>();
  for (const { productId, quantity } of wanted)
    pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
  return [...pieces].map(([productId, quantity]) => {
    const product = found.find(({ id }) => id === productId);
    if (product === undefined)
      throw new LeaError('not_found', 'product_not_found', 'No such product.', {
        product_id: productId,
      });
    if (quantity > MOST_PIECES)
      throw new LeaError(
        'unprocessable',
        'quantity_too_large',
        `At most ${MOST_PIECES} pieces of one product are expected.`,
        { product_id: productId },
      );
    return { product, quantity };
  });
}

/**
 * The lines of an order at the catalogue's prices of `today`.
 * @throws LeaError `product_not_found` (404), `quantity_too_large`, `out_of_stock`, `amount_too_large` (422)
 */
export function orderLines(
  found: readonly Product[],
  wanted: readonly WantedLine[],
  today: string,
): readonly (OrderItem & { readonly productId: ProductId })[] {
  const items = piecesOf(found, wanted).map(({ product, quantity }) => {
    if (!isSellable(product, today) || product.stockQty < quantity)
      throw new LeaError(
        'unprocessable',
        'out_of_stock',
        `${product.name} is not available in this quantity.`,
        { product_id: product.id },
      );
    return {
      productId: product.id,
      name: product.name,
      quantity,
      unitPriceCfa: currentPriceCfa(product, today),
    };
  });
  payable(orderTotalCfa(items));
  return items;
}

/** @throws LeaError `amount_too_large` (422) */
export function payable(amountCfa: number): number {
  if (amountCfa > MAX_AMOUNT_CFA)
    throw new LeaError(
      'unprocessable',
      'amount_too_large',
      `At most ${MAX_AMOUNT_CFA} CFA francs are expected.`,
    );
  return amountCfa;
}
