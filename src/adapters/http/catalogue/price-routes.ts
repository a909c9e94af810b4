import type { ReadPrices } from '../../../application/catalogue/read-prices.ts';
import type { UndoPriceChange } from '../../../application/catalogue/undo-price-change.ts';
import type { ProductId } from '../../../domain/catalogue/product.ts';
import * as contracts from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';

interface PriceDeps {
  readonly undoPriceChange: Pick<UndoPriceChange, 'execute'>;
  readonly readPrices: Pick<ReadPrices, 'execute'>;
}

/** What products cost before, and the way back. */
export const priceRoutes = ({ undoPriceChange, readPrices }: PriceDeps): readonly Route[] => [
  defineRoute(contracts.undoPriceChange, {
    tag: 'Catalogue',
    who: 'product.undo_prices',
    summary: 'Takes back what one edit or one import did to prices',
    errors: { 400: 'invalid_product', 404: 'price_change_not_found' },
    async handle({ actor, body }) {
      const done = await undoPriceChange.execute({ actor, changeId: body.change_id });
      return { change_id: done.changeId, undone: done.undone, kept: done.kept };
    },
  }),
  defineRoute(contracts.priceHistory, {
    tag: 'Catalogue',
    who: 'product.read_prices',
    summary: 'What a product cost before, newest change first',
    async handle({ actor, query }) {
      const { product_id, limit } = query;
      const changes = await readPrices.execute({
        actor,
        productId: product_id as ProductId,
        limit,
      });
      return {
        changes: changes.map((change) => ({
          change_id: change.changeId,
          at: change.at.toISOString(),
          actor_id: change.actorId,
          via: change.via,
          price_before: change.before.priceCfa,
          price_after: change.after.priceCfa,
          promo_before: change.before.promoPriceCfa,
          promo_after: change.after.promoPriceCfa,
        })),
      };
    },
  }),
];
