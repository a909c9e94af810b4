import { beforeEach, describe, expect, it } from 'vitest';
import { NO_CAUTIONS } from '../../../src/domain/catalogue/cautions.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const product = (name: string, priceCfa: number, more: Parameters<typeof aProduct>[0] = {}) =>
  aProduct({
    name,
    priceCfa,
    promoPriceCfa: null,
    stockQty: 20,
    category: 'Corps',
    brand: null,
    attributes: [],
    tags: [],
    description: null,
    cautions: NO_CAUTIONS,
    ...more,
  });
const BUTTER = product('Beurre corporel cacao 200 ml', 5_500, {
  usageTip: 'Masser le soir sur peau propre.',
});
const LOTION = product('Lait corporel cacao 400 ml', 3_200, { ingredients: 'Aqua, Cocoa Butter' });
const HERB = product('Gélules de cacao corporel', 8_000, {
  cautions: { ...NO_CAUTIONS, interactions: ['anticoagulant'], pregnancy: true },
});

let lea: Harness;
const orders = () =>
  lea.store.orders
    .all()
    .filter(({ status }) => status === 'pending')
    .map(({ items }) => items.map(({ name, quantity }) => `${quantity} ${name}`));

beforeEach(async () => {
  lea = createHarness({ products: [BUTTER, LOTION] });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  await say(lea, PHONE, 'cacao corporel');
});

describe('orders in words', () => {
  it('take several lines with their quantities into one order', async () => {
    const [reply] = await say(lea, PHONE, '2 de chaque');
    expect(orders()).toHaveLength(1);
    expect(orders()[0]).toEqual(expect.arrayContaining([`2 ${BUTTER.name}`, `2 ${LOTION.name}`]));
    expect(reply).toMatch(/17\s400\sFCFA/);
  });

  it('are replaced by a change of mind, and enlarged by one more thing', async () => {
    await say(lea, PHONE, 'je prends le beurre');
    lea.pass(120_000);
    await say(lea, PHONE, 'en fait je prends plutôt le lait');
    expect(orders()).toEqual([[`1 ${LOTION.name}`]]);
    lea.pass(120_000);
    await say(lea, PHONE, 'ajoutez aussi le beurre');
    expect(orders()).toEqual([[`1 ${LOTION.name}`, `1 ${BUTTER.name}`]]);
  });

  it('are taken back', async () => {
    await say(lea, PHONE, 'je prends le beurre');
    lea.pass(120_000);
    const [reply] = await say(lea, PHONE, 'annulez ma commande');
    expect(reply).toContain('annulée');
    expect(orders()).toEqual([]);
  });

  it('say how many are left where not so many are', async () => {
    const [reply] = await say(lea, PHONE, 'je veux 21 beurres');
    expect(reply).toContain('20');
    expect(orders()).toEqual([]);
  });
});

describe('an order of what carries cautions', () => {
  beforeEach(async () => {
    lea = createHarness({ products: [HERB, BUTTER, LOTION] });
    await say(lea, PHONE, 'Bonjour');
    await say(lea, PHONE, 'OUI');
    await say(lea, PHONE, 'cacao corporel');
  });

  it('waits until each of them is known, and goes on by itself', async () => {
    const [first] = await say(lea, PHONE, 'je prends les gélules');
    expect(first).toContain('grossesse');
    const [second] = await say(lea, PHONE, 'non');
    expect(second).toContain('médicaments');
    expect(orders()).toEqual([]);
    await say(lea, PHONE, 'non');
    expect(orders()).toEqual([[`1 ${HERB.name}`]]);
  });

  it('is an advisor’s to decide where one of them holds', async () => {
    await say(lea, PHONE, 'je prends les gélules');
    await say(lea, PHONE, 'non');
    const [reply] = await say(lea, PHONE, 'oui');
    expect(reply).toContain('conseiller');
    expect(orders()).toEqual([]);
    expect(lea.store.alerts.all()).toMatchObject([{ category: 'caution' }]);
  });
});

describe('questions about what was shown', () => {
  it('are answered by the shop’s own words, and by nothing where it has none', async () => {
    expect((await say(lea, PHONE, 'comment on utilise le beurre ?')).join()).toContain(
      'Masser le soir',
    );
    expect((await say(lea, PHONE, 'il y a quoi dans le lait ?')).join()).toContain('Cocoa Butter');
    expect((await say(lea, PHONE, 'le beurre contient quoi ?')).join()).toContain('conseiller');
  });

  it('do not get the words of right before for other words', async () => {
    const offer = await say(lea, PHONE, 'du cacao pour le corps');
    const again = await say(lea, PHONE, 'cacao corporel svp merci beaucoup');
    expect(again).not.toEqual(offer);
  });
});
