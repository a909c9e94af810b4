import { cueBefore, cueBehind, type Cue } from './cues.ts';
import { POLITE, THINGS } from './lexicon.ts';
import type { SaidNumber } from './numbers.ts';
import type { Piece } from './pieces.ts';
import { readRange } from './ranges.ts';

/** A bound in CFA francs with the stretch of pieces that says it; the surest one of a message counts. */
export interface Bound {
  readonly minCfa: number | null;
  readonly maxCfa: number | null;
  /** 0: money that bounds nothing, 1: likely to be money, 2: money, 3: said to be a bound. */
  readonly sure: 0 | 1 | 2 | 3;
  readonly from: number;
  readonly to: number;
}

const SMALLEST = 100;
const LARGEST = 2_000_000;
/** From here on a number that is called nothing may be money. */
const LIKELY = 500;

const plausible = (cfa: number): boolean => cfa >= SMALLEST && cfa <= LARGEST;

/** The bounds that two numbers in a row name; null when they are no range. */
export function boundOfRange(
  pieces: readonly Piece[],
  low: SaidNumber,
  high: SaidNumber,
): Bound | null {
  const before = cueBefore(pieces, low.from);
  const range = readRange(pieces, low, high, before);
  if (range === null || !plausible(range.minCfa) || !plausible(range.maxCfa)) return null;
  const behind = cueBehind(pieces, high.to);
  const stretch = { from: before?.from ?? low.from, to: behind?.to ?? high.to };
  return before?.role === 'refused'
    ? { minCfa: null, maxCfa: null, sure: 0, ...stretch }
    : { ...range, sure: 3, ...stretch };
}

/** The bound that one number names; null when it is no money. `previous` is the number before it. */
export function boundOfOne(
  pieces: readonly Piece[],
  number: SaidNumber,
  previous: SaidNumber | undefined,
): Bound | null {
  const before = cueBefore(pieces, number.from);
  const behind = cueBehind(pieces, number.to);
  const cfa = worthOf(pieces, number, before, behind, previous);
  if (!plausible(cfa)) return null;
  const from = before?.from ?? number.from;
  const to = behind?.to ?? number.to;
  const side = (cue: Cue | null, sure: Bound['sure']): Bound =>
    cue?.role === 'least'
      ? { minCfa: cfa, maxCfa: null, sure, from, to }
      : { minCfa: null, maxCfa: cfa, sure, from, to };

  if (isCount(pieces, number, cfa, before)) return null;
  const cue =
    before === null || before.role === 'have' || before.role === 'refused' ? behind : before;
  if (behind?.role === 'refused' || (cue === null && before?.role === 'refused'))
    return { minCfa: null, maxCfa: null, sure: 0, from: number.from, to };
  if (cue !== null) return side(cue, 3);
  if (number.currency || (number.scaled && !number.bare && cfa >= 1_000)) return side(null, 2);
  if (isYear(number) || cfa < LIKELY) return null;
  if (before !== null) return cfa % 25 === 0 || number.scaled ? side(null, 2) : null;
  return isLikely(pieces, number, cfa) ? side(null, 1) : null;
}

/** "budget 10", "10 de budget" and "un billet de dix" are said for thousands. */
function worthOf(
  pieces: readonly Piece[],
  { value, scaled, figures, to }: SaidNumber,
  before: Cue | null,
  behind: Cue | null,
  previous: SaidNumber | undefined,
): number {
  const small = value < SMALLEST && !scaled && (figures || value > 1);
  if (before?.role === 'note') {
    const note = small && [1, 2, 5, 10].includes(value) ? value * 1_000 : value;
    const count = previous?.to === before.from && previous.value < 10 ? previous.value : 1;
    return note * count;
  }
  const ofBudget =
    behind?.role === 'budget' || (before?.role === 'budget' && !namesThing(pieces[to]));
  return small && ofBudget ? value * 1_000 : value;
}

/** Something that may be counted follows: "budget serré, 2 savons". */
const namesThing = (piece: Piece | undefined): boolean =>
  piece?.kind === 'word' &&
  piece.text.length > 3 &&
  !/^(?:max|merci|please|environ|pour)/.test(piece.text);

const isCount = (
  pieces: readonly Piece[],
  { currency, to }: SaidNumber,
  cfa: number,
  before: Cue | null,
): boolean =>
  !currency &&
  THINGS.has(pieces[to]?.text ?? '') &&
  (before === null || before.role === 'have' || cfa < 1_000);

const isYear = ({ value, grouped, scaled }: SaidNumber): boolean =>
  !grouped && !scaled && value >= 1950 && value < 2040 && value % 50 !== 0;

/** A number that nothing names: alone, in groups of three, or round at the end of what is said. */
function isLikely(pieces: readonly Piece[], number: SaidNumber, cfa: number): boolean {
  const { from, to, figures, grouped, bare } = number;
  if (isAlone(pieces, from, to)) return !bare && cfa % 10 === 0;
  if (!figures) return false;
  const ends = to >= pieces.length || /^[.!?;,\n]$/.test(pieces[to]!.text);
  return grouped || (ends && cfa >= 2_000 && cfa % 100 === 0);
}

/** Nothing but a few marks and polite words stands before and behind. */
const isAlone = (pieces: readonly Piece[], from: number, to: number): boolean =>
  from <= FEW &&
  pieces.length - to <= FEW &&
  pieces.every(
    ({ kind, text }, index) => kind === 'mark' || POLITE.has(text) || (index >= from && index < to),
  );
const FEW = 5;
