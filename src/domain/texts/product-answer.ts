import type { UnsuitableReason } from '../recommendation/cautions.ts';

/** A fact about a product that was asked for, from the catalogue. Money in CFA francs, days as `YYYY-MM-DD`. */
export type ProductAnswer =
  | { readonly kind: 'unknown' }
  /** What it is, in the shop's own words, and what it costs. */
  | { readonly kind: 'described'; readonly text: string; readonly priceCfa: number }
  /** The shop's own words. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ingredients'; readonly ingredients: string }
  | {
      readonly kind: 'contains';
      readonly substance: string;
      readonly contains: boolean;
      readonly ingredients: string;
    }
  | { readonly kind: 'unsuitable'; readonly reasons: readonly UnsuitableReason[] }
  | { readonly kind: 'made_for'; readonly attributes: readonly string[] }
  /** Nothing that is known speaks against it, which proves nothing. */
  | { readonly kind: 'nothing_against'; readonly minAgeMonths: number | null }
  | { readonly kind: 'size'; readonly size: string }
  | { readonly kind: 'price'; readonly priceCfa: number; readonly normalPriceCfa: number | null }
  | { readonly kind: 'no_promotion'; readonly priceCfa: number }
  | { readonly kind: 'stock'; readonly inStock: boolean }
  | { readonly kind: 'picture'; readonly hasOne: boolean }
  | { readonly kind: 'expiry'; readonly day: string };

/** What tells a product apart from others beside it. */
export interface Compared {
  readonly rank: number;
  readonly name: string;
  readonly priceCfa: number;
  readonly isCheapest: boolean;
  readonly attributes: readonly string[];
  readonly description: string | null;
}
