import type { Product, ProductId } from '../../domain/catalogue/product.ts';

/** The shelf by name, as people speak of it. */
export class Products {
  readonly all: readonly Product[];

  constructor(all: readonly Product[]) {
    this.all = all;
  }

  idOf(name: string): ProductId {
    const product = this.all.find((one) => one.name === name);
    if (product === undefined) throw new RangeError(`The demo has no product called ${name}.`);
    return product.id;
  }
}
