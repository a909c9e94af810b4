import type { ProductId } from '../catalogue/product.ts';
import { stem, wordsOf } from '../language/words.ts';
import { ordinal, smallNumber } from './number-words.ts';
import { namesShown, type Shown } from './shown.ts';

/** Where in a row of words something shown is spoken of. */
export interface Reference {
  readonly products: readonly ProductId[];
  readonly by: 'all' | 'rank' | 'price' | 'name' | 'superlative' | 'this';
  /** By a name: whether its first word, what the thing is, was said. */
  readonly isHead?: boolean;
  readonly start: number;
  /** Behind its last word. */
  readonly end: number;
}

/** A figure behind one of these is a place in the list. */
const PLACE =
  /^(?:le|la|l|numero|num|no|n|nr|number|option|choix|produit|article|celui|celle|the|du|au)$/;
/** Behind one of these it is, unless something is counted. */
const MAY_PLACE =
  /^(?:de|entre|et|ou|and|or|que|commande[rz]?|prends?|prend|jprends|veux|jveux|pour|order|take|vs|contre|avec|plus|oui|ok)$/;
const NOT_COUNTED =
  /^(?:et|ou|and|or|svp|stp|s|please|pls|merci|pour|mais|aussi|alors|donc|ok|vs|contre|plutot|est|c|si|comment|qui|quel|quelle|avec|plus)$/;
const JOINS = /^(?:et|ou|and|or|vs|contre|plus)$/;
const ALL_BEFORE = /^(?:les|tous|toutes|the|all|ces)$/;
const ALL = /^(?:tous|toutes|both|chacune?|chaque|all)$/;
const THIS = /^(?:celui|celle|ceux|celles|ca|cela|ceci|dedans|it|this|that|them)$/;
/** "Le 2 ans", "1 fois": figures that are no place in a list. */
const UNIT =
  /^(?:ml|cl|g|gr|kg|mg|l|cm|mm|an|ans|mois|jours?|semaines?|fois|h|heures?|boites?|pieces?|unites?|flacons?|tubes?|paquets?|exemplaires?|sachets?|gelules?|comprimes?|x|fcfa|cfa|f|francs?|mille|k|bottles?|boxes|box|pcs|years?|months?|days?|times)$/;

/**
 * Everything in a row of folded words that speaks of what was shown: "le 2", "la première", "celle à 5500",
 * "les deux", "le pain nettoyant", "celui-ci". A number counts as a place in the list only with an article, a word
 * such as "numéro", or in a row of such ("1 et 3").
 */
export function findReferences(words: readonly string[], shown: Shown): readonly Reference[] {
  const found: Reference[] = [];
  const names = namesShown(shown);
  for (let at = 0; at < words.length;) {
    const reference =
      allAt(words, at, shown) ??
      rankAt(words, at, shown) ??
      priceAt(words, at, shown) ??
      superlativeAt(words, at, shown) ??
      nameAt(words, at, names, shown) ??
      thisAt(words, at, shown);
    if (reference === null) at += 1;
    else {
      found.push(reference);
      at = reference.end;
    }
  }
  return found;
}

const idAt = (shown: Shown, rank: number): ProductId | undefined => shown.products[rank - 1]?.id;

/** "Les deux", "tous les trois", "both". */
function allAt(words: readonly string[], at: number, { products, focus }: Shown): Reference | null {
  if (products.length === 0) return null;
  const counted = ALL_BEFORE.test(words[at]!) ? countAfter(words, at + 1) : null;
  if (counted !== null) {
    const { count, end } = counted;
    if (/^(?:premieres?|premiers?|first)$/.test(words[end] ?? ''))
      return { products: ids(products.slice(0, count)), by: 'all', start: at, end: end + 1 };
    if (/^(?:dernieres?|derniers?|last)$/.test(words[end] ?? ''))
      return { products: ids(products.slice(-count)), by: 'all', start: at, end: end + 1 };
    if (count === products.length) return { products: ids(products), by: 'all', start: at, end };
    if (count === focus.length && focus.length > 1)
      return { products: focus, by: 'all', start: at, end };
    return null;
  }
  return ALL.test(words[at]!) && products.length > 1 && words[at + 1] !== 'les'
    ? { products: ids(products), by: 'all', start: at, end: at + 1 }
    : null;
}

function countAfter(
  words: readonly string[],
  at: number,
): { readonly count: number; readonly end: number } | null {
  const start = words[at] === 'les' ? at + 1 : at;
  const count = smallNumber(words[start]);
  return count !== null && count > 1 && !UNIT.test(words[start + 1] ?? '')
    ? { count, end: start + 1 }
    : null;
}

/** "Le 2", "numéro 3", "1" in "1 et 3", "la première". */
function rankAt(words: readonly string[], at: number, shown: Shown): Reference | null {
  const count = shown.products.length;
  const named = ordinal(words[at], count);
  if (named !== null) {
    const id = idAt(shown, named);
    return id === undefined || words[at + 1] === 'fois'
      ? null
      : { products: [id], by: 'rank', start: at, end: at + 1 };
  }
  const figure = /^[1-9]$/.test(words[at]!) ? Number(words[at]) : null;
  const id = figure === null ? undefined : idAt(shown, figure);
  if (id === undefined || UNIT.test(words[at + 1] ?? '')) return null;
  const [last, next] = [words[at - 1] ?? '', words[at + 1]];
  const isOfAnother = /^(?:du|de|d|des)$/.test(next ?? '');
  const isPlace = PLACE.test(last) && !(last === 'du' && isOfAnother);
  const isCounted =
    words[at - 2] === 'en' || isOfAnother || (next !== undefined && !NOT_COUNTED.test(next));
  const leads = JOINS.test(next ?? '') && /^[1-9]$/.test(words[at + 2] ?? '');
  return isPlace || (!isCounted && (MAY_PLACE.test(last) || leads || words.length === 1))
    ? { products: [id], by: 'rank', start: at, end: at + 1 }
    : null;
}

/** "Celle à 5500": a price that one of them has. */
function priceAt(words: readonly string[], at: number, { products }: Shown): Reference | null {
  const whole = /^\d{3,6}$/.test(words[at]!) ? [words[at]!, at + 1] : joined(words, at);
  if (whole === null) return null;
  const [figure, end] = whole as [string, number];
  const [product, ...others] = products.filter(({ priceCfa }) => priceCfa === Number(figure));
  return product === undefined || others.length > 0
    ? null
    : { products: [product.id], by: 'price', start: at, end };
}

/** "5 500" */
const joined = (words: readonly string[], at: number): readonly [string, number] | null =>
  /^\d{1,3}$/.test(words[at]!) && /^\d{3}$/.test(words[at + 1] ?? '')
    ? [`${words[at]}${words[at + 1]}`, at + 2]
    : null;

/** "La moins chère", "le plus cher". */
function superlativeAt(
  words: readonly string[],
  at: number,
  { products }: Shown,
): Reference | null {
  const text = words.slice(at, at + 3).join(' ');
  const cheap = /^(?:le|la) moins (?:chere?|couteuse?|couteux)$/.test(text);
  if (!cheap && !/^(?:le|la) plus (?:chere?|couteuse?|couteux)$/.test(text)) return null;
  const sorted = products.toSorted((a, b) => a.priceCfa - b.priceCfa);
  const [one, next] = cheap ? sorted : sorted.toReversed();
  return one === undefined || next?.priceCfa === one.priceCfa
    ? null
    : { products: [one.id], by: 'superlative', start: at, end: at + 3 };
}

/** Words of a name that no other one shown has, or that together fit one of them best. */
function nameAt(
  words: readonly string[],
  at: number,
  names: ReadonlyMap<string, readonly ProductId[]>,
  { products }: Shown,
): Reference | null {
  const hits = new Map<ProductId, number>();
  let end = at;
  let last = at;
  for (; end < words.length; end += 1) {
    const ids = names.get(stem(words[end]!));
    if (ids === undefined) {
      if (end === at || !/^(?:de|du|des|la|le|les|au|aux|a|l|d|pour|en)$/.test(words[end]!)) break;
      continue;
    }
    for (const id of ids) hits.set(id, (hits.get(id) ?? 0) + 1);
    last = end;
  }
  if (hits.size === 0) return null;
  const most = Math.max(...hits.values());
  const best = [...hits].filter(([, count]) => count === most).map(([id]) => id);
  if (best.length !== 1) return null;
  const head = wordsOf(products.find(({ id }) => id === best[0])!.name)[0];
  const isHead = words.slice(at, last + 1).some((word) => stem(word) === stem(head ?? ''));
  return { products: best, by: 'name', start: at, end: last + 1, isHead };
}

/** "Celui-ci", "ça": what was quoted, what was spoken of last, or the only one shown. */
function thisAt(words: readonly string[], at: number, shown: Shown): Reference | null {
  if (!THIS.test(words[at]!)) return null;
  const meant = meantBy(shown);
  const end = /^(?:la|ci)$/.test(words[at + 1] ?? '') ? at + 2 : at + 1;
  return meant.length === 0 ? null : { products: meant, by: 'this', start: at, end };
}

/** What is meant where nothing is named. */
export function meantBy({ products, focus, quoted }: Shown): readonly ProductId[] {
  if (quoted !== null) return [quoted];
  if (focus.length > 0) return focus;
  return products.length === 1 ? [products[0]!.id] : [];
}

const ids = (products: Shown['products']): readonly ProductId[] => products.map(({ id }) => id);
