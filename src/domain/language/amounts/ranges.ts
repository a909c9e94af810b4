import { phrasesOf } from '../../shared/phrases.ts';
import type { Cue } from './cues.ts';
import { MEASURES } from './lexicon.ts';
import type { SaidNumber } from './numbers.ts';
import type { Piece } from './pieces.ts';

/** What joins two ends of a range whatever stands before. */
const JOINS = new Set([
  'a',
  '-',
  '/',
  'to',
  'jusqu a',
  'jusque',
  'jusqua',
  'au',
  'a les',
  'till',
  'until',
  'up to',
  'a plus ou moins',
]);
const EITHER = new Set(['ou', 'or', 'ou bien', 'voire']);
const BOTH = new Set(['et', 'and', 'et les', '&']);
/** Of these the number behind is a count or a choice: "je prends 2 à 3000". */
const COUNTS = new Set(
  phrasesOf(`
    le la numero num option choix article produit
    prend prends prendre prendrai commande commander veux voudrais donne donner donnez mets mettez faut
    want take order need buy
  `).flatMap((line) => line.split(' ')),
);
const THOUSAND = 1_000;
const LIKELY = 500;

/**
 * The bounds that two numbers name together: "entre 2 et 3000", "3-5k", "deux trois mille", "3000 ou 4000"; null
 * when they are no range. The thousand may be said once.
 */
export function readRange(
  pieces: readonly Piece[],
  low: SaidNumber,
  high: SaidNumber,
  before: Cue | null,
): { readonly minCfa: number; readonly maxCfa: number } | null {
  const join = pieces
    .slice(low.to, high.from)
    .map(({ text }) => text)
    .join(' ');
  const announced = before?.role === 'between' || before?.role === 'budget';
  if (high.from - low.to > 3 || !joins(join, announced, low, high)) return null;
  const counted = COUNTS.has(pieces[low.from - 1]?.text ?? '');
  const ends = endsOf(low, high, before?.role === 'budget');
  if (ends === null || (counted && join === 'a' && low.value < 100 && !low.scaled)) return null;
  if (MEASURES.has(pieces[high.to]?.text ?? '') && !high.currency) return null;
  const [minCfa, maxCfa] = ends;
  return announced && minCfa > maxCfa
    ? { minCfa: maxCfa, maxCfa: minCfa }
    : minCfa < maxCfa
      ? { minCfa, maxCfa }
      : null;
}

function joins(join: string, announced: boolean, low: SaidNumber, high: SaidNumber): boolean {
  if (JOINS.has(join)) return true;
  if (BOTH.has(join)) return announced;
  if (EITHER.has(join)) return announced || isMoney(high) || low.value >= LIKELY;
  if (join !== '') return false;
  // "deux trois mille", "3000 5000".
  const near =
    low.value < 10 &&
    !low.scaled &&
    high.scaled &&
    high.value - low.value * THOUSAND <= 3 * THOUSAND;
  return near || (low.value >= LIKELY && high.value >= LIKELY && (low.figures || low.scaled));
}

const isMoney = ({ currency, scaled }: SaidNumber): boolean => currency || scaled;

function endsOf(
  low: SaidNumber,
  high: SaidNumber,
  ofBudget: boolean,
): readonly [number, number] | null {
  const isSmall = ({ value, scaled, currency }: SaidNumber): boolean =>
    value < 100 && !scaled && !currency;
  // Behind the second end stands the currency of both.
  const highSmall = high.value < 100 && !high.scaled;
  if (isSmall(low) && highSmall)
    return ofBudget ? [low.value * THOUSAND, high.value * THOUSAND] : null;
  if (isSmall(low)) {
    const first = low.value * THOUSAND;
    return low.value >= 1 && first <= high.value ? [first, high.value] : null;
  }
  if (highSmall) return low.value >= THOUSAND ? [low.value, high.value * THOUSAND] : null;
  return isMoney(low) || isMoney(high) || high.value >= LIKELY ? [low.value, high.value] : null;
}
