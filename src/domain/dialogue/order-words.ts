import type { ProductId } from '../catalogue/product.ts';
import type { WantedLine } from '../order/wanted-line.ts';
import { STOP_WORDS } from '../recommendation/lexicon/stop-words.ts';
import type { Act } from './act.ts';
import { smallNumber } from './number-words.ts';
import { findReferences, meantBy, type Reference } from './references.ts';
import type { Shown } from './shown.ts';

/** Says by itself that something is taken. */
const TAKES =
  /^(?:j?prends?|pren|prendrai|prendrais|prendre|prenons|prenez|commande|commander|commandez|commanderai|achete|acheter|acheterai|choisis|choisi|garde|gardez|reserve[rz]?|ajoute[rz]?|rajoute[rz]?|order|take|buy|add)$/;
/** Says so of something that was shown. */
const WANTS =
  /^(?:j?veux?|veut|voudrais|aimerais|faut|donne[rz]?|mets?|mettez|envoie|envoye[rz]?|faudra|faudrait|want|need|give|send|sera|va|livre[rz]?)$/;
const NEGATED =
  /^(?:pas|plus|sauf|sans|ni|annule[rz]?|enleve[rz]?|retire[rz]?|lieu|not|cancel|moins)$/;
/** Pieces of the same. */
const COUNTED =
  /^(?:boites?|pieces?|unites?|flacons?|tubes?|paquets?|exemplaires?|sachets?|pots?|bouteilles?|x|fois|bottles?|boxes|pcs|packs?)$/;
const LINKS = /^(?:de|du|des|d|la|le|l|les|x|fois|of|the)$/;
const FILLERS =
  /^(?:svp|stp|please|pls|oui|ok|okay|alors|donc|bon|bien|merci|moi|m|en|y|ca|je|j|le|la|les|l|on|nous|et|aussi|plutot|finalement|fait|maintenant|sur|pour|a|va|vais|vas|peux|peut|puis|pouvez|vous|yes|i|ll|will|it|one|d|accord|svpl|mm|hein|deh|non)$/;
const INSTEAD =
  /\b(?:en fait|finalement|plutot|a la place|au lieu|je change|changer?|remplace\w*|instead|rather)\b/;
const BESIDES = /\b(?:aussi|ajoute\w*|rajoute\w*|en plus|egalement|also|add|as well)\b/;

/** Asks, with or without a question mark. */
const ASKS =
  /\b(?:combien|cmb|comment|kel|quel\w*|pourquoi|quoi|est ce|difference|lequel|laquelle|how|which|why|what)\b/;
/** "Je le veux": of what is spoken of. */
const WANTS_IT = /\b(?:le|la|les) (?:veux|veut|voudrais|prendrais)\b/;

/** What a question asks for by ordering: "je peux commander le 2 ?". */
const ASKED_TO_ORDER = /^(?:commande[rz]?|acheter|avoir|reserver|order|buy|have)$/;

/**
 * The order that a clause places of what was shown; null when it places none. `asks`: it ends with a question mark.
 */
export function readOrder(words: readonly string[], asks: boolean, shown: Shown): Act | null {
  if (shown.products.length === 0 || words.length === 0) return null;
  const takes = words.findIndex((word) => TAKES.test(word));
  const wants = words.findIndex((word) => WANTS.test(word));
  const isVerb = takes >= 0 || wants >= 0;
  if (asks && !words.some((word) => ASKED_TO_ORDER.test(word))) return null;
  const text = words.join(' ');
  if (ASKS.test(text)) return null;
  const all = findReferences(words, shown);
  const refused = all.filter(({ start }) => isDenied(words, start));
  const references = all.filter((reference) => !refused.includes(reference));
  const how =
    INSTEAD.test(text) || refused.length > 0 ? 'instead' : BESIDES.test(text) ? 'besides' : 'new';
  if (references.length > 0) {
    const rest = unread(words, all);
    const lines = linesOf(words, references);
    const byName = references.some(({ by }) => by === 'name' || by === 'this');
    const whole = rest.length === 0;
    const isOrder = isVerb
      ? whole || (!byName && takes + wants > -2)
      : whole && startsLike(words, references);
    return isOrder ? { kind: 'order', lines, how } : null;
  }
  // "Pas le 1": what is taken instead follows, or nothing is.
  if (refused.length > 0 && unread(words, all).length === 0)
    return { kind: 'order', lines: [], how };
  if (refused.length > 0 || words.some((word) => NEGATED.test(word))) return null;
  const quantity = countIn(words);
  if (unread(words, []).length > 0) return null;
  if (
    takes < 0 &&
    !WANTS_IT.test(text) &&
    !(quantity !== null && (isVerb || words.some((word) => COUNTED.test(word))))
  )
    return null;
  const meant = meantBy(shown);
  if (meant.length === 0) return { kind: 'order_unclear', quantity };
  return { kind: 'order', lines: linesFor(meant, quantity ?? 1), how };
}

/** Without a verb only what can be nothing else: "le 1 et le 3", "3 du premier", "celle à 5500", "le pain nettoyant". */
const startsLike = (words: readonly string[], references: readonly Reference[]): boolean =>
  references.every(({ by, isHead }) =>
    by === 'name'
      ? isHead === true && /^(?:le|la|l|les|celui|celle|\d+)$/.test(words[0]!)
      : by !== 'superlative',
  );

const isDenied = (words: readonly string[], at: number): boolean =>
  [1, 2, 3].some((back) => NEGATED.test(words[at - back] ?? '') && between(words, at - back, at));
/** Nothing but articles stands in between. */
const between = (words: readonly string[], from: number, to: number): boolean =>
  words
    .slice(from + 1, to)
    .every((word) => /^(?:le|la|l|les|du|de|d|celui|celle|numero|the)$/.test(word));

/** Words that neither the references nor the usual phrases explain. */
function unread(words: readonly string[], references: readonly Reference[]): readonly string[] {
  return words.filter(
    (word, at) =>
      !references.some(({ start, end }) => at >= start && at < end) &&
      !TAKES.test(word) &&
      !WANTS.test(word) &&
      !COUNTED.test(word) &&
      !LINKS.test(word) &&
      !FILLERS.test(word) &&
      !NEGATED.test(word) &&
      smallNumber(word) === null &&
      !STOP_WORDS.has(word),
  );
}

function linesOf(
  words: readonly string[],
  references: readonly Reference[],
): readonly WantedLine[] {
  const lines = references.flatMap(({ products, start, end }, index) => {
    const from = references[index - 1]?.end ?? 0;
    const to = references[index + 1]?.start ?? words.length;
    const quantity = countBefore(words, from, start) ?? countBehind(words, end, to) ?? 1;
    return linesFor(products, quantity);
  });
  const pieces = new Map<ProductId, number>();
  for (const { productId, quantity } of lines)
    pieces.set(productId, Math.max(quantity, pieces.get(productId) ?? 0));
  return [...pieces].map(([productId, quantity]) => ({ productId, quantity }));
}

const linesFor = (products: readonly ProductId[], quantity: number): readonly WantedLine[] =>
  products.map((productId) => ({ productId, quantity }));

/** "3 du premier", "2 boîtes de la crème", "deux savons". */
function countBefore(words: readonly string[], from: number, to: number): number | null {
  let at = to - 1;
  while (at >= from && (LINKS.test(words[at]!) || COUNTED.test(words[at]!))) at -= 1;
  const count = at >= from ? smallNumber(words[at]) : null;
  const isArticle = /^une?$/.test(words[at] ?? '');
  return count !== null && count > 0 && (!isArticle || at < to - 1 || to - from > 0) ? count : null;
}

/** "Le premier x2", "la crème en 3 exemplaires", "le 1, deux pièces". */
function countBehind(words: readonly string[], from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) {
    const times = /^x(\d{1,2})$/.exec(words[at]!);
    if (times) return Number(times[1]);
    const count = smallNumber(words[at]);
    if (count !== null && count > 0 && (COUNTED.test(words[at + 1] ?? '') || words[at - 1] === 'x'))
      return count;
  }
  return null;
}

/** "Je veux 2 boîtes", "j'en prends trois": of what is meant. */
function countIn(words: readonly string[]): number | null {
  const at = words.findIndex((word) => smallNumber(word) !== null);
  return at < 0 ? null : smallNumber(words[at]);
}

/** An article, a unit of size or time, or nothing: no piece of anything is counted. */
const NOT_A_THING =
  /^(?:ml|cl|g|gr|kg|mg|l|cm|mm|ans?|mois|jours?|semaines?|fois|h|heures?|fcfa|cfa|f|francs?|mille|k|years?|months?|days?|times|a|et|ou|eme|enfants?|personnes?|filles?|garcons?|bebes?)$/;

/**
 * Things counted by name: "2 savons karité et 1 dentifrice". Null unless each of them begins with its number.
 */
export function readNamedOrder(words: readonly string[]): Act | null {
  const chunks: string[][] = [[]];
  for (const word of words) {
    if (/^(?:et|plus|and)$/.test(word)) chunks.push([]);
    else chunks.at(-1)!.push(word);
  }
  const wanted = chunks.flatMap((chunk) => {
    const at = chunk.findIndex(
      (word) =>
        !FILLERS.test(word) &&
        !TAKES.test(word) &&
        !WANTS.test(word) &&
        !/^(?:bonjour|bonsoir|bjr|bsr|salut|slt)$/.test(word),
    );
    const quantity = at < 0 ? null : smallNumber(chunk[at]);
    const rest = at < 0 ? [] : chunk.slice(at + 1);
    const things = rest.filter(
      (word) => !LINKS.test(word) && !COUNTED.test(word) && !FILLERS.test(word),
    );
    return quantity === null ||
      quantity < 1 ||
      quantity > 99 ||
      things.length === 0 ||
      NOT_A_THING.test(rest[0]!)
      ? []
      : [{ words: rest.filter((word) => !COUNTED.test(word)).join(' '), quantity }];
  });
  const counts = words.some((word) => !/^une?$/.test(word) && smallNumber(word) !== null);
  const isOrder = counts || words.some((word) => TAKES.test(word));
  return isOrder && wanted.length > 0 && wanted.length === chunks.length
    ? { kind: 'order_named', wanted }
    : null;
}
