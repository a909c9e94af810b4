import type { Product } from '../../domain/catalogue/product.ts';
import { isPriceSwing, samePrices, type Prices } from '../../domain/catalogue/price.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { Catalogue, PriceChange } from '../../ports/repositories/catalogue.ts';
import { staffId } from '../staff/take-over.ts';

/** A product before and after a change. */
export interface Changed {
  readonly before: Product;
  readonly after: Product;
}

const pricesOf = ({ priceCfa, promoPriceCfa }: Prices): Prices => ({ priceCfa, promoPriceCfa });

/** Keeps what the products cost before, to be undone; answers under which id, or null when no price changed. */
export async function notePrices(
  catalogue: Catalogue,
  changed: readonly Changed[],
  by: Pick<PriceChange, 'changeId' | 'via' | 'at'> & { readonly actor: Actor },
): Promise<string | null> {
  const { actor, ...common } = by;
  const notes = changed
    .filter(({ before, after }) => !samePrices(before, after))
    .map(({ before, after }) => ({
      ...common,
      actorId: staffId(actor),
      productId: after.id,
      before: pricesOf(before),
      after: pricesOf(after),
    }));
  await catalogue.notePrices(notes);
  return notes.length === 0 ? null : common.changeId;
}

/** @throws LeaError `price_swing` (409) when a price changes by more than half, with all that do */
export function mustNotSwing(changed: readonly Changed[]): void {
  const swings = changed.filter(({ before, after }) => isPriceSwing(before, after));
  if (swings.length === 0) return;
  throw new LeaError(
    'conflict',
    'price_swing',
    'A price changes by more than half: confirm that it is meant.',
    {
      products: swings.map(({ before, after }) => ({
        product_id: after.id,
        name: after.name,
        price_before: before.priceCfa,
        price_after: after.priceCfa,
        promo_before: before.promoPriceCfa,
        promo_after: after.promoPriceCfa,
      })),
    },
  );
}
