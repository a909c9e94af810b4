import { phrasesOf } from '../../shared/phrases.ts';
import { ENGLISH_CUES, ENGLISH_CUES_BEHIND } from './cues-en.ts';
import { FRENCH_CUES, FRENCH_CUES_BEHIND } from './cues-fr.ts';
import { NO_BOUND } from './lexicon.ts';
import type { Piece } from './pieces.ts';

/**
 * What the words around an amount make of it. `have`: the most there is, when it looks like money at all; `note`:
 * a banknote of so much; `refused`: money that bounds nothing.
 */
export type Role = 'most' | 'least' | 'between' | 'budget' | 'note' | 'have' | 'refused';

/** A cue and the stretch of pieces that it takes, `to` excluded. */
export interface Cue {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
}

const LONGEST = 5;
/** How many words may stand between a cue and its amount. */
const FAR = 7;

type Cues = Readonly<Partial<Record<Role, string>>>;
const byPhrase = (...lexicons: readonly Cues[]): ReadonlyMap<string, Role> =>
  new Map(
    lexicons.flatMap((cues) =>
      (Object.entries(cues) as ReadonlyArray<[Role, string]>).flatMap(([role, text]) =>
        phrasesOf(text).map((phrase) => [phrase, role] as const),
      ),
    ),
  );
const BEFORE = byPhrase({ refused: NO_BOUND }, ENGLISH_CUES, FRENCH_CUES);
const BEHIND = byPhrase(ENGLISH_CUES_BEHIND, FRENCH_CUES_BEHIND);
const BETWEEN_CUE_AND_AMOUNT = new Set(
  `les de d des du un une environ genre disons the of a est c serait tourne autour about around like is it s
  sera max maxi maximum min minimum moins plus vers entre approximatif grand total prix valeur somme montant
  fcfa cfa xaf xof f frs francs moi nous vous only just seulement juste : = ( - ,`.split(/\s+/),
);

/** The cue that ends right before a piece, or with some small words in between; the longest wins. */
export function cueBefore(pieces: readonly Piece[], index: number): Cue | null {
  for (let to = index; to > 0 && index - to <= FAR; to -= 1) {
    for (let length = Math.min(LONGEST, to); length > 0; length -= 1) {
      const role = BEFORE.get(textOf(pieces, to - length, to));
      if (role !== undefined && !(role === 'refused' && to < index))
        return { role: isDenied(pieces, to - length, role) ? 'most' : role, from: to - length, to };
    }
    if (!BETWEEN_CUE_AND_AMOUNT.has(pieces[to - 1]!.text)) return null;
  }
  return null;
}

/** "Je ne veux pas mettre plus de", "I don't want to spend more than". */
function isDenied(pieces: readonly Piece[], from: number, role: Role): boolean {
  if (role !== 'least') return false;
  for (let at = from - 1; at >= 0 && from - at <= DENIED_WITHIN; at -= 1) {
    const { text, kind } = pieces[at]!;
    if (kind === 'mark') return false;
    if (DENIALS.test(text)) return !/^d[eu]?$/.test(pieces[at + 1]?.text ?? '');
  }
  return false;
}
const DENIED_WITHIN = 4;
const DENIALS = /^(?:pas|jamais|not|never|t|dont)$/;

/** The cue that begins right at a piece; the longest wins. */
export function cueBehind(pieces: readonly Piece[], index: number): Cue | null {
  const from = /^[(,]$/.test(pieces[index]?.text ?? '') ? index + 1 : index;
  for (let length = Math.min(LONGEST + 2, pieces.length - from); length > 0; length -= 1) {
    const role = BEHIND.get(textOf(pieces, from, from + length));
    if (role !== undefined) return { role, from, to: from + length };
  }
  return null;
}

const textOf = (pieces: readonly Piece[], from: number, to: number): string =>
  pieces
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
