import { describe, expect, it } from 'vitest';
import { NO_CAUTIONS, type Cautions } from '../../../src/domain/catalogue/cautions.ts';
import type { HealthProfile } from '../../../src/domain/customer/customer.ts';
import {
  cautionQuestion,
  isSuitable,
  unsuitableReasons,
} from '../../../src/domain/recommendation/cautions.ts';
import {
  ALLERGEN_FAMILIES,
  DRUG_FAMILIES,
} from '../../../src/domain/recommendation/lexicon/health-families.ts';
import { extractHealthFacts } from '../../../src/domain/triage/profile-facts.ts';
import { product } from './demo-shop.ts';

const withCautions = (cautions: Partial<Cautions>, ingredients: string | null = null) =>
  product({ cautions: { ...NO_CAUTIONS, ...cautions }, ingredients });

describe('unsuitableReasons', () => {
  it.each<[string, Partial<Cautions>, string | null, HealthProfile, readonly string[]]>([
    [
      'nothing known',
      { pregnancy: true, minAgeMonths: 216, interactions: ['lithium'] },
      null,
      {},
      [],
    ],
    ['pregnant', { pregnancy: true }, null, { pregnant: true }, ['pregnancy']],
    ['not pregnant', { pregnancy: true }, null, { pregnant: false }, []],
    ['breast-feeding', { breastfeeding: true }, null, { breastfeeding: true }, ['breastfeeding']],
    ['too young by a month', { minAgeMonths: 36 }, null, { ageMonths: 35 }, ['age']],
    ['just old enough', { minAgeMonths: 36 }, null, { ageMonths: 36 }, []],
    ['essential oils, pregnant', { essentialOils: true }, null, { pregnant: true }, ['pregnancy']],
    ['essential oils, child', { essentialOils: true }, null, { ageMonths: 60 }, ['age']],
    ['essential oils, asthma', { essentialOils: true }, null, { asthma: true }, ['asthma']],
    ['essential oils, epilepsy', { essentialOils: true }, null, { epilepsy: true }, ['epilepsy']],
    ['asthma', { asthma: true }, null, { asthma: true }, ['asthma']],
    ['epilepsy', { epilepsy: true }, null, { epilepsy: true }, ['epilepsy']],
    [
      'allergen as listed',
      { allergens: ['arachide'] },
      null,
      { allergens: ['arachide'] },
      ['allergen'],
    ],
    [
      'allergen by another name',
      { allergens: ['arachide'] },
      null,
      { allergens: ['cacahuètes'] },
      ['allergen'],
    ],
    [
      'allergen in the ingredients',
      {},
      'Aqua, Arachis Hypogaea Oil, Glycerin',
      { allergens: ['arachide'] },
      ['allergen'],
    ],
    ['perfume among ingredients', {}, 'Aqua, Limonene', { allergens: ['parfum'] }, ['allergen']],
    [
      'honey is of the hive',
      { allergens: ['produits de la ruche'] },
      null,
      { allergens: ['miel'] },
      ['allergen'],
    ],
    ['shea is a nut', { allergens: ['karité'] }, null, { allergens: ['noix'] }, ['allergen']],
    ['another allergen', { allergens: ['lait'] }, 'Aqua, Parfum', { allergens: ['latex'] }, []],
    ['part of a word is no allergen', {}, 'Amandine, Soyeux', { allergens: ['soja'] }, []],
    [
      'medicine of a family',
      { interactions: ['anticoagulant'] },
      null,
      { medicines: ['anticoagulant'] },
      ['medicine'],
    ],
    [
      'medicine by its name',
      { interactions: ['antivitamine k'] },
      null,
      { medicines: ['Previscan'] },
      ['medicine'],
    ],
    [
      'the pill',
      { interactions: ['contraceptif oral'] },
      null,
      { medicines: ['pilule'] },
      ['medicine'],
    ],
    [
      'a medicine that does not interact',
      { interactions: ['lithium'] },
      null,
      { medicines: ['pilule'] },
      [],
    ],
    [
      'a medicine that nobody knows',
      { interactions: ['lithium'] },
      null,
      { medicines: ['zorbamax'] },
      ['medicine'],
    ],
    ['an unknown medicine, no interactions', {}, null, { medicines: ['zorbamax'] }, []],
    [
      'charcoal and any medicine',
      { interactions: ['médicament oral'] },
      null,
      { medicines: ['amlodipine'] },
      ['medicine'],
    ],
    [
      'several at once',
      { pregnancy: true, asthma: true },
      null,
      { pregnant: true, asthma: true },
      ['pregnancy', 'asthma'],
    ],
  ])('%s', (_, cautions, ingredients, health, reasons) => {
    expect(unsuitableReasons(withCautions(cautions, ingredients), health)).toEqual(reasons);
    expect(isSuitable(withCautions(cautions, ingredients), health)).toBe(reasons.length === 0);
  });
});

describe('cautionQuestion', () => {
  const supplement = withCautions({
    pregnancy: true,
    breastfeeding: true,
    minAgeMonths: 216,
    interactions: ['anticoagulant'],
  });
  it('asks the two things that matter for supplements', () => {
    expect(cautionQuestion([supplement, supplement], {})).toEqual([
      'pregnancy_or_breastfeeding',
      'medicines',
    ]);
  });
  it('does not ask again', () => {
    expect(cautionQuestion([supplement], { pregnant: false, medicines: [] })).toEqual([]);
  });
  it('asks nothing for plain products, nor when only few are concerned', () => {
    expect(cautionQuestion([product()], {})).toEqual([]);
    expect(cautionQuestion([supplement, product(), product()], {})).toEqual([]);
    expect(cautionQuestion([], {})).toEqual([]);
  });
  it('asks for the age where a child is meant', () => {
    expect(
      cautionQuestion(
        [product({ attributes: ['enfant'], cautions: { ...NO_CAUTIONS, minAgeMonths: 36 } })],
        {},
      ),
    ).toEqual(['age']);
  });
  it('asks at most two', () => {
    expect(
      cautionQuestion(
        [
          withCautions({
            pregnancy: true,
            essentialOils: true,
            asthma: true,
            interactions: ['lithium'],
          }),
        ],
        {},
      ),
    ).toHaveLength(2);
  });
});

describe('an allergy, from the words of the customer to the shelf', () => {
  const kept = (message: string, item: ReturnType<typeof product>): boolean =>
    isSuitable(item, { allergens: extractHealthFacts(message).allergens });

  it.each(ALLERGEN_FAMILIES.flatMap((names) => names.map((name) => [name, names] as const)))(
    '%s',
    (name, names) => {
      const message = `je suis allergique à ${name}, une crème pour peau sèche`;
      for (const other of names) {
        expect(kept(message, withCautions({ allergens: [other] })), other).toBe(false);
        expect(kept(message, withCautions({}, `Aqua, ${other}, Glycerin`)), other).toBe(false);
      }
      expect(kept(message, withCautions({}, 'Aqua'))).toBe(true);
    },
  );

  it('of something that no list knows, by what the shop writes', () => {
    const message = 'je suis allergique au romarin';
    const praised = { ...product({ ingredients: 'Aqua' }), name: 'Shampooing au romarin' };
    expect(kept(message, praised)).toBe(false);
    expect(kept('je suis allergique au parfum', { ...praised, name: 'Crème sans parfum' })).toBe(
      true,
    );
  });
});

describe('a medicine, from the words of the customer to the shelf', () => {
  it.each(DRUG_FAMILIES.flatMap((names) => names.map((name) => [name, names[0]!] as const)))(
    '%s',
    (name, family) => {
      const { medicines } = extractHealthFacts(`je suis un traitement : ${name}`);
      const item = withCautions({ interactions: [family] });
      expect(unsuitableReasons(item, { medicines })).toEqual(['medicine']);
    },
  );
});
