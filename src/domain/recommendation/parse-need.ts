import { bothEnds, LONGEST_WORD, READ } from '../shared/reading.ts';
import { foldText } from '../language/normalise-text.ts';
import { FORM_WORDS, SPELLINGS, STOP_WORDS } from './lexicon/stop-words.ts';
import {
  correctTypo,
  lexiconOf,
  matchMeanings,
  type Match,
  type Vocabulary,
} from './match-concepts.ts';
import type { Need } from './need.ts';
import { readBudget } from '../language/amounts/read-budget.ts';
import { smallTalkOf, type SmallTalk } from './small-talk.ts';
import { stem } from '../language/words.ts';

export type { Vocabulary } from './match-concepts.ts';

/** A need as one message says it, with what the message asks of the last proposals. */
export interface ParsedNeed extends Need {
  /** "moins cher": below what was shown. */
  readonly cheaper: boolean;
  /** "autre chose": not what was shown. */
  readonly alternatives: boolean;
  readonly promotions: boolean;
  /** Set when the whole message is small talk. */
  readonly smallTalk: SmallTalk | null;
  /** Only makes sense on top of what was said before: "et en bio ?". */
  readonly isFollowUp: boolean;
}

const MAX_TERMS = 12;
const CHEAPER =
  /\b(?:moins?s? (?:chere?s?|couteu(?:x|se)s?|eleves?)|(?:bien |un peu |tellement )?(?:trop|un peu|tres|si|vraiment) chere?s?|plus (?:abordables?|economiques?|accessibles?|bas)|meilleur marche|c ?'?est (?:trop |un peu |tres )?chere?s?|au rabais|cheaper|too expensive|less expensive|prix me tuent|hors budget|au[- ]dessus de (?:mon budget|mes moyens)|pas (?:aussi|si) chere?s?)\b/g;
const NOT_EXPENSIVE =
  /\b(?:pas (?:trop |tres )?chere?s?|bon marche|(?:a )?petits? prix|cheap|abordables?|affordable|economiques?)\b/g;
const ALTERNATIVES =
  /\b(?:(?:quelque )?(?:autre chose|autres choses)|d ?'? ?autres?(?: \w+)?|(?:un|une|les|des) autres?(?: (?:produits?|modeles?|choix|options?|marques?))?|rien d ?'? ?autre|quoi d ?'? ?autre|autrement|sinon|something else|anything else|another one|others?|other options?|different)\b/g;
const PROMOTIONS =
  /\b(?:en )?(?:promos?|promotions?|promotionnel\w*|reductions?|soldes?|remises?|rabais|destockage|bons? plans?|offres? (?:speciales?|du moment)|discounts?|on sale|sales|special offers?)\b/g;
const CODE = /\b(?:code|bon|coupon) (?:de )?(?:promo|promotion|reduction|remise)\b/;
const STARTS_AS_FOLLOW_UP =
  /^(?:et|plutot|ou(?! (?:est|sont|se|etes|vous|en))|sinon|mais|en|avec|sans|pour|same|and|or|but|c ?'?est|il|elle|lequel|laquelle|celui|celle|with|without)\b/;
const REQUESTS =
  /\b(?:je (?:cherche|veux|voudrais|souhaite)|jcherche|jveux?|il me faut|besoin d|looking for|i (?:want|need)|vous (?:avez|vendez))\b/;
const ARTICLES: ReadonlySet<string> = new Set([
  'le',
  'la',
  'les',
  'l',
  'de',
  'd',
  'du',
  'des',
  'un',
  'une',
  'en',
  'trop',
  'the',
  'any',
]);
/** Said alone, as the answer to "quel type de peau ?". */
const ALONE: Readonly<Record<string, string>> = {
  gra: 'peau grasse',
  sec: 'peau sèche',
  mixt: 'peau mixte',
  sensibl: 'peau sensible',
  normal: 'peau normale',
  oily: 'peau grasse',
  dry: 'peau sèche',
};

/** Narrows a search down; every other attribute names a concern and so a topic. */
const QUALIFIER = /^(?:peaux? |cheveux |sans |bio$|vegan$|bebe$)/;
/** What a person must avoid is not what she looks for. */
const AVOIDED =
  /\b(?:allergi\w*|intoleran\w*|allergic) (?:(?:a|au|aux|to|de) )?(?:l'|la |le |les |the )?[a-z]+(?: (?:et|ou|and) (?:a |au |aux )?(?:l'|la |le |les )?[a-z]+)?|\b(?:eviter|evite|avoid)(?: les| la| le| l'| the)? ?(?!vergeture|bouton|tache|ride|pellicule|moustique|piqure|chute|coup|mosquito|stretch|spot)\w+(?: essentielles?| minerales?)?|\b(?:laiss(?:e|ez|er|ons) tomber|oubli(?:e|ez|ons)|forget)(?: le| la| les| l'| the)? ?\w+/g;
/** Who she is, rather than what she looks for, once something else is named. */
const EXPECTING =
  /\b(?:je suis|chuis?|jsuis?|suis|etant|i ?'?am|i ?'?m) (?:\w+ )?(?:enceinte|pregnant)(?: d[e'] ?\w+ mois)?\b/g;
const UNITS = /^\d+(?:g|gr|kg|mg|ml|cl|l|cm|mm|h|e|er|ere|eme|nd|th|st|ans?|mois)?$/;

/** Understands a message without a model: what is looked for, for how much, and what it says of earlier proposals. */
export function parseNeed(text: string, vocabulary: Vocabulary): ParsedNeed {
  const folded = foldText(bothEnds(text, READ.message)).replace(/\n/g, ' . ');
  const budget = readBudget(folded);
  const plain = ` ${budget.rest.replace(/-/g, ' ').replace(/\s+/g, ' ').trim()} `;
  const cheaper = matches(plain, CHEAPER);
  const inexpensive = matches(plain, NOT_EXPENSIVE);
  const alternatives = matches(plain, ALTERNATIVES);
  const promotions = matches(plain, PROMOTIONS) && !CODE.test(plain);
  const followsUp = STARTS_AS_FOLLOW_UP.test(folded.trim()) && !REQUESTS.test(folded);

  const spoken = [CHEAPER, NOT_EXPENSIVE, ALTERNATIVES, PROMOTIONS, AVOIDED].reduce(
    (rest, pattern) => rest.replace(pattern, ' . '),
    plain,
  );
  const read = (text: string): Found =>
    understand(expand(joinFactors(text).match(/[a-z0-9]+/g) ?? []), vocabulary, followsUp);
  const besides = read(spoken.replace(EXPECTING, ' . '));
  const found = saysNothing(besides) ? read(spoken) : besides;
  const { terms, category, brand, attributes } = found;
  const namesNothing = terms.length === 0 && category === null && brand === null;
  const bounded = budget.maxCfa !== null || budget.minCfa !== null || promotions;
  const refines =
    namesNothing &&
    attributes.every((name) => QUALIFIER.test(foldText(name))) &&
    (attributes.length > 0 || bounded);
  const swapsForm =
    category === null && brand === null && terms.every((term) => FORM_WORDS.has(term));
  return {
    ...found,
    budgetMaxCfa: budget.maxCfa,
    budgetMinCfa: budget.minCfa,
    promotionsOnly: promotions,
    promotions,
    cheaper: cheaper || (inexpensive && namesNothing && attributes.length === 0),
    alternatives,
    smallTalk: smallTalkOf(text),
    isFollowUp:
      cheaper ||
      alternatives ||
      refines ||
      (inexpensive && namesNothing) ||
      (followsUp && category === null && brand === null && (swapsForm || terms.length <= 1)),
  };
}

type Found = Pick<Need, 'terms' | 'category' | 'brand' | 'attributes'>;

const saysNothing = ({ terms, category, brand, attributes }: Found): boolean =>
  terms.length === 0 && category === null && brand === null && attributes.length === 0;

function understand(typed: readonly string[], vocabulary: Vocabulary, followsUp: boolean): Found {
  const lexicon = lexiconOf(vocabulary);
  const words = typed.map((word) => correctTypo(word, lexicon));
  const all = matchMeanings(words, lexicon);
  const meant = all.filter((match) => !isDenied(match, words));
  const used = new Set([...all.flatMap(({ at }) => at), ...afterSans(words)]);
  const loose = words.filter(
    (word, index) =>
      !used.has(index) &&
      !STOP_WORDS.has(word) &&
      !UNITS.test(word) &&
      word.length > 1 &&
      word.length <= LONGEST_WORD,
  );
  const first = <K extends 'category' | 'weakCategory' | 'brand'>(key: K): string | null =>
    meant.find(({ meaning }) => meaning[key] !== null)?.meaning[key] ?? null;

  const alone =
    loose.length === 1 && meant.length === 0
      ? vocabulary.attributes.find((name) => name === ALONE[stem(loose[0]!)])
      : undefined;
  const certain = meant.flatMap(({ meaning }) => meaning.attribute ?? []);
  const shared = new Map(
    loose.flatMap((word) =>
      (sharedWith(word, certain, vocabulary.attributes) ?? []).map((name) => [word, name] as const),
    ),
  );
  const named = alone === undefined ? loose.filter((word) => !shared.has(word)) : [];
  const attributes = unique([
    ...certain,
    ...shared.values(),
    ...(alone === undefined ? [] : [alone]),
  ]);
  const terms = uniqueByStem([...named, ...meant.flatMap(({ meaning }) => meaning.terms)]).slice(
    0,
    MAX_TERMS,
  );
  const category = first('category');
  // "pour les cheveux" names a department only when nothing more precise is said.
  const weak =
    named.length === 0 &&
    meant.every(({ meaning }) => meaning.weakCategory !== null) &&
    !(followsUp && attributes.length > 0)
      ? first('weakCategory')
      : null;
  return {
    terms: category === null && weak !== null ? [] : terms,
    category: category ?? weak,
    brand: first('brand'),
    attributes,
  };
}

/** "peaux sèches et sensibles": the second adjective belongs to the same skin or hair. */
function sharedWith(
  word: string,
  certain: readonly string[],
  attributes: readonly string[],
): readonly string[] | null {
  const owner = certain
    .map((name) => /^(?:peau|cheveux) /.exec(name)?.[0])
    .find((prefix) => prefix !== undefined);
  const name =
    owner === undefined
      ? undefined
      : attributes.find(
          (attribute) =>
            attribute.startsWith(owner) &&
            stem(foldText(attribute.slice(owner.length))) === stem(word),
        );
  return name === undefined ? null : [name];
}

/** "pas de crème solaire", "je n'ai pas la peau sèche": named, and not wanted. */
function isDenied({ at, meaning }: Match, words: readonly string[]): boolean {
  if (['pas', 'sans', 'anti'].includes(meaning.phrase[0]!)) return false;
  let before = at[0]! - 1;
  while (before >= 0 && ARTICLES.has(words[before]!)) before -= 1;
  return before >= 0 && ['pas', 'sans', 'ni'].includes(words[before]!);
}

/** What "sans" refuses and the catalogue has no label for must not be searched for ("sans huile minérale"). */
function afterSans(words: readonly string[]): readonly number[] {
  return words.flatMap((word, index) =>
    word !== 'sans'
      ? []
      : FORM_WORDS.has(words[index + 1] ?? '')
        ? [index + 1, index + 2]
        : [index + 1],
  );
}

const expand = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => (SPELLINGS.get(word) ?? word).split(' '));
/** "SPF 50" is written "SPF50" on the shelf. */
const joinFactors = (text: string): string => text.replace(/\bspf (\d+)/g, 'spf$1 spf');
const matches = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0;
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
const uniqueByStem = (values: readonly string[]): readonly string[] => [
  ...new Map(values.map((value) => [stem(value), value])).values(),
];
