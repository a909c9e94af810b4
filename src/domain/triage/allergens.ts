import type { Token } from '../language/tokens.ts';

/**
 * Catalogue name → how customers call it (stems of folded words). Names follow INCO's 14 plus cosmetics' usual
 * ones.
 */
const ALLERGENS: ReadonlyArray<readonly [string, RegExp]> = [
  ['arachide', /^(?:arachides?|cacahuetes?|cacahouetes?|peanuts?)$/],
  [
    'fruits à coque',
    /^(?:coques?|noix|noisettes?|amandes?|cajou|pistaches?|macadamias?|argan|nuts?|almonds?|hazelnuts?|cashews?|pistachios?)$/,
  ],
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
  ['menthe', /^(?:menthe|menthol|mint)$/],
  ['lavande', /^(?:lavande|lavender)$/],
  ['astéracées', /^(?:asteracees?|arnica|camomille|chamomile|calendula)$/],
  ['adhésif', /^(?:adhesifs?|sparadraps?|colles?)$/],
  ['octocrylène', /^(?:octocrylene|filtres?)$/],
];
const ALLERGY =
  /^(?:allergi\w*|alergi\w*|allergic|allergy|allergies|intoleran\w*|supporte|supportes?|tolere|reagis)$/;
/** What stands before the name of what one is allergic to. */
const TOWARDS = /^(?:a|au|aux|to)$/;
const ARTICLE = /^(?:la|le|les|l|the)$/;
const AND = /^(?:et|ou|ni|and|or)$/;
/** Where a name ends, and what is none: a place of the body, the sun, "tout". */
const NO_NAME =
  /^(?:une?|et|ou|ni|mais|donc|alors|car|je|j|tu|il|elle|vous|nous|on|que|qui|quoi|pour|avec|sans|and|or|but|so|i|tout|tous|rien|ca|cela|plusieurs|certains?|certaines?|quelques?|beaucoup|produits?|soleil|visage|yeux|peau|corps|mains|froid|chaud)$/;
const LONGEST_NAME = 3;
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
    if (!dislike) for (const name of unlistedAfter(tokens, index)) found.add(name);
  });
  return [...found];
}

/** What no list knows is kept in the customer's own words: the composition is searched for it. */
function unlistedAfter(tokens: readonly Token[], index: number): readonly string[] {
  const names: string[] = [];
  for (let at = index + 1; at < tokens.length && at <= index + REACH; at += 1) {
    const begins =
      TOWARDS.test(tokens[at]!.word) &&
      (at === index + 1 || AND.test(tokens[at - 1]!.word) || isApart(tokens, at));
    if (!begins) continue;
    const words = nameFrom(tokens, at + 1);
    if (words.length > 0 && !words.some(isListed)) names.push(words.join(' '));
  }
  return names;
}

function nameFrom(tokens: readonly Token[], start: number): readonly string[] {
  const words: string[] = [];
  for (let at = start; at < tokens.length && words.length < LONGEST_NAME; at += 1) {
    const { word } = tokens[at]!;
    if (words.length === 0 && ARTICLE.test(word)) continue;
    // A number is nobody's allergy, and may be somebody's.
    const isWord = /^[a-z]+$/.test(word) && !NO_NAME.test(word);
    if (!isWord || (words.length > 0 && isApart(tokens, at))) break;
    words.push(word);
  }
  return words;
}

const isListed = (word: string): boolean => ALLERGENS.some(([, pattern]) => pattern.test(word));
/** Whether a comma or an end stands before this word. */
const isApart = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.at - tokens[at - 1]!.at > 1;

const REFUSED_OILS = /^essent(?:iel\w*|ial)$/;
const isRefused = (tokens: readonly Token[], index: number): boolean =>
  tokens.slice(Math.max(0, index - 3), index).some(({ word }) => /^(?:sans|without)$/.test(word));
