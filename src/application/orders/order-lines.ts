import type { Product, ProductId } from '../../domain/catalogue/product.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

export interface WantedLine {
  readonly productId: ProductId;
  readonly quantity: number;
}

/** Of one product in one order. */
const MOST_PIECES = 999;

/**
 * The products of lines that were asked for, each once.
 * @throws LeaError `product_not_found` (404), `quantity_too_large` (422)
 */
export async function linesOf(
  { products }: Repositories,
  wanted: readonly WantedLine[],
): Promise<readonly { readonly product: Product; readonly quantity: number }[]> {
  const pieces = new Map<ProductId, number>();
  for (const { productId, quantity } of wanted)
    pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
  const found = await products.getMany([...pieces.keys()]);
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
