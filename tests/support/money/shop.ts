import type { KpiReport } from '../../../src/application/reports/kpi-report.ts';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { DEFAULT_RETENTION_RULES } from '../../../src/domain/privacy/retention-rules.ts';
import type { ShopSettings } from '../../../src/domain/shop/shop-settings.ts';
import { aProduct } from '../builders.ts';
import type { Harness } from '../harness.ts';

/** What is kept of a shop, as far as money and stock go; the same from memory and from PostgreSQL. */
export interface Seen {
  readonly products: readonly {
    readonly id: string;
    readonly stock: number;
    readonly price: number;
    readonly promo: number | null;
    readonly active: boolean;
  }[];
  readonly orders: readonly {
    readonly id: string;
    readonly person: string | null;
    readonly conversation: string | null;
    readonly status: string;
    readonly amount: number;
    readonly source: string;
    readonly completedAt: number | null;
    readonly deliveredAt: number | null;
    readonly lines: readonly {
      readonly product: string;
      readonly pieces: number;
      readonly price: number;
    }[];
    readonly taken: Readonly<Record<string, number>>;
    readonly events: readonly string[];
    readonly code: string;
  }[];
  readonly coupons: readonly { readonly code: string; readonly usedFor: string | null }[];
  readonly recommended: readonly { readonly conversation: string; readonly at: number }[];
  readonly conversations: readonly string[];
  readonly people: readonly string[];
}

export interface MoneyShop {
  readonly lea: Harness;
  find(
    phone: string,
  ): Promise<{ readonly person: string; readonly conversation: string | null } | null>;
  seen(): Promise<Seen>;
  /** Only PostgreSQL counts figures, folds them, and cleans up. */
  readonly database: {
    report(from: string, to: string): Promise<KpiReport>;
    fold(): Promise<void>;
  } | null;
}

/** Short limits, so that a story meets them; no alert for a large cart takes the conversation from Léa. */
export const SETTINGS: Partial<ShopSettings> = {
  largeCartCfa: 1_000_000_000,
  modelCallsPerMinute: 1_000,
  modelCallsPerDay: 1_000,
  retention: { ...DEFAULT_RETENTION_RULES, conversationsDays: 30, customersDays: 60 },
};

/** Three products, with much, with little and with one piece on the shelf. */
export const shelf = (): readonly Product[] =>
  [
    ['Crème hydratante visage', 4_000, 6],
    ['Gel douche doux', 1_000, 3],
    ['Baume à lèvres', 1_400, 1],
  ].map(([name, priceCfa, stockQty]) =>
    aProduct({ name: String(name), priceCfa: Number(priceCfa), stockQty: Number(stockQty) }),
  );
