/**
 * What a product must not be offered with. Structured so that code, not a prompt, filters on it.
 * Each set caution names the reason; absence means "no known caution", never "proved safe".
 */
export interface Cautions {
  /** Not for pregnant women. */
  readonly pregnancy: boolean;
  readonly breastfeeding: boolean;
  /** Youngest age in months that may use it; null when there is no limit. */
  readonly minAgeMonths: number | null;
  /** Lower-case French names, such as "arachide", "gluten", "latex", "parfum". */
  readonly allergens: readonly string[];
  readonly essentialOils: boolean;
  readonly asthma: boolean;
  readonly epilepsy: boolean;
  /** Lower-case drug families in French, such as "anticoagulant". */
  readonly interactions: readonly string[];
}

export const NO_CAUTIONS: Cautions = {
  pregnancy: false,
  breastfeeding: false,
  minAgeMonths: null,
  allergens: [],
  essentialOils: false,
  asthma: false,
  epilepsy: false,
  interactions: [],
};
