import { findAges, numberValue } from './ages.ts';
import type { NumericConcept } from './lexicon/lexicon.ts';
import type { Token } from '../language/tokens.ts';

interface NumberReading {
  readonly concept: NumericConcept;
  readonly start: number;
  readonly end: number;
}

const MONTHS_NEWBORN = 3;
const MONTHS_INFANT = 24;
const MONTHS_CHILD = 15 * 12;
/** As many tablets at once exceed what any leaflet allows in a day. */
const MANY_PILLS = 8;
const PILLS =
  /^(?:compri\w*|conpri\w*|cachets?|gelules?|pilules?|pills?|tablets?|capsules?|doliprane?s?|dolipran|paracetamole?s?|efferalgan|aspirines?|ibuprofene?s?|tramadols?|tramols?|somniferes?|medicaments?|plaquettes?|xanax|lexomil|nivaquines?|panadols?|cp)$/;
const CONTAINER = /^(?:boites?|flacons?|pots?|tubes?|lots?|paquets?|bottles?|box)$/;
/** What "sucre" near a number is not the sugar of blood with: ages and packs. */
const UNIT_OF_SOMETHING_ELSE = /^(?:mois|ans?|kg|mg|ml|cl|x|f|fcfa|cfa|francs?)$/;
/** Somebody has swallowed, or is about to. */
const INTAKE =
  /^(?:pris|prise|aval\w*|bu|bue|buvait|ingere\w*|ingurgit\w*|mange\w*|gobe\w*|englouti\w*|croque\w*|vide\w*|donne\w*|took|taken|swallow\w*|ate|drank)$/;
/** A count behind one of these is of what is taken: "prendre 40 comprimés", "pris les 40". */
const COUNTED_BEFORE =
  /^(?:pren\w*|pri|a|ai|as|ont|de|d|des|les|mes|ses|ces|tes|ma|sa|toute?s?|tous|environ|presque|au|moins|jusqu|encore|deja|peut|etre|et|ou|a|par|jour|plus|que|quelque|take|took|taking|the|my|all|about|like|with|avec|ca|fait|y|il|elle|j|je|on|en)$/;
const REACH_OF_INTAKE = 12;
/** "en 2015": what happened then is over; the year before the present one is left to the rules. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2024;
const FEVER_BEFORE = /^(?:fievre|fievr|temperature|fiev|temp|thermometre|fever|monte|grimpe)$/;

/** What numbers mean for triage: ages, temperatures, counts of tablets, blood pressure and sugar, "il y a 5 ans". */
export function readNumbers(tokens: readonly Token[]): readonly NumberReading[] {
  const readings: NumberReading[] = [];
  for (const { months, start, end } of findAges(tokens)) {
    if (months < MONTHS_NEWBORN) readings.push({ concept: 'age_under_3_months', start, end });
    if (months < MONTHS_INFANT) readings.push({ concept: 'age_under_2_years', start, end });
    if (months < MONTHS_CHILD) readings.push({ concept: 'age_child', start, end });
  }
  tokens.forEach((token, index) => {
    const value = numberValue(token);
    if (value === null) return;
    const concept = meaning(tokens, index, value);
    if (concept) readings.push({ concept, start: token.at, end: token.at });
  });
  return readings;
}

function meaning(tokens: readonly Token[], index: number, value: number): NumericConcept | null {
  const word = (offset: number): string => tokens[index + offset]?.word ?? '';
  const near = (pattern: RegExp, from: number, to: number): boolean =>
    tokens
      .slice(Math.max(0, index + from), index + to + 1)
      .some((token) => pattern.test(token.word));
  if (word(-1) === 'a' && word(-2) === 'y' && /^(?:ans?|annees?|mois)$/.test(word(1)))
    return 'years_ago';
  if (/^(?:years?|months?)$/.test(word(1)) && word(2) === 'ago') return 'years_ago';
  if (
    /^(?:de|d)$/.test(word(-1)) &&
    /^dat\w*$/.test(word(-2)) &&
    /^(?:ans?|annees?|mois)$/.test(word(1))
  )
    return 'years_ago';
  if (word(-1) === 'en' && value >= FIRST_YEAR && value <= LAST_YEAR) return 'years_ago';
  if (value >= 38 && value <= 43 && isTemperature(word, near)) return 'fever_value';
  const pillsNext =
    PILLS.test(word(1)) ||
    (/^(?:de|d|des)$/.test(word(1)) && PILLS.test(word(2))) ||
    (/^(?:gros|petits?|cps?)$/.test(word(1)) && PILLS.test(word(2)));
  if (
    value >= MANY_PILLS &&
    pillsNext &&
    !CONTAINER.test(word(-2)) &&
    !CONTAINER.test(word(-1)) &&
    !isSizeOfPack(tokens, index)
  )
    return 'many_pills';
  if (value >= 16 && value <= 30 && near(/^(?:tension|pressure|tensiometre)$/, -5, 4))
    return 'high_pressure';
  if (
    ((value >= 2.5 && value <= 8) || (value >= 250 && value <= 700)) &&
    !UNIT_OF_SOMETHING_ELSE.test(word(1)) &&
    near(/^(?:glycemie|sucre|sugar|dextro)$/, -5, 4) &&
    !tokens.some(({ word: one }, at) => one === 'sucre' && tokens[at - 1]?.word === 'sans')
  )
    return 'high_sugar';
  return null;
}

/** 38 to 43 is a fever only where the words around say so: "39 000 F", "38 degrés dehors" and "taille 40" are not. */
function isTemperature(
  word: (offset: number) => string,
  near: (pattern: RegExp, from: number, to: number) => boolean,
): boolean {
  if (near(FEVER_BEFORE, -3, -1) || near(/^(?:fievre|fievr|temperature|fever)$/, 1, 3))
    return !/^0/.test(word(1));
  if (/^degre/.test(word(1)))
    return (
      near(/^(?:bebe|fils|fille|enfant|petite?|elle|corps|ai|mari|femme)$/, -5, -1) &&
      !near(/^(?:dehors|ici|ville|soleil|outside)$/, -4, 4)
    );
  // "il a 38.5", "elle fait 39": nobody says that about anything else; whole numbers below 41 could be a shoe or an
  // age.
  return (
    ((/^(?:a|has|est)$/.test(word(-1)) &&
      (/^(?:il|elle|fils|fille|enfant|he|she|petite?|on)$/.test(word(-2)) ||
        near(/^(?:bebe|nourrisson|newborn|baby)$/, -9, -2))) ||
      (word(-1) === 'fait' && /^(?:elle|bebe|fils|fille|enfant|petite?)$/.test(word(-2)))) &&
    !/^(?:ans?|mois|boutons?|000|semaines?|f|fcfa|cfa|francs?|years?|points?|taches?)$/.test(
      word(1),
    )
  );
}

/**
 * "je prends le magnésium 60 gélules": behind a product's name a count is what the pack holds, unless somebody is said
 * to have swallowed it ("j'ai pris doliprane 20 comprimés").
 */
function isSizeOfPack(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && numberValue(tokens[at]!) !== null) at -= 1;
  const name = tokens[at];
  if (!name || COUNTED_BEFORE.test(name.word) || tokens[index]!.at - name.at > index - at + 1)
    return false;
  return !tokens
    .slice(Math.max(0, index - REACH_OF_INTAKE), index + REACH_OF_INTAKE)
    .some(({ word }) => INTAKE.test(word));
}
