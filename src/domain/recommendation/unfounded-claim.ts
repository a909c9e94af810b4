import type { Product } from '../catalogue/product.ts';
import { bothEnds, READ } from '../shared/reading.ts';
import { attributesNamed } from './match-concepts.ts';
import { shelfText } from './shelf-text.ts';
import { stem, wordsOf } from '../language/words.ts';

/** What a reason may only say of a product whose own record says so. */
const CLAIMABLE = {
  categories: [],
  brands: [],
  attributes: (
    'bio|vegan|sans parfum|sans paraben|sans sulfates|sans hydroquinone|peau sèche|peau grasse|peau mixte|peau sensible|peau noire|peau mature|peau normale|' +
    'cheveux crépus|cheveux frisés|cheveux secs|cheveux gras|pellicules|chute de cheveux|acné|taches|vergetures|rides|cernes|fatigue|sommeil|stress|digestion|minceur|mémoire|moustiques|soleil|bébé|jambes lourdes|teint terne'
  ).split('|'),
} as const;
/** Said of whom or how it was made; true only if the record says the word. */
const WORDS_OF_TRUST =
  /^(?:hypoallerg|natur|veget|organiqu|organic|enceint|grossess|allait|pregnan|breastfe|nourrisson|naissanc|enfant|child|famil|local|artisanal|gabon|africain|france|frances|comedogen|waterproof)/;
/** "Sans coller", "sans film gras": manners of speaking rather than labels. */
const HARMLESS_SANS =
  /^(?:hesit|alourd|coll|film|effet|agress|dessech|tiraill|laiss|rinc|souci|exces|trac|poiss|brill|gen|complic|chich|grais|fini)/;
const CHEAPEST =
  /\b(?:(?:la|le|les) (?:moins chere?s?|plus (?:abordables?|economiques?|accessibles?))|cheapest|most affordable|least expensive)\b/;
const COMPARES =
  /\b(?:bon marche|abordables?|economiques?|cheap(?:er|est)?|affordable|chere?s?|expensive)\b/;

/** What of a product a claim is checked against. */
export type ClaimRecord = Pick<
  Product,
  | 'name'
  | 'description'
  | 'category'
  | 'ingredients'
  | 'attributes'
  | 'tags'
  | 'priceCfa'
  | 'promoPriceCfa'
> & { readonly id: string };

/** Whether a sentence about a product says something of it that its record does not bear out. */
export function hasUnfoundedClaim(
  text: string,
  product: ClaimRecord,
  shown: readonly ClaimRecord[],
): boolean {
  const whole = [
    product.name,
    product.description,
    product.category,
    product.ingredients,
    ...product.attributes,
    ...product.tags,
  ]
    .map((part) => part ?? '')
    .join(' . ');
  const record = bothEnds(whole, READ.shelf);
  const words = wordsOf(text);
  const labels = attributesNamed(record, CLAIMABLE);
  if (attributesNamed(text, CLAIMABLE).some((name) => !labels.includes(name))) return true;
  const own = shelfText(record).words;
  const trusted = words.flatMap((word) => WORDS_OF_TRUST.exec(word)?.[0] ?? []);
  if (trusted.some((start) => !own.some((word) => word.startsWith(start)))) return true;
  if (words.some((word, index) => word === 'sans' && !isFoundedSans(words[index + 1] ?? '', own)))
    return true;
  return !isFoundedPrice(words.join(' '), product, shown);
}

const isFoundedSans = (word: string, own: readonly string[]): boolean =>
  HARMLESS_SANS.test(stem(word)) ||
  own.some((each, index) => each === 'sans' && stem(own[index + 1] ?? '').startsWith(stem(word)));

/** "La moins chère" holds when no other shown product can cost less today, promotions included. */
function isFoundedPrice(
  joined: string,
  product: ClaimRecord,
  shown: readonly ClaimRecord[],
): boolean {
  if (!COMPARES.test(joined) && !CHEAPEST.test(joined)) return true;
  const others = shown.filter(({ id }) => id !== product.id);
  return (
    CHEAPEST.test(joined) &&
    others.length > 0 &&
    others.every(
      (other) => product.priceCfa <= Math.min(other.priceCfa, other.promoPriceCfa ?? Infinity),
    )
  );
}
