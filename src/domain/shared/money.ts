/** The two CFA francs, of the central and of the west African union: equal in worth, both shown as FCFA. */
export type Currency = 'XAF' | 'XOF';

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `3500` → `3 500 FCFA`, with a no-break space so that a price never wraps on a phone. */
export function formatFcfa(amountCfa: number): string {
  return `${GROUPED.format(Math.round(amountCfa) + 0).replaceAll(',', '\u00a0')}\u00a0FCFA`;
}
