import {
  AT_LEAST,
  AT_MOST,
  BARE,
  BETWEEN,
  BUDGET_BETWEEN,
  BUDGET_OF,
  FOR_SO_MUCH,
  FROM_TO,
  IN_FRANCS,
  IN_THOUSANDS,
  LEAST_BEHIND,
  MOST_BEHIND,
  NUMBER_WORDS,
  SPELT_THOUSANDS,
  STARTS_WITH_UNIT,
} from './budget-patterns.ts';

/** Bounds in CFA francs that a message names, and the message without them. */
export interface Budget {
  readonly minCfa: number | null;
  readonly maxCfa: number | null;
  /** The folded text with the money taken out. */
  readonly rest: string;
}

const SMALLEST = 100;
const LARGEST = 2_000_000;

/** Reads a budget out of folded text: "moins de 5 mille", "entre 3000 et 6 000", "10k max", "à 2500". */
export function parseBudget(folded: string): Budget {
  let rest = spellOut(folded);
  let minCfa: number | null = null;
  let maxCfa: number | null = null;
  const take = (pattern: RegExp, use: (amounts: readonly number[]) => boolean): void => {
    rest = rest.replace(pattern, (whole: string, ...groups: unknown[]) => {
      const amounts = groups
        .slice(0, -2)
        .filter((group): group is string => typeof group === 'string');
      return use(readAll(amounts)) ? ' ' : whole;
    });
  };
  const plausible = (amount: number): boolean => amount >= SMALLEST && amount <= LARGEST;
  const range = ([low, high]: readonly number[]): boolean => {
    if (low === undefined || high === undefined || !plausible(low) || !plausible(high))
      return false;
    minCfa ??= Math.min(low, high);
    maxCfa ??= Math.max(low, high);
    return true;
  };
  const asMax = ([amount]: readonly number[]): boolean => {
    if (amount === undefined || !plausible(amount)) return false;
    maxCfa ??= amount;
    return true;
  };
  const asMin = ([amount]: readonly number[]): boolean => {
    if (amount === undefined || !plausible(amount)) return false;
    minCfa ??= amount;
    return true;
  };

  take(BETWEEN, range);
  take(BUDGET_BETWEEN, range);
  take(FROM_TO, range);
  // "budget 10" is said for ten thousand.
  take(BUDGET_OF, ([amount]) =>
    asMax(amount === undefined ? [] : [amount < SMALLEST ? amount * 1000 : amount]),
  );
  take(AT_MOST, asMax);
  take(MOST_BEHIND, asMax);
  take(AT_LEAST, asMin);
  take(LEAST_BEHIND, asMin);
  const notSmall = ([amount]: readonly number[]): boolean =>
    amount !== undefined && amount >= 500 ? asMax([amount]) : false;
  take(FOR_SO_MUCH, notSmall);
  take(IN_FRANCS, asMax);
  take(IN_THOUSANDS, asMax);
  // A bare number as the whole message answers "quel budget ?"; one digit would be a choice.
  take(BARE, notSmall);
  return { minCfa, maxCfa, rest };
}

/** "cinq mille francs" → "5 mille francs"; only before "mille", as "deux" alone is no money. */
function spellOut(folded: string): string {
  return folded
    .replace(SPELT_THOUSANDS, (_, word: string) => `${NUMBER_WORDS[word] ?? 1} mille`)
    .replace(/(?<!\d ?)\bmille (?=francs?|f\b|fcfa)/g, '1000 ');
}

function readAll(amounts: readonly string[]): readonly number[] {
  const scaled = amounts.map(readAmount);
  const last = scaled.at(-1);
  // "entre 3 et 6 mille": the unit is said once.
  return scaled.map(({ value, scaled: hasUnit }) =>
    !hasUnit && value < SMALLEST && last?.scaled ? value * 1000 : value,
  );
}

function readAmount(written: string): { value: number; scaled: boolean } {
  const halves = /^(\d+)k(\d)/.exec(written);
  if (halves) return { value: Number(halves[1]) * 1000 + Number(halves[2]) * 100, scaled: true };
  const figure = /^\d[\d .,']*/.exec(written)?.[0].trim() ?? '0';
  const scaled = STARTS_WITH_UNIT.test(written.slice(figure.length));
  const grouped = /^\d{1,3}(?:[ .,']\d{3})+$/.test(figure);
  const value = grouped ? Number(figure.replace(/\D/g, '')) : Number(figure.replace(',', '.'));
  return { value: Math.round(scaled ? value * 1000 : value), scaled };
}
