import type { ProductId } from '../catalogue/product.ts';

/** So many pieces of a product that somebody wants. */
export interface WantedLine {
  readonly productId: ProductId;
  readonly quantity: number;
}
