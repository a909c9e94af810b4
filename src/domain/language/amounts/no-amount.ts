import { cueBefore, cueBehind } from './cues.ts';
import { DOSED, MEASURES, NAMES_SOMETHING } from './lexicon.ts';
import type { SaidNumber } from './numbers.ts';
import type { Piece } from './pieces.ts';

/**
 * Which numbers of a text cannot be money whatever is said around them: sizes, doses, ages, times, dates,
 * telephone and order numbers.
 */
export function noAmounts(
  pieces: readonly Piece[],
  numbers: readonly SaidNumber[],
): ReadonlySet<SaidNumber> {
  const out = new Set(
    numbers.filter((number) => isMeasured(pieces, number) || isNamed(pieces, number)),
  );
  for (const run of runsOf(pieces, numbers))
    if (isRow(pieces, run)) for (const number of run.numbers) out.add(number);
  return out;
}

function isMeasured(pieces: readonly Piece[], { to, currency }: SaidNumber): boolean {
  const next = pieces[to];
  if (next === undefined || currency) return false;
  if (MEASURES.has(next.text) || next.text === '%') return true;
  if (/^(?:pour|per)$/.test(next.text) && /^cents?$/.test(pieces[to + 1]?.text ?? '')) return true;
  return next.kind === 'word' && next.glued && cueBehind(pieces, to) === null;
}

/** "SPF50", "L-2045", "n° 12", "commande 3000", "vitamine c 1000". */
function isNamed(pieces: readonly Piece[], { from, currency, scaled }: SaidNumber): boolean {
  const first = pieces[from]!;
  const before = pieces[from - 1];
  if (before === undefined || currency) return false;
  if (/^[#@+_]$/.test(before.text)) return true;
  if (
    first.glued &&
    /^[-./]$/.test(before.text) &&
    pieces[from - 2]?.kind === 'word' &&
    before.glued
  )
    return true;
  if (first.glued && before.kind === 'word')
    return before.text.length < 3 || cueBefore(pieces, from)?.to !== from;
  if (scaled) return false;
  let at = from - 1;
  while (/^(?:[:#.]|n|degres|de)$/.test(pieces[at]?.text ?? '') && from - at < 4) {
    if (pieces[at]!.text === 'degres') return true;
    at -= 1;
  }
  return NAMES_SOMETHING.has(pieces[at]?.text ?? '') || isDose(pieces, from);
}

function isDose(pieces: readonly Piece[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 3; at -= 1) {
    const { text, kind } = pieces[at]!;
    if (DOSED.has(text)) return true;
    // "vitamine c à 3000" names a price, "vitamine a 3000" none.
    if (text === 'a' && !DOSED.has(pieces[at - 1]?.text ?? '')) return false;
    if (kind === 'mark' || (kind === 'word' && text.length > 1)) return false;
  }
  return false;
}

/** Figures with nothing but marks and blanks between them. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly SaidNumber[];
}

function runsOf(pieces: readonly Piece[], numbers: readonly SaidNumber[]): readonly Run[] {
  const runs: Run[] = [];
  let next = 0;
  for (let from = 0; from < pieces.length;) {
    let to = from;
    while (to < pieces.length && isOfRun(pieces[to]!)) to += 1;
    const inside: SaidNumber[] = [];
    while (next < numbers.length && numbers[next]!.from < to) {
      if (numbers[next]!.from >= from && numbers[next]!.figures) inside.push(numbers[next]!);
      next += 1;
    }
    if (to > from) runs.push({ from, to, numbers: inside });
    from = to + 1;
  }
  return runs;
}

const isOfRun = ({ text, kind }: Piece): boolean => kind === 'figure' || /^[-./:+()']$/.test(text);

const MANY_DIGITS = 8;

/** A telephone number, a date or a time: no row of prices. */
function isRow(pieces: readonly Piece[], { from, to, numbers }: Run): boolean {
  const row = pieces.slice(from, to);
  const figures = row.filter(({ kind }) => kind === 'figure');
  if (figures.length === 0) return false;
  const read = numbers.reduce((sum, number) => sum + countFigures(pieces, number), 0);
  if (read < figures.length) return true;
  const round = numbers.every(({ value }) => value >= 500 && value % 50 === 0);
  if (row.some(({ text, glued }) => text === ':' && glued) && numbers.length > 1) return true;
  const digits = figures.reduce((sum, { text }) => sum + text.length, 0);
  return !round && (numbers.length >= 3 || (numbers.length === 2 && digits >= MANY_DIGITS));
}

const countFigures = (pieces: readonly Piece[], { from, to }: SaidNumber): number =>
  pieces.slice(from, to).filter(({ kind }) => kind === 'figure').length;
