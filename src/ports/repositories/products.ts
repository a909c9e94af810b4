import type { Product, ProductId } from '../../domain/catalogue/product.ts';
import type { Need } from '../../domain/recommendation/need.ts';

export interface Products {
  /** In the order of `ids`, whatever their state; unknown ones are left out. */
  getMany(ids: readonly ProductId[]): Promise<readonly Product[]>;
  /** Sellable products for a need on a local day, best first; `need`'s bounds are hard, its terms tolerate typos. */
  search(need: Need, today: string, limit: number): Promise<readonly Product[]>;
  /** As `search`, for active products that are sold out or past their date. */
  searchSoldOut(need: Need, today: string, limit: number): Promise<readonly Product[]>;
  /** Categories, brands and attributes of active products, sorted: what a need can be parsed against. */
  vocabulary(): Promise<{
    readonly categories: readonly string[];
    readonly brands: readonly string[];
    readonly attributes: readonly string[];
  }>;
}
