import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { PriceChange } from '../../ports/repositories/catalogue.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** What a product cost before, newest change first. */
export class ReadPrices {
  readonly #uow: UnitOfWork;

  constructor(needs: { readonly uow: UnitOfWork }) {
    this.#uow = needs.uow;
  }

  /** @throws LeaError `forbidden` */
  async execute(command: {
    readonly actor: Actor;
    readonly productId: ProductId;
    readonly limit: number;
  }): Promise<readonly PriceChange[]> {
    const { actor, productId, limit } = command;
    await authorise(this.#uow, actor, 'product.read_prices');
    return this.#uow.run(actor, ({ catalogue }) => catalogue.pricesOf(productId, limit));
  }
}
