/** Bounds in CFA francs that a message names, and the message without them. */
export interface Budget {
  readonly minCfa: number | null;
  readonly maxCfa: number | null;
  /** The folded text with the money taken out. */
  readonly rest: string;
}

const SMALLEST = 100;
const LARGEST = 2_000_000;
/** What follows a number that is no money: sizes, doses, ages, counts. */
const NOT_MONEY =
  '(?!\\s*(?:%|pourcent|g\\b|gr\\b|grammes?|kg\\b|mg\\b|µg|ml\\b|cl\\b|l\\b|litres?|cm\\b|mm\\b|m\\b|h\\b|heures?|min\\b|ans?\\b|mois\\b|jours?\\b|semaines?|years?|months?|days?|fois\\b|ui\\b|gelules?|comprimes?|capsules?|sachets?|doses?|boites?|pieces?|paquets?|articles?|produits?|enfants?|personnes?|degres?|watts?))';
const UNIT = '(?:\\s*(?:k(?![a-z0-9])|mille?s?\\b|milles\\b))';
const CURRENCY = '(?:\\s*(?:francs?(?:\\s*cfa)?|frs?|fcfa|cfa|xaf|xof|f)(?![a-z0-9]))';
/** Groups of three are bounded: nine figures are more than any price, and a longer row would be tried from each place in it. */
const FIGURE = "(?:\\d{1,3}(?:[ .,']\\d{3}){1,3}(?!\\d)|\\d{1,7}(?:[.,]\\d)?)";
const AMOUNT = `(?<![\\d.,a-z+])${FIGURE}(?!\\d)(?:k\\d(?!\\d)|${UNIT})?${CURRENCY}?(?![a-z]*\\d)${NOT_MONEY}`;

const MAX_BEFORE =
  "(?:pas plus (?:de|que)|pas (?:au[- ]?dela|au dessus) de|(?:qui )?ne (?:depasse|depassent|coute|coutent) pas(?: plus de)?|moins? (?:de|que)|moins?|- de|<=?|max(?:imum|i)?(?: de)?|au (?:plus|maximum|max)|jusqu'? ?a|en ?dessous de|inferieurs? a|dans les|autour de|environ|vers|under|below|less than|up to|at most|no more than|not more than|around|within|je n'? ?ai que|j'? ?ai que|j'? ?ai seulement|j'? ?ai juste|seulement|only)";
const MIN_BEFORE =
  '(?:plus de|au moins|minimum(?: de)?|min de|a partir de|superieurs? a|au ?dessus de|over|above|more than|at least)';
const BUDGET_WORD =
  "(?:(?:mon |un |le |de |my )?budget(?: (?:est|max(?:imum|i)?|c'? ?est|is|of|serait|tourne autour|d'environ))*(?: de| :|:|=)?(?: moins de| max(?:imum|i)?)?)";

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  quinze: 15,
  vingt: 20,
  'vingt cinq': 25,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  cent: 100,
};

const SPELT = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Reads a budget out of folded text: "moins de 5 mille", "entre 3000 et 6 000", "10k max", "à 2500". */
export function parseBudget(folded: string): Budget {
  let rest = spellOut(folded);
  let minCfa: number | null = null;
  let maxCfa: number | null = null;
  const take = (pattern: string, use: (amounts: readonly number[]) => boolean): void => {
    rest = rest.replace(compiled(pattern), (whole: string, ...groups: unknown[]) => {
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

  take(`\\b(?:entre|between|de)\\s+(${AMOUNT})\\s*(?:et|a|and|-|to)\\s*(${AMOUNT})`, range);
  take(`${BUDGET_WORD}\\s*(${AMOUNT})\\s*(?:a|-|et)\\s*(${AMOUNT})`, range);
  take(`(${AMOUNT})\\s*(?:-|a)\\s*(${AMOUNT})`, range);
  // "budget 10" is said for ten thousand.
  take(`${BUDGET_WORD}\\s*(${AMOUNT})`, ([amount]) =>
    asMax(amount === undefined ? [] : [amount < SMALLEST ? amount * 1000 : amount]),
  );
  take(`(?<![a-z])${MAX_BEFORE}\\s*(${AMOUNT})`, asMax);
  take(
    `(${AMOUNT})\\s*(?:max(?:imum|i)?|au (?:plus|max(?:imum)?)|ou moins|or less|de budget|pas plus)(?![a-z])`,
    asMax,
  );
  take(`(?<![a-z])${MIN_BEFORE}\\s*(${AMOUNT})`, asMin);
  take(`(${AMOUNT})\\s*(?:minimum|au moins|ou plus|or more|et plus)(?![a-z])`, asMin);
  take(
    `(?<![a-z])(?:a|at|for|pour)\\s+(${AMOUNT})(?=\\s*(?:$|[?!.,;\\n]|svp|stp|s'il|please|pr|pour|environ))`,
    ([amount]) => (amount !== undefined && amount >= 500 ? asMax([amount]) : false),
  );
  take(`((?<![\\d.,a-z+])${FIGURE}(?:k\\d|${UNIT})?${CURRENCY}${NOT_MONEY})`, asMax);
  take(`((?<![\\d.,a-z+])${FIGURE}(?:k\\d(?!\\d)|\\s*k(?![a-z0-9]))${NOT_MONEY})`, asMax);
  // A bare number as the whole message answers "quel budget ?"; one digit would be a choice.
  take(`^\\s*(${FIGURE})\\s*[.!]*\\s*$`, ([amount]) =>
    amount !== undefined && amount >= 500 ? asMax([amount]) : false,
  );
  return { minCfa, maxCfa, rest };
}

const patterns = new Map<string, RegExp>();

/** Compiled once: every message is read with the same dozen. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'g');
  patterns.set(pattern, known);
  return known;
}

/** "cinq mille francs" → "5 mille francs"; only before "mille", as "deux" alone is no money. */
function spellOut(folded: string): string {
  return folded
    .replace(
      compiled(`\\b(${SPELT})[ -]mill?es?\\b`),
      (_, word: string) => `${NUMBER_WORDS[word] ?? 1} mille`,
    )
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
  const scaled = new RegExp(`^${UNIT}`).test(written.slice(figure.length));
  const grouped = /^\d{1,3}(?:[ .,']\d{3})+$/.test(figure);
  const value = grouped ? Number(figure.replace(/\D/g, '')) : Number(figure.replace(',', '.'));
  return { value: Math.round(scaled ? value * 1000 : value), scaled };
}
