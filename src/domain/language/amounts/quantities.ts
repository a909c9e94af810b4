import { beginning, READ } from '../../shared/reading.ts';
import { foldText } from '../normalise-text.ts';
import { cueBefore } from './cues.ts';
import { noAmounts } from './no-amount.ts';
import { numbersOf } from './numbers.ts';
import { piecesOf, type Piece } from './pieces.ts';

/** How many of what: "3 savons" is 3 of "savons". */
export interface Quantity {
  readonly count: number;
  /** The folded word that is counted. */
  readonly of: string;
}

const MOST = 99;
const DOZENS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    douzaine: 12,
    dizaine: 10,
    quinzaine: 15,
    vingtaine: 20,
    paire: 2,
    couple: 2,
    dozen: 12,
    pair: 2,
  }),
);
/** Before the thing: "3 du premier", "deux de ces savons", "3 x savon". */
const LINKS =
  /^(?:x|de|du|des|d|l|la|le|les|ces|ce|cette|mes|vos|of|the|these|petits?|petites?|autres?|gros)$/;
/** Of these the number is the name of a choice, not a count. */
const CHOICES =
  /^(?:le|la|l|les|numero|num|no|n|option|choix|article|produit|number|entre|taille|pack|lot|spf|degres)$/;
/** "2 et 3" and "2 svp" count nothing. */
const NO_THING = /^(?:et|ou|and|or|a|to|svp|stp|please|merci|pour|en|sur|fois|x|max|minimum)$/;

/** The quantities that a message names, in figures or words; neither amounts of money nor sizes, ages or choices. */
export function quantitiesOf(text: string): readonly Quantity[] {
  const pieces = piecesOf(foldText(beginning(text, READ.message)));
  const numbers = numbersOf(pieces);
  const excluded = noAmounts(pieces, numbers);
  return numbers.flatMap((number) => {
    const { value, from, to, scaled, currency } = number;
    if (excluded.has(number) || scaled || currency) return [];
    if (CHOICES.test(pieces[from - 1]?.text ?? '') || isPriced(pieces, from)) return [];
    const many = DOZENS.get(pieces[to]?.text ?? '');
    const of = thingAt(pieces, many === undefined ? to : to + 1);
    const count = value * (many ?? 1);
    return of !== null && Number.isInteger(count) && count >= 1 && count <= MOST
      ? [{ count, of }]
      : [];
  });
}

const isPriced = (pieces: readonly Piece[], from: number): boolean => {
  const role = cueBefore(pieces, from)?.role;
  return role === 'budget' || role === 'between' || role === 'note';
};

function thingAt(pieces: readonly Piece[], index: number): string | null {
  let at = index;
  while (at - index < 3 && LINKS.test(pieces[at]?.text ?? '')) at += 1;
  const thing = pieces[at];
  return thing?.kind === 'word' && thing.text.length > 2 && !NO_THING.test(thing.text)
    ? thing.text
    : null;
}
