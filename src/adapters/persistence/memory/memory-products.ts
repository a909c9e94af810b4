import type { Product, ProductId } from '../../../domain/catalogue/product.ts';
import type { Need } from '../../../domain/recommendation/need.ts';
import { rankProducts } from '../../../domain/recommendation/search-score.ts';
import type { Products } from '../../../ports/repositories/products.ts';
import type { MemoryStore } from './memory-store.ts';

export class MemoryProducts implements Products {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async getMany(ids: readonly ProductId[]): Promise<readonly Product[]> {
    return ids.flatMap((id) => this.#store.products.get(id) ?? []);
  }

  async search(need: Need, today: string, limit: number): Promise<readonly Product[]> {
    return rankProducts(this.#store.products.all(), need, today).slice(0, limit);
  }

  async searchSoldOut(need: Need, today: string, limit: number): Promise<readonly Product[]> {
    return rankProducts(this.#store.products.all(), need, today, 'sold_out').slice(0, limit);
  }

  async vocabulary(): Promise<{
    readonly categories: readonly string[];
    readonly brands: readonly string[];
    readonly attributes: readonly string[];
  }> {
    const active = this.#store.products.all().filter((product) => product.active);
    return {
      categories: sortedSet(active.flatMap(({ category }) => category ?? [])),
      brands: sortedSet(active.flatMap(({ brand }) => brand ?? [])),
      attributes: sortedSet(active.flatMap(({ attributes }) => attributes)),
    };
  }
}

const sortedSet = (words: readonly string[]): readonly string[] => [...new Set(words)].toSorted();
