import { isInStock, type Product, type ProductId } from '../../../domain/catalogue/product.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type {
  Catalogue,
  PriceChange,
  UnmetNeed,
  StockingDemand,
} from '../../../ports/repositories/catalogue.ts';
import type { MemoryStore } from './memory-store.ts';

export class MemoryCatalogue implements Catalogue {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async lock(ids: readonly ProductId[]): Promise<readonly Product[]> {
    const wanted = new Set(ids);
    return this.#all().filter(({ id }) => wanted.has(id));
  }

  async lockByBarcode(barcodes: readonly string[]): Promise<readonly Product[]> {
    const wanted = new Set(barcodes);
    return this.#all().filter(({ barcode }) => barcode !== null && wanted.has(barcode));
  }

  async put(products: readonly Product[]): Promise<void> {
    for (const product of products) {
      const { id, barcode } = product;
      const taken =
        barcode !== null &&
        this.#all().some((other) => other.id !== id && other.barcode === barcode);
      if (taken)
        throw new LeaError('conflict', 'barcode_taken', 'Another product has this barcode.', {
          field: 'barcode',
        });
      this.#store.products.upsert(product);
    }
  }

  async setStock(id: ProductId, stockQty: number): Promise<void> {
    this.#store.products.update(id, { stockQty });
  }

  async notePrices(changes: readonly PriceChange[]): Promise<void> {
    for (const change of changes) {
      this.#store.products.mustHave(change.productId);
      this.#store.priceChanges.insert({ id: String(this.#store.nextSequence()), ...change });
    }
  }

  async pricesOf(productId: ProductId, limit: number): Promise<readonly PriceChange[]> {
    return this.#changes(({ productId: of }) => of === productId)
      .toReversed()
      .slice(0, limit);
  }

  async priceChange(changeId: string): Promise<readonly PriceChange[]> {
    return this.#changes((change) => change.changeId === changeId);
  }

  #changes(which: (change: PriceChange) => boolean): readonly PriceChange[] {
    return this.#store.priceChanges
      .all()
      .filter(which)
      .map(({ id: _, ...change }) => change);
  }

  async remove(ids: readonly ProductId[]): Promise<readonly ProductId[]> {
    const rows = await this.lock(ids);
    this.#store.products.deleteAll(rows);
    const gone = new Set(rows.map(({ id }) => id));
    const { priceChanges } = this.#store;
    priceChanges.deleteAll(priceChanges.all().filter(({ productId }) => gone.has(productId)));
    this.#unlink(gone);
    return rows.map(({ id }) => id);
  }

  /** What refers to products that are gone: as the schema's `on delete` has it. */
  #unlink(gone: ReadonlySet<ProductId | null>): void {
    const { campaignMessages, orders, recommendations, restockRequests, unmetDemand } = this.#store;
    const none = { productId: null };
    for (const { id, productId } of campaignMessages.all())
      if (gone.has(productId)) campaignMessages.update(id, none);
    for (const { id, productId } of recommendations.all())
      if (gone.has(productId)) recommendations.update(id, none);
    for (const { id, productId } of unmetDemand.all())
      if (gone.has(productId)) unmetDemand.update(id, none);
    for (const { id, items } of orders.all())
      if (items.some(({ productId }) => gone.has(productId)))
        orders.update(id, {
          items: items.map((item) =>
            gone.has(item.productId) ? { ...item, productId: null } : item,
          ),
        });
    restockRequests.deleteAll(restockRequests.all().filter(({ productId }) => gone.has(productId)));
  }

  async referredTo(ids: readonly ProductId[]): Promise<ReadonlySet<ProductId>> {
    const { campaignMessages, recommendations, orders, restockRequests, unmetDemand } = this.#store;
    const used = new Set<ProductId | null>([
      ...recommendations.all().map(({ productId }) => productId),
      ...orders.all().flatMap(({ items }) => items.map(({ productId }) => productId)),
      ...unmetDemand.all().map(({ productId }) => productId),
      ...campaignMessages.all().map(({ productId }) => productId),
      ...restockRequests.all().map(({ productId }) => productId),
    ]);
    return new Set(ids.filter((id) => used.has(id)));
  }

  async shows(imageUrl: string): Promise<boolean> {
    return this.#all().some((product) => product.imageUrl === imageUrl);
  }

  async page(
    after: { readonly name: string; readonly id: ProductId } | null,
    limit: number,
  ): Promise<readonly Product[]> {
    return this.#all()
      .filter((product) => after === null || byName(product, after) > 0)
      .toSorted(byName)
      .slice(0, limit);
  }

  async lowStock(limit: number): Promise<readonly Product[]> {
    return this.#all()
      .filter(({ active, stockQty, lowStockThreshold }) => active && stockQty <= lowStockThreshold)
      .toSorted((a, b) => a.stockQty - b.stockQty || byName(a, b))
      .slice(0, limit);
  }

  async expiring(from: string | null, before: string, limit: number): Promise<readonly Product[]> {
    return this.#all()
      .filter(
        ({ active, expirationDate: day }) =>
          active && day !== null && day < before && (from === null || day >= from),
      )
      .toSorted((a, b) => compare(a.expirationDate ?? '', b.expirationDate ?? '') || byName(a, b))
      .slice(0, limit);
  }

  async stockingDemand(since: Date, today: string, limit: number): Promise<StockingDemand> {
    const asked = this.#store.unmetDemand.all().filter(({ at }) => at >= since);
    const waiting = this.#store.restockRequests.all().filter((one) => one.notifiedAt === null);
    const soldOut = this.#store.products
      .all()
      .filter((product) => product.active && !isInStock(product, today))
      .map(({ id, name }) => ({
        name,
        asked: asked.filter((one) => one.reason === 'out_of_stock' && one.productId === id).length,
        waiting: waiting.filter(({ productId }) => productId === id).length,
      }))
      .filter((line) => line.asked + line.waiting > 0);
    const missing = asked.filter(
      ({ reason, needKey }) =>
        (reason === 'not_found' || reason === 'too_expensive') && needKey !== '',
    );
    const needs = [...Map.groupBy(missing, ({ needKey }) => needKey)].map(([needKey, rows]) => ({
      needKey,
      category: rows.find(({ category }) => category !== null)?.category ?? null,
      people: new Set(
        rows.map(
          ({ id, conversationId }) =>
            (conversationId && this.#store.conversations.get(conversationId)?.userId) ?? id,
        ),
      ).size,
    }));
    const shared = needs.filter(({ people }) => people > 1);
    const most = (line: { readonly asked: number; readonly waiting: number }): number =>
      Math.max(line.asked, line.waiting);
    return {
      soldOut: soldOut
        .toSorted((a, b) => most(b) - most(a) || compare(a.name, b.name))
        .slice(0, limit),
      needs: shared
        .toSorted((a, b) => b.people - a.people || compare(a.needKey, b.needKey))
        .slice(0, limit),
      singleNeeds: needs.length - shared.length,
    };
  }

  async unmetSince(since: Date, limit: number): Promise<readonly UnmetNeed[]> {
    const asked = this.#store.unmetDemand.all().filter(({ at }) => at >= since);
    return [...Map.groupBy(asked, ({ needKey }) => needKey)]
      .map(([needKey, rows]): UnmetNeed => {
        const newest = rows.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]!;
        const reasons = [...Map.groupBy(rows, ({ reason }) => reason)].map(([reason, list]) => [
          reason,
          list.length,
        ]);
        return {
          needKey,
          category: newest.category,
          count: rows.length,
          reasons: Object.fromEntries(reasons) as UnmetNeed['reasons'],
          lastAskedAt: newest.at,
        };
      })
      .toSorted(
        (a, b) =>
          b.count - a.count ||
          b.lastAskedAt.getTime() - a.lastAskedAt.getTime() ||
          compare(a.needKey, b.needKey),
      )
      .slice(0, limit);
  }

  #all(): readonly Product[] {
    return this.#store.products.all();
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byName = (
  a: { readonly name: string; readonly id: string },
  b: { readonly name: string; readonly id: string },
): number => compare(a.name, b.name) || compare(a.id, b.id);
