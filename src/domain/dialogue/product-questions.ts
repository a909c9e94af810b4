import type { ProductId } from '../catalogue/product.ts';
import type { Act, Aspect } from './act.ts';
import { findReferences, meantBy, type Reference } from './references.ts';
import type { Shown } from './shown.ts';

/** Folded words, one space between; the first that matches wins. */
const ASPECTS: readonly (readonly [Aspect, RegExp])[] = [
  [
    'use',
    /\b(?:comment (?:\w+ ){0,3}(?:utilis\w*|appliqu\w*|applik\w*|prend\w*|mets?|mettre|met|sert|emploi\w*|use)|(?:s |l |les? |la )appliqu\w*|mode d emploi|(?:ca|il|elle) s (?:utilise|applique|emploie|prend)|combien de (?:fois|gelules|gouttes|comprimes|sachets|cuilleres?) (?:par|faut|il|je|on)|posologie|matin (?:ou|et) (?:le )?soir|avant ou apres|how (?:do|to|should|can) (?:\w+ ){0,2}(?:use|apply|take)|directions|a quel moment|apres la douche ou|rincer?|se rince)\b/,
  ],
  [
    'ingredients',
    /\b(?:composition|ingredients?|composants?|compose\w*|c est fait (?:de|avec|a base)|a base de quoi|contient quoi|quoi (?:dedans|dans)|qu est ce qu il y a (?:dedans|dans)|what s in|made of|inci)\b/,
  ],
  [
    'contains',
    /\b(?:y a ?t il|il y a|y a|ya|is there) (?:du|de l|de la|des|de|d|any) .{0,40}\b(?:dedans|dans (?:le|la|l|les|ce|cet|cette)|inside|in it)\b|\bsans \w+ dedans\b|\b(?:contien\w*|contains?) (?:du|de l|de la|des|de|d|any|quoi|elle|il|t)\b/,
  ],
  [
    'suitability',
    /\b(?:convien\w*|conviendr\w*|adapte\w*|bon(?:ne)?s? pour|peut on|peut il|puis je|je peux|on peut|possible|risqu\w*|danger\w*|dangereux|contre indi\w*|effets? secondaires?|safe|suitable|can (?:i|my|she|he)|ok pour|marche (?:pour|sur|avec)|va (?:pour|avec|aller)|autorise\w*|compatible|tache (?:pas|le)|irrite|pique les yeux)\b/,
  ],
  [
    'size',
    /\b(?:combien de (?:ml|grammes?|g|gr|gelules|comprimes|cl|litres?|doses|pieces|capsules|sachets) ?(?:dedans|dans|y a|il y a|ca|c est|elle|il|$)?|contenance|quelle (?:taille|quantite)|quel (?:format|volume|poids)|(?:grand|petit)e?s? (?:format|flacon|modele|tube|pot|boite)s?|plus (?:grand|petit)e?s?|taille du|how (?:big|many ml|large)|what size|duree d un|(?:ca|il|elle) dure combien|combien de temps (?:ca|il|elle) dure)\b/,
  ],
  ['expiry', /\b(?:peremption|perime\w*|expire\w*|expiration|date limite|dlc|encore bon|expiry)\b/],
  ['promotion', /\b(?:en promo\w*|en solde\w*|en reduction|promo (?:dessus|sur)|on sale)\b/],
  [
    'stock',
    /\b(?:en stock|il (?:vous )?en reste|reste t il|il reste|en reste|dispo\w*|available|left|en rayon|(?:vous|tu) (?:l|en) (?:avez|as)(?: encore| toujours)?$)\b/,
  ],
  ['price', /\b(?:combien|cmb|kombien|prix|pri|coute\w*|coutent|tarifs?|how much|price|cost)\b/],
  [
    'picture',
    /\b(?:photos?|images?|foto|picture|a quoi (?:ca |il |elle )?ressemble|voir (?:le|la|les) (?:produits?|boites?|flacons?)|look like)\b/,
  ],
  [
    'effect',
    /\b(?:ca marche|marche vraiment|efficace\w*|efficacite|resultats?|vraiment|en combien de temps|au bout de|fait effet|does it work|results?|sert a quoi|a quoi (?:ca|il|elle) sert|fait quoi|c est pour quoi|c est quoi|avis|what does it do|what is it for)\b/,
  ],
  [
    'origin',
    /\b(?:fabriqu\w*|faite? (?:ou|en|au|a)|vien(?:t|nent) d ?(?:ou|e)|provenance|origine|made in|authentique\w*|original\w*|contrefacon|vrai(?:e)?s? (?:produit|marque)|quelle marque|quel labo\w*)\b/,
  ],
  [
    'general',
    /\b(?:plus d infos?|details?|parlez moi|dites moi plus|en savoir plus|tell me (?:more )?about|more info\w*|explique[rz]? (?:moi )?(?:le|la|l|ca|un peu)|precisions?)\b/,
  ],
];
const COMPARES =
  /\b(?:differen\w*|compar\w*|lequel|laquelle|lesquels|le (?:mieux|meilleur)|la (?:mieux|meilleure)|quel est le (?:mieux|meilleur)|quelle est la (?:mieux|meilleure)|which (?:one )?(?:is|do you|would)|better|best one|vs|conseille[rz]? (?:lequel|laquelle|quoi)|entre (?:le|les|la|\d))\b/;
/** What is only asked of something that was named or shown, and else looks for something. */
const NEEDS_REFERENCE: ReadonlySet<Aspect> = new Set([
  'price',
  'stock',
  'promotion',
  'suitability',
  'effect',
  'size',
]);
/** Speaks of what was shown without a name. */
const PRONOUN =
  /\b(?:ca|cela|l|le|la|les|il|elle|ils|elles|en|dedans|dessus|y|ce produit|cette|ces|it|this|them|they|c est|sa)\b/;

/** What a clause asks about products; null when it asks nothing of the kind. */
export function readProductQuestion(
  words: readonly string[],
  asks: boolean,
  shown: Shown,
  written: string,
): Act | null {
  const text = words.join(' ');
  const references = findReferences(words, shown);
  const named = [...new Set(references.flatMap(({ products }) => products))];
  if (COMPARES.test(text) && shown.products.length > 1) {
    const products = named.length > 1 ? named : shown.products.map(({ id }) => id);
    return { kind: 'compare', products };
  }
  const aspect = ASPECTS.find(([, pattern]) => pattern.test(text))?.[0];
  if (aspect === undefined)
    return asks && isNothingBut(words, references)
      ? { kind: 'ask_product', aspect: 'general', products: named, words: written }
      : null;
  if (named.length > 0 && !onlyLooksFor(aspect, references, asks, text))
    return { kind: 'ask_product', aspect, products: named, words: written };
  const about = spokenOf(text, shown);
  if (about.length > 0 && !namesAnother(words, aspect, shown))
    return { kind: 'ask_product', aspect, products: about, words: written };
  return isAboutNamed(aspect, text, shown)
    ? { kind: 'ask_product', aspect, products: [], words: written }
    : null;
}

/** Of a short question that names what it is about: "le répulsif convient à un enfant ?", "la composition du gel douche". */
function isAboutNamed(aspect: Aspect, text: string, { products }: Shown): boolean {
  if (text.length > LONGEST_QUESTION) return false;
  if (NEEDS_REFERENCE.has(aspect))
    return aspect === 'suitability' && /^(?:\w+ )?(?:le|la|l|les|the) /.test(text);
  return products.length > 0 || /\b(?:de|du|d|la|le|l|votre|vos|the|your)\b/.test(text);
}

/** In characters; who says more tells what she needs. */
const LONGEST_QUESTION = 90;

/** "Et le magnésium ?" */
const isNothingBut = (words: readonly string[], references: readonly Reference[]): boolean =>
  references.length === 1 &&
  words.every(
    (word, at) =>
      (at >= references[0]!.start && at < references[0]!.end) ||
      /^(?:et|le|la|l|les|du|de|pour|and|the|about|what)$/.test(word),
  );

/** "Une crème bonne pour bébé ?" shares a word with what was shown and yet looks for something. */
const onlyLooksFor = (
  aspect: Aspect,
  references: readonly Reference[],
  asks: boolean,
  text: string,
): boolean =>
  NEEDS_REFERENCE.has(aspect) &&
  references.every(({ by }) => by === 'name') &&
  (/\b(?:une?|des|autres?|any|some|cherche|veux|voudrais|besoin)\b/.test(text) ||
    !(asks || /\b(?:le|la|les|l|est|c)\b/.test(text)));

/** What a question without a name is about: what was quoted or spoken of last, or all that was shown. */
function spokenOf(text: string, shown: Shown): readonly ProductId[] {
  if (shown.products.length === 0 && shown.quoted === null) return [];
  const meant = meantBy(shown);
  if (meant.length > 0) return meant;
  return PRONOUN.test(text) || text.split(' ').length <= 5
    ? shown.products.map(({ id }) => id)
    : [];
}

/** "Quelle est la composition du gel douche ?" after creams: another thing is named. */
function namesAnother(words: readonly string[], aspect: Aspect, { products }: Shown): boolean {
  if (products.length === 0) return true;
  const at = words.findIndex((word) => THINGS.test(word));
  return at >= 0 && aspect !== 'contains';
}
const THINGS =
  /^(?:savons?|laits?|huiles?|gels?|shampo\w*|masques?|serums?|lotions?|sprays?|deodorants?|dentifrices?|repulsifs?|baumes?|beurres?|gommages?|couches?|lingettes?|complements?|vitamines?|gelules?|infusions?|tisanes?|soap|oil|milk)$/;
