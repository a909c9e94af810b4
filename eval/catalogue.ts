import { readFileSync } from 'node:fs';
import { currentPriceCfa, isSellable, type Product } from '../src/domain/catalogue/product.ts';
import { formatFcfa } from '../src/domain/shared/money.ts';

export interface ShelfProduct {
  readonly slug: string;
  readonly name: string;
  readonly priceCfa: number;
  readonly sellable: boolean;
  /** As a card shows it. */
  readonly price: string;
}

/** The demo shop's products as they stand on a day, by the name of their picture. */
export function shelfOn(today: string): ReadonlyMap<string, ShelfProduct> {
  const products = JSON.parse(
    readFileSync(new URL('../demo/products.json', import.meta.url), 'utf8'),
  ) as readonly Product[];
  return new Map(
    products.map((product) => {
      const slug = /([\w-]+)\.webp$/.exec(product.imageUrl ?? '')?.[1] ?? product.id;
      const priceCfa = currentPriceCfa(product, today);
      return [
        slug,
        {
          slug,
          name: product.name,
          priceCfa,
          sellable: isSellable(product, today),
          price: formatFcfa(priceCfa),
        },
      ];
    }),
  );
}
