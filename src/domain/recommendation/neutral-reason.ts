import type { Product } from '../catalogue/product.ts';
import type { Language } from '../customer/customer.ts';
import { foldText } from '../language/normalise-text.ts';

/** Attributes in English; one that is missing here is left out of an English sentence. */
const ENGLISH: Readonly<Record<string, string>> = {
  'peau seche': 'dry skin',
  'peau grasse': 'oily skin',
  'peau mixte': 'combination skin',
  'peau sensible': 'sensitive skin',
  'peau noire': 'dark skin',
  'peau mature': 'mature skin',
  'peau normale': 'normal skin',
  'cheveux crepus': 'coily hair',
  'cheveux frises': 'curly hair',
  'cheveux secs': 'dry hair',
  'cheveux gras': 'oily hair',
  bebe: 'babies',
  enfant: 'children',
  bio: 'organic',
  vegan: 'vegan',
  'sans parfum': 'fragrance-free',
  'sans paraben': 'paraben-free',
  'sans sulfates': 'sulphate-free',
  'sans hydroquinone': 'hydroquinone-free',
};

/** Neither a person nor a label. */
const TOPIC = /^(?!peau |cheveux |sans |bio$|vegan$|bebe$|enfant$)/;

/**
 * One plain reason from the product's own attributes, such as "Adapté aux peaux sèches, sans parfum":
 * what is said when a model's reason is not fit to be shown. Wanted attributes come first.
 */
export function neutralReason(
  product: Pick<Product, 'attributes' | 'category'>,
  language: Language,
  wanted: readonly string[] = [],
): string {
  const first = new Set(wanted.map(foldText));
  const attributes = product.attributes.toSorted(
    (a, b) => Number(first.has(foldText(b))) - Number(first.has(foldText(a))),
  );
  const of = (pattern: RegExp): readonly string[] =>
    attributes.filter((name) => pattern.test(foldText(name)));
  const topics = of(TOPIC);
  const parts = {
    // What is swallowed has no skin type, whatever it is said to be good for.
    skin: /complement|minceur/.test(foldText(product.category ?? ''))
      ? []
      : of(/^peau /).slice(0, 2),
    hair: of(/^cheveux /).slice(0, 1),
    people: of(/^(?:bebe|enfant)$/).slice(0, 1),
    labels: of(/^(?:sans |bio$|vegan$)/).slice(0, 2),
    topics: topics.slice(0, 2),
    needFirst: topics.some((name) => first.has(foldText(name))),
  };
  return sentence((language === 'en' ? inEnglish : inFrench)(parts, product.category));
}

interface Parts {
  readonly skin: readonly string[];
  readonly hair: readonly string[];
  readonly people: readonly string[];
  readonly labels: readonly string[];
  readonly topics: readonly string[];
  /** A concern that was asked for says more than for whom the product is. */
  readonly needFirst: boolean;
}

function inFrench(
  { skin, hair, people, labels, topics, needFirst }: Parts,
  category: string | null,
): string {
  const types = skin.map((name) => `${name.slice('peau '.length)}s`);
  const who =
    people[0] === undefined ? [] : [people[0] === 'bébé' ? 'pour bébé' : 'pour les enfants'];
  const about = topics.length > 0 ? [`choisi pour : ${topics.join(', ')}`] : [];
  const fit =
    needFirst && about.length > 0
      ? about
      : types.length > 0
        ? [`adapté aux peaux ${types.join(' et ')}`]
        : hair.length > 0
          ? [`pour les ${hair[0]}`]
          : who.length > 0
            ? who
            : about;
  const said = [...fit, ...labels];
  return said.length > 0
    ? said.join(', ')
    : category === null
      ? ''
      : `choisi dans notre rayon ${category}`;
}

function inEnglish({ skin, hair, people, labels }: Parts, category: string | null): string {
  const translate = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => ENGLISH[foldText(name)] ?? []);
  const suited = translate([
    ...skin,
    ...(skin.length === 0 ? [...hair, ...people].slice(0, 1) : []),
  ]);
  const said = [
    ...(suited.length > 0 ? [`suitable for ${suited.join(' and ')}`] : []),
    ...translate(labels),
  ];
  return said.length > 0 ? said.join(', ') : category === null ? '' : `from our ${category} shelf`;
}

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
