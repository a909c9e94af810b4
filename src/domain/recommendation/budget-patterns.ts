/** What a budget looks like in folded text. Compiled once: every message is read with the same dozen. */

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

export const BETWEEN = new RegExp(
  `\\b(?:entre|between|de)\\s+(${AMOUNT})\\s*(?:et|a|and|-|to)\\s*(${AMOUNT})`,
  'g',
);
export const BUDGET_BETWEEN = new RegExp(
  `${BUDGET_WORD}\\s*(${AMOUNT})\\s*(?:a|-|et)\\s*(${AMOUNT})`,
  'g',
);
export const FROM_TO = new RegExp(`(${AMOUNT})\\s*(?:-|a)\\s*(${AMOUNT})`, 'g');
export const BUDGET_OF = new RegExp(`${BUDGET_WORD}\\s*(${AMOUNT})`, 'g');
export const AT_MOST = new RegExp(`(?<![a-z])${MAX_BEFORE}\\s*(${AMOUNT})`, 'g');
export const MOST_BEHIND = new RegExp(
  `(${AMOUNT})\\s*(?:max(?:imum|i)?|au (?:plus|max(?:imum)?)|ou moins|or less|de budget|pas plus)(?![a-z])`,
  'g',
);
export const AT_LEAST = new RegExp(`(?<![a-z])${MIN_BEFORE}\\s*(${AMOUNT})`, 'g');
export const LEAST_BEHIND = new RegExp(
  `(${AMOUNT})\\s*(?:minimum|au moins|ou plus|or more|et plus)(?![a-z])`,
  'g',
);
export const FOR_SO_MUCH = new RegExp(
  `(?<![a-z])(?:a|at|for|pour)\\s+(${AMOUNT})(?=\\s*(?:$|[?!.,;\\n]|svp|stp|s'il|please|pr|pour|environ))`,
  'g',
);
export const IN_FRANCS = new RegExp(
  `((?<![\\d.,a-z+])${FIGURE}(?:k\\d|${UNIT})?${CURRENCY}${NOT_MONEY})`,
  'g',
);
export const IN_THOUSANDS = new RegExp(
  `((?<![\\d.,a-z+])${FIGURE}(?:k\\d(?!\\d)|\\s*k(?![a-z0-9]))${NOT_MONEY})`,
  'g',
);
export const BARE = new RegExp(`^\\s*(${FIGURE})[\\s.!]*$`, 'g');
export const STARTS_WITH_UNIT = new RegExp(`^${UNIT}`);

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
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
export const SPELT_THOUSANDS = new RegExp(`\\b(${SPELT})[ -]mill?es?\\b`, 'g');
