import type { Token } from './tokens.ts';

/** Catalogue name → how customers call it (stems of folded words). Names follow INCO's 14 plus cosmetics' usual ones. */
const ALLERGENS: ReadonlyArray<readonly [string, RegExp]> = [
  ['arachide', /^(?:arachides?|cacahuetes?|cacahouetes?|peanuts?)$/],
  ['fruits à coque', /^(?:noix|noisettes?|amandes?|cajou|pistaches?|nuts|almonds?)$/],
  ['gluten', /^(?:gluten|ble|avoine|wheat|coeliaque|celiac)$/],
  ['lait', /^(?:lait|lactose|laitiers?|milk|caseine)$/],
  ['soja', /^(?:soja|soya|soy)$/],
  ['œuf', /^(?:oeufs?|eggs?)$/],
  ['poisson', /^(?:poissons?|fish)$/],
  ['crustacés', /^(?:crustaces?|crevettes?|crabes?|shrimps?|shellfish|mer)$/],
  ['sésame', /^(?:sesame)$/],
  ['miel', /^(?:miel|honey|propolis|abeilles?|ruche)$/],
  ['latex', /^latex$/],
  ['parfum', /^(?:parfums?|parfume\w*|fragrances?|perfumes?)$/],
  ['huiles essentielles', /^(?:essentiel\w*|essential)$/],
  ['lanoline', /^(?:lanoline|lanolin|laine)$/],
  ['nickel', /^nickel$/],
  ['iode', /^(?:iode|iodine|betadine)$/],
  ['alcool', /^(?:alcool|alcohol)$/],
  ['paraben', /^parabens?$/],
  ['aspirine', /^(?:aspirine?|salicyl\w*)$/],
  ['pénicilline', /^(?:penicilline?|amoxicilline?)$/],
  ['coco', /^(?:coco|coconut)$/],
  ['karité', /^(?:karite|shea)$/],
];
const ALLERGY =
  /^(?:allergi\w*|alergi\w*|allergic|allergy|allergies|intoleran\w*|supporte|supportes?|tolere|reagis)$/;
/** How many words behind "allergique" still belong to it. */
const REACH = 8;
const SENTENCE_END = 2;

/**
 * The allergens that a customer names after "allergique à", "intolérant au", "ne supporte pas le"…, unless
 * the allergy is denied. A bare "sans parfum" is a wish, not an allergy; "sans huiles essentielles" is minded
 * like one, as no label of the catalogue says it.
 */
export function allergensIn(
  tokens: readonly Token[],
  denied: (start: number, end: number) => boolean,
): readonly string[] {
  const found = new Set<string>();
  tokens.forEach((token, index) => {
    if (REFUSED_OILS.test(token.word) && isRefused(tokens, index)) found.add('huiles essentielles');
    if (!ALLERGY.test(token.word)) return;
    const dislike = /^(?:supporte|tolere)/.test(token.word);
    const refused = tokens[index + 1]?.word === 'pas' || tokens[index + 1]?.word === 'plus';
    if (dislike ? !refused : denied(index, index)) return;
    // "allergie arachide" and "peanut allergy": the name may stand on either side.
    for (
      let at = Math.max(0, index - 2);
      at <= Math.min(tokens.length - 1, index + REACH);
      at += 1
    ) {
      const word = tokens[at]!;
      if (at > index && word.at - tokens[at - 1]!.at > SENTENCE_END) break;
      for (const [name, pattern] of ALLERGENS) if (pattern.test(word.word)) found.add(name);
    }
  });
  return [...found];
}

const REFUSED_OILS = /^essent(?:iel\w*|ial)$/;
const isRefused = (tokens: readonly Token[], index: number): boolean =>
  tokens.slice(Math.max(0, index - 3), index).some(({ word }) => /^(?:sans|without)$/.test(word));
