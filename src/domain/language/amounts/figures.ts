import type { Piece } from './pieces.ts';

/** A number in figures, and the piece behind it. */
interface Written {
  readonly value: number;
  readonly to: number;
  /** "3 000", "3.000": in groups of three, as only large numbers are. */
  readonly grouped: boolean;
}

/** More groups than any price has. */
const MOST_GROUPS = 3;

/** A number in figures with its thousands and decimals: "3 000", "3.000,00", "2,5"; null where none begins. */
export function readFigures(pieces: readonly Piece[], index: number): Written | null {
  const first = pieces[index];
  if (first?.kind !== 'figure' || first.text.length > 9) return null;
  if (first.text.startsWith('0') && first.text.length > 1) return null;
  let digits = first.text;
  let to = index + 1;
  let separator: string | null = null;
  for (let groups = 0; groups < MOST_GROUPS && first.text.length <= 3; groups += 1) {
    const group = groupAt(pieces, to);
    if (group === null || (separator !== null && group.separator !== separator)) break;
    separator = group.separator;
    digits += group.digits;
    to = group.to;
  }
  const decimals = decimalsAt(pieces, to, separator);
  return {
    value: Number(`${digits}.${decimals ?? '0'}`),
    to: decimals === null ? to : to + 2,
    grouped: separator !== null,
  };
}

function groupAt(
  pieces: readonly Piece[],
  index: number,
): { readonly digits: string; readonly separator: string; readonly to: number } | null {
  const next = pieces[index];
  if (next === undefined) return null;
  if (next.kind === 'figure') {
    const apart = next.start - (pieces[index - 1]?.end ?? next.start) === 1;
    return apart && next.text.length === 3
      ? { digits: next.text, separator: ' ', to: index + 1 }
      : null;
  }
  const behind = pieces[index + 1];
  return /^[.,']$/.test(next.text) && next.glued && isGlued(behind, 3, 3)
    ? { digits: behind.text, separator: next.text, to: index + 2 }
    : null;
}

function decimalsAt(
  pieces: readonly Piece[],
  index: number,
  separator: string | null,
): string | null {
  const mark = pieces[index];
  const behind = pieces[index + 1];
  if (mark === undefined || !/^[.,]$/.test(mark.text) || !mark.glued) return null;
  return mark.text !== separator && isGlued(behind, 1, 2) ? behind.text : null;
}

const isGlued = (piece: Piece | undefined, least: number, most: number): piece is Piece =>
  piece?.kind === 'figure' &&
  piece.glued &&
  piece.text.length >= least &&
  piece.text.length <= most;
