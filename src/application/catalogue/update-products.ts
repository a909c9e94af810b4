import { columnOf, trace } from '../../domain/audit/audit-entry.ts';
import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import { mustHaveAll, type CatalogueDeps } from './catalogue-deps.ts';
import { dropPictures } from './drop-pictures.ts';
import { mustNotSwing, notePrices } from './price-changes.ts';
import { changedFields, tidied } from './product-fields.ts';
import type { ProductFields } from '../../domain/catalogue/product-fields.ts';
import { mustBeSound } from './product-rules.ts';

/** Changes some fields of one or more products: all of them or none. */
export class UpdateProducts {
  readonly #deps: CatalogueDeps;

  constructor(deps: CatalogueDeps) {
    this.#deps = deps;
  }

  /**
   * Answers under which id the prices that changed can be undone; null when none did.
   * @throws LeaError `forbidden`, `product_not_found`, `invalid_product`, `barcode_taken`, and `price_swing` (409) if
   * that is asked for
   */
  async execute(command: {
    readonly actor: Actor;
    readonly productIds: readonly ProductId[];
    readonly changes: Partial<ProductFields>;
    /** Whether a price that changes by more than half is refused until somebody was asked. */
    readonly askAboutSwings?: boolean | undefined;
  }): Promise<{ readonly priceChangeId: string | null }> {
    const { actor, productIds, askAboutSwings = false } = command;
    const changes = tidied(command.changes);
    const stockOnly = onlyStock(changes);
    const { uow, clock, ids } = this.#deps;
    const action = stockOnly ? 'product.set_stock' : 'product.update';
    await authorise(uow, actor, action);
    if (typeof changes.barcode === 'string' && productIds.length > 1)
      throw new LeaError(
        'conflict',
        'barcode_taken',
        'One barcode cannot belong to several products.',
        { field: 'barcode' },
      );
    return uow.run(actor, async (repositories) => {
      const { catalogue } = repositories;
      const before = await catalogue.lock(productIds);
      mustHaveAll(productIds, before);
      const after = before.map((product) => ({ product, next: { ...product, ...changes } }));
      for (const { product, next } of after) mustBeSound(next, product);
      const changed = after
        .filter(({ product, next }) => changedFields(product, next).length > 0)
        .map(({ next }) => next);
      const prices = after.map(({ product, next }) => ({ before: product, after: next }));
      if (askAboutSwings) mustNotSwing(prices);
      const now = clock.now();
      const fields = new Set(after.flatMap(({ product, next }) => changedFields(product, next)));
      await repositories.audit.record(
        trace(actor, action, {
          rows: productIds,
          columns: [...fields].map(columnOf),
          count: changed.length,
        }),
      );
      // The service has no right to anything else of a product.
      if (stockOnly && actor.kind === 'service') {
        for (const { id, stockQty } of changed) await catalogue.setStock(id, stockQty, now);
        return { priceChangeId: null };
      }
      await catalogue.put(changed, now);
      await dropPictures(
        repositories,
        after
          .filter(({ product, next }) => product.imageUrl !== next.imageUrl)
          .map(({ product }) => product.imageUrl),
      );
      const by = { actor, changeId: ids.uuid(), via: 'edit', at: now } as const;
      return { priceChangeId: await notePrices(catalogue, prices, by) };
    });
  }
}

const onlyStock = (changes: Partial<ProductFields>): boolean =>
  Object.keys(changes).every((name) => name === 'stockQty');
