import { readFigures } from './figures.ts';
import { CURRENCY, MILLION, THOUSAND, THOUSAND_FRANCS } from './lexicon.ts';
import { belowThousand, HUNDRED } from './number-words.ts';
import type { Piece } from './pieces.ts';

/** A number of a text with all that belongs to it. */
export interface SaidNumber {
  readonly value: number;
  /** The first piece, and the one behind the last; the currency is inside. */
  readonly from: number;
  readonly to: number;
  /** Said with "mille", "k" or "cent": it can be no count of a few things. */
  readonly scaled: boolean;
  readonly currency: boolean;
  readonly figures: boolean;
  /** "3 000", "3.000". */
  readonly grouped: boolean;
  /** The lone word "mille" or "cent". */
  readonly bare: boolean;
}

type Core = Omit<SaidNumber, 'from' | 'currency'>;

/** All numbers of a text in figures or words, French or English, in order. */
export function numbersOf(pieces: readonly Piece[]): readonly SaidNumber[] {
  const numbers: SaidNumber[] = [];
  for (let index = 0; index < pieces.length;) {
    const core = numberAt(pieces, index);
    if (core !== null) numbers.push(withCurrency(pieces, core, index));
    index = core === null ? index + 1 : Math.max(core.to, index + 1);
  }
  return numbers;
}

function numberAt(pieces: readonly Piece[], index: number): Core | null {
  const figures = readFigures(pieces, index);
  const words = figures === null ? belowThousand(pieces, index) : null;
  const read = figures ?? words;
  const to = read?.to ?? index;
  const kind = { figures: figures !== null, grouped: figures?.grouped ?? false };
  const scale = scaleAt(pieces, to);
  if (scale !== null && (read !== null || isWholeWord(pieces[index]!))) {
    const value = (read?.value ?? 1) * scale;
    const tail = tailOf(pieces, to + 1, scale);
    return {
      ...kind,
      value: Math.round(value + (tail?.value ?? 0)),
      to: tail?.to ?? to + 1,
      scaled: true,
      bare: read === null && tail === null,
    };
  }
  if (read === null) return null;
  const hundreds = figures !== null && isHundred(pieces, to) && read.value <= 99;
  return {
    ...kind,
    value: Math.round(hundreds ? read.value * 100 : read.value * 10) / (hundreds ? 1 : 10),
    to: hundreds ? to + 1 : to,
    scaled: hundreds || (words !== null && words.value >= 100),
    bare: words !== null && words.to === index + 1,
  };
}

/** "mille" begins an amount by itself, "k" does not. */
const isWholeWord = ({ text, glued }: Piece): boolean =>
  !glued && (/^(?:mil|mill|milles?)$/.test(text) || text === 'thousand');

const scaleAt = (pieces: readonly Piece[], index: number): number | null => {
  const text = pieces[index]?.text ?? '';
  if (THOUSAND.has(text) || THOUSAND_FRANCS.test(text)) return 1_000;
  return MILLION.has(text) ? 1_000_000 : null;
};

const isHundred = (pieces: readonly Piece[], index: number): boolean =>
  HUNDRED.has(pieces[index]?.text ?? '');

/** What is said after the thousands: "3k5", "3 mille 500", "deux mille cinq", "5 mille et demi". */
function tailOf(
  pieces: readonly Piece[],
  index: number,
  scale: number,
): { readonly value: number; readonly to: number } | null {
  const next = pieces[index];
  if (scale !== 1_000 || next === undefined) return null;
  if (/^(?:et|and)$/.test(next.text) && /^demie?$/.test(pieces[index + 1]?.text ?? ''))
    return { value: 500, to: index + 2 };
  const figure = next.kind === 'figure' ? next.text : null;
  if (figure !== null) return figureTail(pieces, index, figure);
  const words = belowThousand(pieces, index);
  if (words === null || scaleAt(pieces, words.to) !== null) return null;
  if (words.value >= 100) return words;
  if (words.value >= 10) return words.value % 5 === 0 ? words : null;
  return endsAt(pieces, words.to) ? { value: words.value * 100, to: words.to } : null;
}

function figureTail(
  pieces: readonly Piece[],
  index: number,
  figure: string,
): { readonly value: number; readonly to: number } | null {
  const { glued } = pieces[index]!;
  const to = index + 1;
  if (figure.length > 3 || scaleAt(pieces, to) !== null) return null;
  if (figure.length === 3) return figure.startsWith('0') ? null : { value: Number(figure), to };
  if (figure.length === 1 && isHundred(pieces, to))
    return { value: Number(figure) * 100, to: to + 1 };
  const hundreds = Number(figure.padEnd(3, '0'));
  if (glued) return { value: hundreds, to };
  const behindMille = pieces[index - 1]?.text !== 'k';
  return behindMille && figure.length === 1 && figure !== '0' && endsAt(pieces, to)
    ? { value: hundreds, to }
    : null;
}

/** Nothing that could be counted follows: "deux mille cinq" is 2 500 when the price ends there. */
function endsAt(pieces: readonly Piece[], index: number): boolean {
  const next = pieces[index];
  return (
    next === undefined ||
    (next.kind === 'mark' && !/^[-/.,']$/.test(next.text)) ||
    (next.kind === 'mark' && pieces[index + 1]?.kind !== 'figure') ||
    CURRENCY.has(next.text) ||
    /^(?:max|maxi|maximum|svp|stp|please|pls|environ|au|a|et|ou|and|to|or|pour|pas|minimum)$/.test(
      next.text,
    )
  );
}

/** "5000 fcfa", "FCFA 3000", "5kf". */
function withCurrency(pieces: readonly Piece[], core: Core, from: number): SaidNumber {
  let { to } = core;
  const last = pieces[to - 1]?.text ?? '';
  const inside = THOUSAND_FRANCS.test(last) && !THOUSAND.has(last);
  while (isCurrency(pieces, to)) to += 1;
  let start = from;
  if (/^[:=]$/.test(pieces[start - 1]?.text ?? '') && isCurrency(pieces, start - 2)) start -= 1;
  while (isCurrency(pieces, start - 1) && !belongsBefore(pieces, start - 1)) start -= 1;
  return { ...core, from: start, to, currency: inside || to > core.to || start < from };
}

const isCurrency = (pieces: readonly Piece[], index: number): boolean =>
  CURRENCY.has(pieces[index]?.text ?? '');

/** In "3000 f 5000" the currency is that of the first amount. */
function belongsBefore(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1];
  return before !== undefined && (before.kind === 'figure' || THOUSAND.has(before.text));
}
