import type { Product } from '../catalogue/product.ts';
import type { HealthProfile } from '../customer/customer.ts';
import { foldText } from '../language/normalise-text.ts';
import { ALLERGEN_FAMILIES, DRUG_FAMILIES } from './lexicon/health-families.ts';
import { compositionOf } from './shelf-text.ts';
import { stem, wordsOf } from '../language/words.ts';

export type UnsuitableReason =
  'pregnancy' | 'breastfeeding' | 'age' | 'allergen' | 'asthma' | 'epilepsy' | 'medicine';
/** What is worth knowing before a product is offered. */
export type CautionTopic =
  'pregnancy_or_breastfeeding' | 'medicines' | 'age' | 'asthma_or_epilepsy';

/** Essential oils are not offered below this age without a person's advice. */
const ESSENTIAL_OILS_MIN_AGE_MONTHS = 84;
const MAX_QUESTIONS = 2;

/** Whether nothing that the customer said about the person speaks against a product. */
export function isSuitable(product: Product, health: HealthProfile): boolean {
  return unsuitableReasons(product, health).length === 0;
}

/** Why a product must not be offered to this person; empty when nothing known speaks against it. */
export function unsuitableReasons(
  { cautions, ingredients, name, description }: Product,
  health: HealthProfile,
): readonly UnsuitableReason[] {
  const { essentialOils } = cautions;
  const minAge = Math.max(
    cautions.minAgeMonths ?? 0,
    essentialOils ? ESSENTIAL_OILS_MIN_AGE_MONTHS : 0,
  );
  const reasons: readonly (readonly [UnsuitableReason, boolean])[] = [
    ['pregnancy', health.pregnant === true && (cautions.pregnancy || essentialOils)],
    ['breastfeeding', health.breastfeeding === true && (cautions.breastfeeding || essentialOils)],
    ['age', health.ageMonths !== undefined && health.ageMonths < minAge],
    [
      'allergen',
      (health.allergens ?? []).some((allergen) =>
        contains(allergen, {
          composition: [
            ...cautions.allergens,
            ingredients ?? '',
            essentialOils ? 'huiles essentielles' : '',
          ],
          praise: [name, description ?? ''],
        }),
      ),
    ],
    ['asthma', health.asthma === true && (cautions.asthma || essentialOils)],
    ['epilepsy', health.epilepsy === true && (cautions.epilepsy || essentialOils)],
    ['medicine', (health.medicines ?? []).some((name) => interacts(name, cautions.interactions))],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/**
 * At most two things worth asking before offering any of these products, those that concern most of them
 * first; what the customer has answered is not asked again.
 */
export function cautionQuestion(
  products: readonly Product[],
  health: HealthProfile,
): readonly CautionTopic[] {
  return topicsOf(products, health)
    .filter(
      ([, unknown, concerned]) => unknown && concerned * 2 >= products.length && concerned > 0,
    )
    .sort((a, b) => b[2] - a[2])
    .slice(0, MAX_QUESTIONS)
    .map(([topic]) => topic);
}

/** All that must be known before any of these products is ordered and is not. */
export const unknownCautions = (
  products: readonly Product[],
  health: HealthProfile,
): readonly CautionTopic[] =>
  topicsOf(products, health)
    .filter(([, unknown, concerned]) => unknown && concerned > 0)
    .map(([topic]) => topic);

/** Each topic, whether nothing is known of it, and how many of the products it concerns. */
function topicsOf(
  products: readonly Product[],
  health: HealthProfile,
): readonly (readonly [CautionTopic, boolean, number])[] {
  const share = (concerns: (product: Product) => boolean): number =>
    products.filter(concerns).length;
  return [
    [
      'pregnancy_or_breastfeeding',
      health.pregnant === undefined && health.breastfeeding === undefined && isAdult(health),
      share(
        ({ cautions }) => cautions.pregnancy || cautions.breastfeeding || cautions.essentialOils,
      ),
    ],
    // Everything swallowed has a youngest age; it is asked only where a child is likely meant.
    [
      'age',
      health.ageMonths === undefined && health.pregnant !== true,
      share(
        ({ cautions, attributes }) =>
          cautions.minAgeMonths !== null &&
          attributes.some((name) => /^(?:bebe|enfant)/.test(foldText(name))),
      ),
    ],
    [
      'medicines',
      health.medicines === undefined,
      share(({ cautions }) => cautions.interactions.length > 0),
    ],
    [
      'asthma_or_epilepsy',
      health.asthma === undefined && health.epilepsy === undefined,
      share(({ cautions }) => cautions.asthma || cautions.epilepsy || cautions.essentialOils),
    ],
  ];
}

const isAdult = ({ ageMonths }: HealthProfile): boolean =>
  ageMonths === undefined || ageMonths >= 144;

/**
 * Whether an allergen or one of its other names is in the composition, as whole words. One that no list knows
 * may bear another name there, so what the shop writes about the product counts too; not of the others, as
 * "sans parfum" is written there.
 */
function contains(
  allergen: string,
  texts: { readonly composition: readonly string[]; readonly praise: readonly string[] },
): boolean {
  const known = family(allergen, ALLERGENS);
  const names = known ?? [allergen];
  const searched = known === null ? [...texts.composition, ...texts.praise] : texts.composition;
  const sought = names.map((name) => ` ${stems(name)} `);
  return searched.some((text) => {
    const said = compositionOf(text);
    return sought.some((name) => said.includes(name));
  });
}

/**
 * Whether a medicine goes against a product's known interactions. One that we cannot place counts as
 * interacting with whatever has interactions at all: a person should decide.
 */
function interacts(medicine: string, interactions: readonly string[]): boolean {
  if (interactions.length === 0) return false;
  const names = family(medicine, DRUGS);
  if (names === null) return true;
  const own = new Set([medicine, ...names].map(stems));
  return interactions.some(
    (name) => own.has(stems(name)) || stems(name) === stems('médicament oral'),
  );
}

function family(name: string, families: readonly Family[]): readonly string[] | null {
  const key = ` ${stems(name)} `;
  const found = families.filter(({ sought }) => sought.some((other) => key.includes(other)));
  return found.length === 0 ? null : [name, ...found.flatMap(({ names }) => names)];
}

const stems = (text: string): string => wordsOf(text).map(stem).join(' ');

interface Family {
  readonly names: readonly string[];
  /** Their stems, a space on both ends. */
  readonly sought: readonly string[];
}

const prepared = (families: readonly (readonly string[])[]): readonly Family[] =>
  families.map((names) => ({ names, sought: names.map((name) => ` ${stems(name)} `) }));
const ALLERGENS = prepared(ALLERGEN_FAMILIES);
const DRUGS = prepared(DRUG_FAMILIES);
