import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import { mustEditCatalogue, mustHaveAll, type CatalogueMeans } from './catalogue-means.ts';
import { dropPictures } from './drop-pictures.ts';
import { changedFields, type ProductFields } from './product-fields.ts';
import { mustBeSound } from './product-rules.ts';

/** Changes some fields of one or more products: all of them or none. */
export class UpdateProducts {
  readonly #means: Pick<CatalogueMeans, 'uow' | 'clock'>;

  constructor(means: Pick<CatalogueMeans, 'uow' | 'clock'>) {
    this.#means = means;
  }

  /** @throws LeaError `forbidden`, `product_not_found`, `invalid_product`, `barcode_taken` */
  async execute(command: {
    readonly actor: Actor;
    readonly productIds: readonly ProductId[];
    readonly changes: Partial<ProductFields>;
  }): Promise<void> {
    const { actor, productIds, changes } = command;
    const stockOnly = actor.kind === 'service' && onlyStock(changes);
    if (!stockOnly) mustEditCatalogue(actor);
    const { uow, clock } = this.#means;
    if (typeof changes.barcode === 'string' && productIds.length > 1)
      throw new LeaError(
        'conflict',
        'barcode_taken',
        'One barcode cannot belong to several products.',
        { field: 'barcode' },
      );
    await uow.run(actor, async (repositories) => {
      const { catalogue } = repositories;
      const before = await catalogue.lock(productIds);
      mustHaveAll(productIds, before);
      const after = before.map((product) => ({ product, next: { ...product, ...changes } }));
      for (const { next } of after) mustBeSound(next);
      const changed = after
        .filter(({ product, next }) => changedFields(product, next).length > 0)
        .map(({ next }) => next);
      if (stockOnly) {
        for (const { id, stockQty } of changed) await catalogue.setStock(id, stockQty, clock.now());
      } else {
        await catalogue.put(changed, clock.now());
        await dropPictures(
          repositories,
          after
            .filter(({ product, next }) => product.imageUrl !== next.imageUrl)
            .map(({ product }) => product.imageUrl),
        );
      }
    });
  }
}

const onlyStock = (changes: Partial<ProductFields>): boolean =>
  Object.keys(changes).every((name) => name === 'stockQty');
