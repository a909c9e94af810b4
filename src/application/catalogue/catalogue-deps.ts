import type { ProductId } from '../../domain/catalogue/product.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

export interface CatalogueDeps {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

/** @throws LeaError `product_not_found` naming the first that is missing */
export function mustHaveAll(
  ids: readonly ProductId[],
  found: readonly { readonly id: ProductId }[],
): void {
  const known = new Set(found.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined)
    throw new LeaError('not_found', 'product_not_found', 'No such product.', {
      product_id: missing,
    });
}
