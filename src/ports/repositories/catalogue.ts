import type { Prices } from '../../domain/catalogue/price.ts';
import type { Product, ProductId } from '../../domain/catalogue/product.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { UnmetReason } from './records.ts';

/** What a product cost before and after a change. */
export interface PriceChange {
  /** The same for all that was changed at once. */
  readonly changeId: string;
  readonly productId: ProductId;
  readonly at: Date;
  readonly actorId: UserId | null;
  readonly via: 'edit' | 'import' | 'undo';
  readonly before: Prices;
  readonly after: Prices;
}

/** What customers asked for and did not get, by need. */
export interface UnmetNeed {
  readonly needKey: string;
  readonly category: string | null;
  readonly count: number;
  readonly reasons: Readonly<Partial<Record<UnmetReason, number>>>;
  readonly lastAskedAt: Date;
}

/** What customers would have bought, for who orders for the shop: names of products and counts, no persons. */
export interface StockingDemand {
  /** Sold out: how often asked for, and how many people want to be told. Most wanted first. */
  readonly soldOut: readonly {
    readonly name: string;
    readonly asked: number;
    readonly waiting: number;
  }[];
  /** Not carried, or not at that price, by at least two people; most first. */
  readonly needs: readonly {
    readonly needKey: string;
    readonly category: string | null;
    readonly people: number;
  }[];
  /** Needs of one person only: the words of one are nobody's statistics. */
  readonly singleNeeds: number;
}

/** The shelf as its staff change and watch it; customers' reading is `Products`. */
export interface Catalogue {
  /** Locked until the transaction ends, in no particular order; ids that are unknown are left out. */
  lock(ids: readonly ProductId[]): Promise<readonly Product[]>;
  /** As `lock`, by barcode. */
  lockByBarcode(barcodes: readonly string[]): Promise<readonly Product[]>;
  /**
   * Inserts, or replaces by id.
   * @throws LeaError `barcode_taken` (conflict) when another product has the barcode
   */
  put(products: readonly Product[], now: Date): Promise<void>;
  /** The only thing that the service may write. */
  setStock(id: ProductId, stockQty: number, now: Date): Promise<void>;
  notePrices(changes: readonly PriceChange[]): Promise<void>;
  /** Newest first. */
  pricesOf(productId: ProductId, limit: number): Promise<readonly PriceChange[]>;
  /** All that was changed at once. */
  priceChange(changeId: string): Promise<readonly PriceChange[]>;
  /** Answers the ids that were there. */
  remove(ids: readonly ProductId[]): Promise<readonly ProductId[]>;
  /** Which of these an order, a recommendation, a campaign, a request or a conversation's demand refers to. */
  referredTo(ids: readonly ProductId[]): Promise<ReadonlySet<ProductId>>;
  /** Whether any product has this picture. */
  shows(imageUrl: string): Promise<boolean>;
  /** All products by name and id, from behind one of them. */
  page(
    after: { readonly name: string; readonly id: ProductId } | null,
    limit: number,
  ): Promise<readonly Product[]>;
  /** Active ones at or below their threshold, lowest stock first. */
  lowStock(limit: number): Promise<readonly Product[]>;
  /** Active ones whose last day is `from` or later and before `before` (`YYYY-MM-DD`), soonest first. */
  expiring(from: string | null, before: string, limit: number): Promise<readonly Product[]>;
  /** What to order, by the demand since an instant; each list with at most `limit` lines. */
  stockingDemand(since: Date, today: string, limit: number): Promise<StockingDemand>;
  /** Demand since an instant, most asked first. */
  unmetSince(since: Date, limit: number): Promise<readonly UnmetNeed[]>;
}
