/** The two CFA francs, of the central and of the west African union: equal in worth, both shown as FCFA. */
export type Currency = 'XAF' | 'XOF';

/** `3500` → `3 500 FCFA`, with a no-break space so that a price never wraps on a phone. */
export function formatFcfa(amountCfa: number): string {
  return `${Math.round(amountCfa)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '\u00a0')}\u00a0FCFA`;
}
