/** US dollars per million tokens. */
export interface TokenPrice {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}
export type PriceTable = Readonly<Record<string, TokenPrice>>;

/**
 * Approximations from public price lists (2026), for a shop's own budget and reports, not for accounting.
 * A model that is not listed costs 0 here; a dated snapshot counts as its family.
 */
export const DEFAULT_PRICES: PriceTable = {
  'gpt-4o': { input: 2.5, cachedInput: 1.25, output: 10 },
  'gpt-4o-mini': { input: 0.15, cachedInput: 0.075, output: 0.6 },
  'gpt-4.1': { input: 2, cachedInput: 0.5, output: 8 },
  'gpt-4.1-mini': { input: 0.4, cachedInput: 0.1, output: 1.6 },
  'gpt-5': { input: 1.25, cachedInput: 0.125, output: 10 },
  'gpt-5-mini': { input: 0.25, cachedInput: 0.025, output: 2 },
  'gpt-5.4': { input: 2.5, cachedInput: 0.25, output: 15 },
  'gpt-5.4-mini': { input: 0.75, cachedInput: 0.075, output: 4.5 },
  'gpt-4o-transcribe': { input: 2.5, cachedInput: 2.5, output: 10 },
  'gpt-4o-mini-transcribe': { input: 1.25, cachedInput: 1.25, output: 5 },
};

/** CFA francs for a US dollar, rounded; the franc is pegged to the euro and moves with it. */
const CFA_PER_USD = 600;
/** US dollars for a minute of speech where a server counts no tokens. */
const USD_PER_AUDIO_MINUTE = 0.006;

/** Thousandths of a CFA franc, rounded up; 0 for a model without a known price. */
export function tokenCostMilliCfa(
  prices: PriceTable,
  model: string,
  tokens: { readonly prompt: number; readonly cached: number; readonly completion: number },
): number {
  const price = prices[model] ?? prices[model.replace(/-\d{4}-\d{2}-\d{2}$/, '')];
  if (price === undefined) return 0;
  const usd =
    ((tokens.prompt - tokens.cached) * price.input +
      tokens.cached * price.cachedInput +
      tokens.completion * price.output) /
    1_000_000;
  return Math.ceil(usd * CFA_PER_USD * 1_000);
}

export const audioCostMilliCfa = (seconds: number): number =>
  Math.ceil((seconds / 60) * USD_PER_AUDIO_MINUTE * CFA_PER_USD * 1_000);
