/** What a customer looks for, as understood without a model; drives retrieval. */
export interface Need {
  /** Words that carry meaning, folded (lower case, no accents), at most 12. */
  readonly terms: readonly string[];
  /** Upper bound in CFA francs, inclusive. */
  readonly budgetMaxCfa: number | null;
  readonly budgetMinCfa: number | null;
  readonly category: string | null;
  readonly brand: string | null;
  /** Attributes that must hold: "bio", "vegan", "sans parfum", "peau sèche"… as written in the catalogue. */
  readonly attributes: readonly string[];
  /** Only products on promotion. */
  readonly promotionsOnly: boolean;
}

export const EMPTY_NEED: Need = {
  terms: [],
  budgetMaxCfa: null,
  budgetMinCfa: null,
  category: null,
  brand: null,
  attributes: [],
  promotionsOnly: false,
};
