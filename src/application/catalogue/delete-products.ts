import { trace } from '../../domain/audit/audit-entry.ts';
import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { authorise } from '../audit/authorise.ts';
import { mustHaveAll, type CatalogueDeps } from './catalogue-deps.ts';
import { dropPictures } from './drop-pictures.ts';

/** Removes products. One that an order, a recommendation or a request refers to is deactivated instead. */
export class DeleteProducts {
  readonly #deps: Pick<CatalogueDeps, 'uow' | 'clock'>;

  constructor(deps: Pick<CatalogueDeps, 'uow' | 'clock'>) {
    this.#deps = deps;
  }

  /** @throws LeaError `forbidden`, `product_not_found` */
  async execute(command: {
    readonly actor: Actor;
    readonly productIds: readonly ProductId[];
  }): Promise<{
    readonly removed: readonly ProductId[];
    readonly deactivated: readonly ProductId[];
  }> {
    const { actor, productIds } = command;
    const { uow, clock } = this.#deps;
    await authorise(uow, actor, 'product.delete');
    return uow.run(actor, async (repositories) => {
      const { catalogue, asService } = repositories;
      // Locked first: an order that is being placed is through before it is asked for, or finds no product.
      const products = await catalogue.lock(productIds);
      mustHaveAll(productIds, products);
      // Editors see neither orders nor conversations, so whether there are any is the service's to say.
      const used = await asService(() => catalogue.referredTo(productIds));
      const kept = products.filter(({ id }) => used.has(id));
      await catalogue.put(
        kept.filter(({ active }) => active).map((product) => ({ ...product, active: false })),
        clock.now(),
      );
      const removed = await catalogue.remove(productIds.filter((id) => !used.has(id)));
      await repositories.audit.record(
        trace(actor, 'product.delete', {
          rows: productIds,
          columns: kept.length === 0 ? [] : ['active'],
          count: removed.length,
        }),
      );
      const gone = new Set(removed);
      await dropPictures(
        repositories,
        products.filter(({ id }) => gone.has(id)).map(({ imageUrl }) => imageUrl),
      );
      return { removed, deactivated: kept.map(({ id }) => id) };
    });
  }
}
