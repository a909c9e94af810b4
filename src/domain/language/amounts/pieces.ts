/** A figure, a word or a mark of folded text, in the order of the text. */
export interface Piece {
  readonly text: string;
  readonly kind: 'figure' | 'word' | 'mark';
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the piece before. */
  readonly glued: boolean;
}

const PIECES = /\d+|[a-z]+|[^\sa-z\d]|\n/g;

/**
 * Cuts folded text where letters, figures and marks meet: "3mille5" is three pieces. Apostrophes and hyphens
 * that join words ("j'ai", "dix-huit") are left out; between figures they stay ("3'000", "3-5").
 */
export function piecesOf(folded: string): readonly Piece[] {
  const all: Piece[] = [];
  let end = 0;
  for (const { 0: text, index: start } of folded.matchAll(PIECES)) {
    const glued = start === end && start > 0;
    end = start + text.length;
    const kind = /^\d/.test(text) ? 'figure' : /^[a-z]/.test(text) ? 'word' : 'mark';
    all.push({ text, kind, start, end, glued });
  }
  return all.filter((piece, index) => !joinsWords(piece, all[index - 1], all[index + 1]));
}

function joinsWords(piece: Piece, before: Piece | undefined, after: Piece | undefined): boolean {
  if (piece.text !== "'" && piece.text !== '-') return false;
  if (piece.text === "'") return before?.kind !== 'figure' || after?.kind !== 'figure';
  return piece.glued && before?.kind === 'word' && after?.kind === 'word' && after.glued;
}
