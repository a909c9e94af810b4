import type { Cart } from '../../../ports/cart.ts';
import type { IdGenerator } from '../../../ports/id-generator.ts';
import type { UnitOfWork } from '../../../ports/unit-of-work.ts';
import type { RecommendProducts } from '../../recommend-products.ts';

export interface ActDeps {
  readonly uow: UnitOfWork;
  readonly ids: IdGenerator;
  readonly cart: Cart;
  readonly recommendProducts: RecommendProducts;
}

/** How a search may be answered. */
export interface SearchOptions {
  readonly promotionsOnly: boolean;
  readonly mayCallModel: boolean;
}
