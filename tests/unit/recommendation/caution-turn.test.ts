import { describe, expect, it } from 'vitest';
import { NO_CAUTIONS, type Cautions } from '../../../src/domain/catalogue/cautions.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const serum = (cautions: Partial<Cautions>, name = 'Sérum anti-taches rétinol') =>
  aProduct({ name, brand: null, cautions: { ...NO_CAUTIONS, ...cautions } });
const customer = async (...products: ReturnType<typeof aProduct>[]): Promise<Harness> => {
  const lea = createHarness({ products });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  return lea;
};
const buttons = (lea: Harness) =>
  lea
    .shownTo(PHONE)
    .at(-1)!
    .buttons.map(({ title }) => title);
const health = (lea: Harness) => lea.store.customers.all()[0]!.health;

describe('a question about a caution', () => {
  const RETINOL = serum({ pregnancy: true, breastfeeding: true });
  const MILD = serum({}, 'Sérum anti-taches vitamine C');

  it('comes before products that hang on it, and its answer is a filter and is remembered', async () => {
    const lea = await customer(RETINOL, MILD);
    expect((await say(lea, PHONE, 'sérum anti-taches')).join()).toContain('grossesse');
    expect(buttons(lea)).toEqual(['Enceinte', "J'allaite", 'Non']);
    expect(lea.store.recommendations.all()).toEqual([]);
    const shown = (await say(lea, PHONE, "J'allaite")).join();
    expect(shown).toContain('vitamine C');
    expect(shown).not.toContain('rétinol');
    expect(health(lea)).toMatchObject({ breastfeeding: true });
    expect((await say(lea, PHONE, 'un sérum anti-taches rétinol')).join()).not.toContain(
      '*1. Sérum anti-taches rétinol',
    );
  });

  it('lets through what is not concerned, and is not asked again', async () => {
    const lea = await customer(RETINOL, MILD);
    await say(lea, PHONE, 'sérum anti-taches');
    expect((await say(lea, PHONE, 'non')).join()).toContain('rétinol');
    expect(health(lea)).toMatchObject({ pregnant: false, breastfeeding: false });
    expect((await say(lea, PHONE, 'sérum anti-taches')).join()).toContain('rétinol');
  });

  it('takes a bare yes for all that was asked', async () => {
    const lea = await customer(RETINOL);
    await say(lea, PHONE, 'sérum anti-taches');
    expect((await say(lea, PHONE, 'oui')).join()).toContain("l'avis de notre équipe");
    expect(health(lea)).toMatchObject({ pregnant: true, breastfeeding: true });
  });

  it('is no obstacle: who goes on without an answer is answered', async () => {
    const lea = await customer(RETINOL);
    await say(lea, PHONE, 'sérum anti-taches');
    expect((await say(lea, PHONE, 'montrez-moi le sérum rétinol')).join()).toContain('rétinol');
  });

  it('is one at a time, with no second right after an answer', async () => {
    const lea = await customer(serum({ pregnancy: true, interactions: ['anticoagulant'] }));
    await say(lea, PHONE, 'sérum anti-taches');
    expect((await say(lea, PHONE, 'Non')).join()).toContain('FCFA');
    expect((await say(lea, PHONE, 'sérum anti-taches')).join()).toContain('médicaments');
    expect((await say(lea, PHONE, 'Oui')).join()).toContain("l'avis de notre équipe");
  });

  it('is not asked where the customer has said it, nor for plain products', async () => {
    const lea = await customer(RETINOL, MILD);
    expect(
      (
        await say(lea, PHONE, "je ne suis pas enceinte et je n'allaite pas, sérum anti-taches")
      ).join(),
    ).toContain('FCFA');
    const plain = await customer(MILD);
    expect((await say(plain, PHONE, 'sérum anti-taches')).join()).toContain('FCFA');
  });

  it('asks for a child’s age by groups', async () => {
    const lea = await customer(
      aProduct({
        name: 'Spray nasal enfant',
        attributes: ['enfant'],
        cautions: { ...NO_CAUTIONS, minAgeMonths: 36 },
      }),
    );
    await say(lea, PHONE, 'spray nasal');
    expect(buttons(lea)).toEqual(['Moins de 3 ans', '3 à 6 ans', '7 ans ou plus']);
    expect((await say(lea, PHONE, '2')).join()).toContain('Spray nasal enfant');
    expect(health(lea)).toMatchObject({ ageMonths: 36 });
  });
});
