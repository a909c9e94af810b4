import { trace } from '../../domain/audit/audit-entry.ts';
import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';
import { newProduct, tidied, type NewProduct } from './product-fields.ts';
import { mustBeSound } from './product-rules.ts';

/** Puts new products on the shelf: all of them or none. */
export class CreateProducts {
  readonly #deps: CatalogueDeps;

  constructor(deps: CatalogueDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `forbidden`, `invalid_product`, `barcode_taken`, `product_exists` */
  async execute(command: {
    readonly actor: Actor;
    readonly products: readonly NewProduct[];
  }): Promise<{ readonly productIds: readonly ProductId[] }> {
    const { uow, clock, ids } = this.#deps;
    await authorise(uow, command.actor, 'product.create');
    const products = command.products.map((fields) =>
      newProduct(fields.id ?? (ids.uuid() as ProductId), tidied(fields)),
    );
    for (const product of products) mustBeSound(product);
    const productIds = products.map(({ id }) => id);
    mustDiffer(productIds, 'product_exists', 'id');
    mustDiffer(
      products.flatMap(({ barcode }) => barcode ?? []),
      'barcode_taken',
      'barcode',
    );
    await uow.run(command.actor, async ({ catalogue, audit }) => {
      const [existing] = await catalogue.lock(productIds);
      if (existing !== undefined) throw taken('product_exists', 'id', existing.id);
      await catalogue.put(products, clock.now());
      await audit.record(
        trace(command.actor, 'product.create', { rows: productIds, count: productIds.length }),
      );
    });
    return { productIds };
  }
}

const taken = (code: string, field: string, value: string): LeaError =>
  new LeaError('conflict', code, `${field}: ${value} is taken.`, { field });

function mustDiffer(values: readonly string[], code: string, field: string): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw taken(code, field, twice);
}
