import type { Token } from '../language/tokens.ts';

interface AgeMention {
  readonly months: number;
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    un: 1,
    une: 1,
    one: 1,
    deux: 2,
    two: 2,
    trois: 3,
    three: 3,
    quatre: 4,
    four: 4,
    cinq: 5,
    five: 5,
    six: 6,
    sept: 7,
    seven: 7,
    huit: 8,
    eight: 8,
    neuf: 9,
    nine: 9,
    dix: 10,
    ten: 10,
    onze: 11,
    douze: 12,
    quinze: 15,
    dizaine: 10,
    vingt: 20,
    trente: 30,
    twenty: 20,
    thirty: 30,
    cinquante: 50,
    fifty: 50,
  }),
);
const MONTHS_PER_UNIT: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(?:jours?|jrs?|j|days?)$/, 1 / 30.4],
  [/^(?:semaines?|semaine|sem|semene|weeks?|wks?)$/, 7 / 30.4],
  [/^(?:mois|moi|mwa|moa|ms|months?|mth|mths)$/, 1],
  [/^(?:ans?|annees?|years?|yrs?|yo|y|yr)$/, 12],
];
/** A duration or a date, not somebody's age: "depuis 2 mois", "il y a 3 ans", "enceinte de 4 mois". */
const DURATION_BEFORE =
  /^(?:depuis|pendant|durant|dans|toute?s|tous|tout|chaque|since|for|last|every|in|(?:en)?ceinte|grossesse|pregnant|derniere?s?|pour|apres|y|sous|livraison|garantie)$/;
const GLUE = /^(?:de|d|a|deja|presque|environ|bientot|plus|moins|les|la|le|is|c|est|des|au|moin)$/;
const OLD = /^(?:old|age|agee?s?)$/;
const AGE_LEAD =
  /^(?:a|de|d|age|agee?s?|has|is|avoir|bebe|nourrisson|nouveau|ne|nee|fils|fille|petite?|enfant)$/;

/** The ages said in a message, in months. Durations ("depuis 3 jours"), terms of pregnancy and dates are left out. */
export function findAges(tokens: readonly Token[]): readonly AgeMention[] {
  const ages: AgeMention[] = [];
  tokens.forEach((token, index) => {
    const unit = MONTHS_PER_UNIT.find(([pattern]) => pattern.test(token.word))?.[1];
    const number = tokens[index - 1];
    if (unit === undefined || !number || token.at - number.at > 1) return;
    const value = numberValue(number);
    if (value === null || !isAge(tokens, index, unit)) return;
    ages.push({ months: Math.floor(value * unit + 0.001), start: number.at, end: token.at });
  });
  return ages;
}

/** The number that a token stands for, in digits or in French or English words; null when it is none. */
export function numberValue(token: Token): number | null {
  if (/^\d/.test(token.word)) return Number(token.word);
  return NUMBER_WORDS.get(token.word) ?? null;
}

function isAge(tokens: readonly Token[], unitIndex: number, unit: number): boolean {
  const word = (index: number): string => tokens[index]?.word ?? '';
  if (OLD.test(word(unitIndex + 1))) return true;
  // "2 months ago", "5 mois enceinte", "8 mois de grossesse", "3 mois après".
  const after = word(unitIndex + 1) === 'de' ? word(unitIndex + 2) : word(unitIndex + 1);
  if (/^(?:ago|(?:en)?ceinte|pregnant|grossesse|apres|plus tard|maximum)$/.test(after))
    return false;
  // Days and weeks are mostly durations: they need a word that introduces an age.
  if (unit < 1 && !AGE_LEAD.test(word(unitIndex - 2))) return false;
  for (let index = unitIndex - 2; index >= 0; index -= 1) {
    // "pour 3 ans" is said of a child; "pour 3 mois" of a supply.
    if (word(index) === 'pour' && unit === 12) return true;
    if (DURATION_BEFORE.test(word(index))) return false;
    if (!GLUE.test(word(index))) return true;
  }
  return true;
}
