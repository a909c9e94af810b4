/** What is known of a customer's bond with the shop; amounts in CFA francs, ages in days. */
export interface LoyaltyFacts {
  readonly daysSinceLastOrder: number | null;
  readonly ordersLastYear: number;
  readonly spentLastYearCfa: number;
  readonly conversationsLast90Days: number;
  readonly averageRating: number | null;
}

export interface LoyaltyScore {
  /** 0 to 100. */
  readonly score: number;
  /** One French sentence per part, so that staff can say why. */
  readonly reasons: readonly string[];
}

/** The model may move a score by this many points at most. */
export const MAX_MODEL_ADJUSTMENT = 10;

/**
 * Recency, frequency and value (the RFM model of direct marketing: Hughes, "Strategic Database Marketing",
 * 1994) with engagement as the fourth part; each gives up to 25 points.
 */
export function loyaltyScore(facts: LoyaltyFacts): LoyaltyScore {
  const recency =
    facts.daysSinceLastOrder === null
      ? 0
      : points(
          facts.daysSinceLastOrder,
          [
            [14, 25],
            [30, 20],
            [60, 14],
            [120, 8],
            [365, 3],
          ],
          0,
        );
  const frequency = Math.min(25, facts.ordersLastYear * 5);
  const value = Math.min(25, Math.round(facts.spentLastYearCfa / 4_000));
  const engagement =
    Math.min(15, facts.conversationsLast90Days * 3) +
    (facts.averageRating === null ? 0 : Math.max(0, Math.round((facts.averageRating - 3) * 5)));
  return {
    score: recency + frequency + value + engagement,
    reasons: [
      facts.daysSinceLastOrder === null
        ? 'Récence : aucune commande (0/25)'
        : `Récence : dernière commande il y a ${facts.daysSinceLastOrder} j (${recency}/25)`,
      `Fréquence : ${facts.ordersLastYear} commande(s) en un an (${frequency}/25)`,
      `Valeur : ${facts.spentLastYearCfa} FCFA en un an (${value}/25)`,
      `Engagement : ${facts.conversationsLast90Days} conversation(s) en 90 j${facts.averageRating === null ? '' : `, note moyenne ${facts.averageRating.toFixed(1)}/5`} (${engagement}/25)`,
    ],
  };
}

/** The first row whose limit is not passed; rows are in ascending order. */
function points(
  value: number,
  rows: readonly (readonly [limit: number, points: number])[],
  otherwise: number,
): number {
  return rows.find(([limit]) => value <= limit)?.[1] ?? otherwise;
}

/** A model's wish within bounds; the score stays between 0 and 100. */
export function adjusted(
  base: LoyaltyScore,
  wish: { readonly delta: number; readonly reason: string },
): LoyaltyScore {
  const delta = Number.isFinite(wish.delta)
    ? Math.max(-MAX_MODEL_ADJUSTMENT, Math.min(MAX_MODEL_ADJUSTMENT, Math.round(wish.delta)))
    : 0;
  if (delta === 0) return base;
  return {
    score: Math.max(0, Math.min(100, base.score + delta)),
    reasons: [
      ...base.reasons,
      `Modèle : ${delta > 0 ? '+' : ''}${delta} (${wish.reason.slice(0, 200)})`,
    ],
  };
}
