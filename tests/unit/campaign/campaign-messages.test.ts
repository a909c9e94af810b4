import { describe, expect, it } from 'vitest';
import type { CampaignMessage } from '../../../src/domain/campaign/campaign.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const DAY = 86_400_000;
const MINUTE = 60_000;
const CREAM = aProduct({ usageTip: 'Une noisette matin et soir.' });

/** A customer with consent whose order of the cream was completed just now. */
async function bought(options: Parameters<typeof createHarness>[0] = {}): Promise<Harness> {
  const lea = createHarness({ products: [CREAM], ...options });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  await say(lea, PHONE, '', { button: `order:${CREAM.id}` });
  const [order] = lea.store.orders.all();
  await lea.parts.settleOrder.execute({ orderId: order!.id, status: 'completed', amountCfa: 6500 });
  await lea.settle();
  return lea;
}
const tick = (lea: Harness) => lea.parts.sendDueCampaignMessages.execute();
const pending = (lea: Harness): readonly CampaignMessage[] => lea.store.campaignMessages.all();
const survey = (lea: Harness): CampaignMessage =>
  pending(lea).find(({ type }) => type === 'survey')!;
const lastShown = (lea: Harness): string => lea.shownTo(PHONE).at(-1)!.text;

describe('follow-ups of an order', () => {
  it('wait for their days, tips after one and the survey after two', async () => {
    const lea = await bought();
    expect(pending(lea).map(({ type }) => type)).toEqual(['survey', 'usage_tip']);
    expect(await tick(lea)).toEqual({ sent: 0 });
    lea.pass(DAY);
    expect(await tick(lea)).toEqual({ sent: 1 });
    expect(lastShown(lea)).toContain('Une noisette matin et soir.');
    expect(await tick(lea)).toEqual({ sent: 0 });
    lea.pass(DAY);
    expect(await tick(lea)).toEqual({ sent: 1 });
    expect(lastShown(lea)).toContain('note de 1 à 5');
    expect(survey(lea)).toMatchObject({ status: 'sent', failure: null });
    const message = lea.store.messages.get(survey(lea).messageId!);
    expect(message).toMatchObject({ status: 'sent', sender: 'assistant' });
    expect(message!.providerId).not.toBeNull();
  });

  it('are counted from a delivery that is reported later, and never come twice', async () => {
    const lea = await bought();
    const [order] = lea.store.orders.all();
    const deliveredAt = new Date(lea.adapters.clock.now().getTime() + 3 * DAY);
    const again = {
      orderId: order!.id,
      status: 'completed' as const,
      deliveredAt,
    };
    await lea.parts.settleOrder.execute(again);
    await lea.parts.settleOrder.execute(again);
    expect(pending(lea)).toHaveLength(2);
    expect(survey(lea).dueAt).toEqual(new Date(deliveredAt.getTime() + 2 * DAY));
  });

  it('follow "Vendu" as well', async () => {
    const lea = createHarness();
    await say(lea, PHONE, 'Bonjour');
    await say(lea, PHONE, 'OUI');
    const [conversation] = lea.store.conversations.all();
    await lea.parts.markSold.execute({
      actor: SERVICE,
      conversationId: conversation!.id,
      amountCfa: 5000,
    });
    expect(pending(lea).map(({ type }) => type)).toEqual(['survey']);
  });

  it('are not sent after STOP or a withdrawal that came meanwhile', async () => {
    for (const word of ['STOP', 'RETRAIT']) {
      const lea = await bought();
      await say(lea, PHONE, word);
      lea.pass(2 * DAY);
      const before = lea.shownTo(PHONE).length;
      expect(await tick(lea)).toEqual({ sent: 0 });
      expect(lea.shownTo(PHONE)).toHaveLength(before);
      expect(survey(lea)).toMatchObject({ status: 'failed', failure: 'no_consent', sentAt: null });
    }
  });

  it('respect quiet hours', async () => {
    const lea = await bought();
    lea.pass(2 * DAY + 12 * 3_600_000);
    expect(await tick(lea)).toEqual({ sent: 0 });
    expect(survey(lea).status).toBe('pending');
  });

  it('break into no conversation, with Léa or with an advisor', async () => {
    const lea = await bought();
    lea.pass(2 * DAY);
    await say(lea, PHONE, 'Vous êtes ouverts ?');
    expect(await tick(lea)).toEqual({ sent: 0 });
    await say(lea, PHONE, 'CONSEILLER');
    lea.pass(31 * MINUTE);
    expect(await tick(lea)).toEqual({ sent: 0 });
    expect(pending(lea).every(({ status }) => status === 'pending')).toBe(true);
    await lea.parts.conversationHousekeeping.execute();
    await lea.settle();
    lea.pass(31 * MINUTE);
    expect((await tick(lea)).sent).toBeGreaterThan(0);
  });

  it('are given up, never repeated, when the channel fails in a way that could be tried again', async () => {
    const lea = await bought();
    lea.pass(2 * DAY);
    lea.gateway.failNext(new ProviderError('fake', 'unavailable', 'down', { mayHaveActed: true }));
    lea.gateway.failNext(new ProviderError('fake', 'rate_limited', 'slow down'));
    const before = lea.shownTo(PHONE).length;
    await tick(lea);
    lea.pass(DAY);
    await tick(lea);
    await lea.settle();
    expect(lea.shownTo(PHONE)).toHaveLength(before);
    expect(
      pending(lea)
        .map(({ failure }) => failure)
        .toSorted(),
    ).toEqual(['rate_limited', 'unknown']);
  });

  it('keep the frequency cap between two orders', async () => {
    const lea = await bought();
    lea.pass(2 * DAY);
    await tick(lea);
    await say(lea, PHONE, '', { button: `order:${CREAM.id}` });
    const second = lea.store.orders.all().at(-1)!;
    await lea.parts.settleOrder.execute({ orderId: second.id, status: 'completed' });
    await lea.settle();
    lea.pass(2 * DAY);
    expect(await tick(lea)).toEqual({ sent: 0 });
    lea.pass(6 * DAY);
    expect((await tick(lea)).sent).toBeGreaterThan(0);
  });

  it('stop with an operator alert when three of the last ten failed', async () => {
    const lea = await bought();
    const now = lea.adapters.clock.now();
    for (const index of [1, 2, 3])
      lea.store.campaignMessages.insert({
        ...survey(lea),
        id: `00000000-0000-4000-8000-00000000000${index}` as CampaignMessage['id'],
        cause: `test:${index}`,
        status: 'failed',
        failure: 'unavailable',
        sentAt: new Date(now.getTime() + index * 3_600_000),
      });
    lea.pass(2 * DAY);
    expect(await tick(lea)).toEqual({ sent: 0 });
    await tick(lea);
    expect(survey(lea).status).toBe('pending');
    expect(lea.store.campaigns.all().map(({ state }) => state)).toEqual(['paused']);
    expect(lea.notifier.operator.filter(({ key }) => key === 'campaigns_paused')).toHaveLength(1);
  });
});

describe('the answer to a survey', () => {
  async function asked(): Promise<Harness> {
    const lea = await bought();
    lea.pass(2 * DAY);
    await tick(lea);
    // The survey was sent last.
    expect(pending(lea).every(({ status }) => status === 'sent')).toBe(true);
    lea.pass(40 * MINUTE);
    return lea;
  }
  const answers = (lea: Harness) => lea.store.surveyAnswers.all();

  it('is a button, with thanks and a comment after it', async () => {
    const lea = await asked();
    const reply = await say(lea, PHONE, '', { button: `survey:${survey(lea).id}:5` });
    expect(reply.join()).toContain('Merci pour votre note');
    expect(await say(lea, PHONE, 'Livraison rapide, parfait')).toEqual([
      'Merci, votre commentaire est transmis à notre équipe.',
    ]);
    expect(answers(lea)).toMatchObject([{ score: 5, comment: 'Livraison rapide, parfait' }]);
    expect(lea.notifier.alerts).toEqual([]);
    await tick(lea);
    expect(survey(lea).repliedAt).not.toBeNull();
  });

  it('is a bare number, and a low one calls an advisor once', async () => {
    const lea = await asked();
    await say(lea, PHONE, '2/5');
    await say(lea, PHONE, 'Je cherche encore mon colis, combien de temps ?');
    expect(answers(lea)).toMatchObject([
      { score: 2, comment: 'Je cherche encore mon colis, combien de temps ?' },
    ]);
    expect(lea.store.alerts.all().map(({ category }) => category)).toEqual(['low_rating']);
  });

  it('leaves a new wish after a good note to the advisor Léa', async () => {
    const lea = await asked();
    await say(lea, PHONE, '4');
    const reply = await say(lea, PHONE, 'Je cherche une crème hydratante');
    expect(reply.join()).toContain('Crème hydratante visage');
    expect(answers(lea)).toMatchObject([{ score: 4, comment: null }]);
  });

  it('takes a corrected note once more, and nobody else’s button', async () => {
    const lea = await asked();
    await say(lea, PHONE, '', { button: `survey:${survey(lea).id}:1` });
    await say(lea, PHONE, '', { button: `survey:${survey(lea).id}:4` });
    await say(lea, '+24174000002', 'Bonjour');
    await say(lea, '+24174000002', 'OUI');
    await say(lea, '+24174000002', '', { button: `survey:${survey(lea).id}:5` });
    expect(answers(lea)).toMatchObject([{ score: 4 }]);
  });

  it('is no number that means something else', async () => {
    const lea = await asked();
    await say(lea, PHONE, 'Je cherche une crème hydratante');
    await say(lea, PHONE, '1');
    expect(answers(lea)).toEqual([]);
  });
});

describe('a search that finds only what is sold out', () => {
  const GEL = aProduct({ name: 'Gel aloe vera apaisant', stockQty: 0, category: 'corps' });
  const OLD = aProduct({
    name: 'Huile de ricin',
    expirationDate: '2026-01-01',
    category: 'cheveux',
  });
  const customer = async (products = [GEL, OLD]): Promise<Harness> => {
    const lea = createHarness({ products });
    await say(lea, PHONE, 'Bonjour');
    await say(lea, PHONE, 'OUI');
    return lea;
  };
  const unmet = (lea: Harness) => lea.store.unmetDemand.all();

  it('says so, counts it as out of stock, and tells of the return', async () => {
    const lea = await customer();
    const reply = await say(lea, PHONE, 'Avez-vous du gel aloe vera ?');
    expect(reply.join()).toContain('Gel aloe vera apaisant est en rupture');
    expect(unmet(lea)).toMatchObject([{ reason: 'out_of_stock', productId: GEL.id }]);
    expect((await say(lea, PHONE, 'Me prévenir')).join()).toContain("C'est noté");
    lea.pass(40 * MINUTE);
    await lea.store.putProduct({ ...GEL, stockQty: 4 });
    expect(await tick(lea)).toEqual({ sent: 1 });
    expect(lastShown(lea)).toContain('Gel aloe vera apaisant est de nouveau en rayon');
  });

  it('knows it by another form of the word', async () => {
    const lea = await customer([aProduct({ stockQty: 0 })]);
    expect((await say(lea, PHONE, 'une crème hydratante visage ?')).join()).toContain('en rupture');
  });

  it('counts what is past its date like what is sold out', async () => {
    const lea = await customer();
    expect((await say(lea, PHONE, 'huile de ricin')).join()).toContain('en rupture');
    expect(unmet(lea)).toMatchObject([{ reason: 'out_of_stock', productId: OLD.id }]);
  });

  it('offers each of two by its number', async () => {
    const lea = await customer([
      GEL,
      aProduct({ ...GEL, id: aProduct().id, name: 'Gel aloe vera pur' }),
    ]);
    await say(lea, PHONE, 'gel aloe vera');
    const shown = lea.shownTo(PHONE).at(-1)!;
    const titles = shown.buttons.map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual(['Me prévenir (1)', 'Me prévenir (2)']);
    expect(shown.buttons.at(-1)!.id).toBe('advisor');
  });

  it('is told apart from what the shop does not carry, and from what is merely alike', async () => {
    const lea = await customer();
    expect((await say(lea, PHONE, 'un tensiomètre')).join()).toContain(
      "Nous n'avons pas de tensiomètre",
    );
    await say(lea, PHONE, 'huile de nigelle');
    expect(unmet(lea).map(({ reason }) => reason)).toEqual(['not_found', 'not_found']);
  });

  it('offers nothing that the person should not have, and no message after STOP', async () => {
    const lea = await customer([
      { ...GEL, cautions: { ...GEL.cautions, pregnancy: true } },
      { ...OLD, stockQty: 0 },
    ]);
    await say(lea, PHONE, 'STOP');
    await say(lea, PHONE, 'huile de ricin');
    expect(
      lea
        .shownTo(PHONE)
        .at(-1)!
        .buttons.map(({ id }) => id),
    ).toEqual(['advisor']);
    await say(lea, PHONE, 'je suis enceinte, avez-vous du gel aloe vera');
    expect(unmet(lea).map(({ reason }) => reason)).toEqual(['out_of_stock', 'not_found']);
  });
});

describe('a product that is out of stock', () => {
  it('is announced to who asked for it when it is back, once', async () => {
    const gone = aProduct({ stockQty: 0 });
    const lea = createHarness({ products: [gone] });
    await say(lea, PHONE, 'Bonjour');
    await say(lea, PHONE, 'OUI');
    await say(lea, PHONE, '', { button: `order:${gone.id}` });
    expect(lea.shownTo(PHONE).at(-1)!.text).toContain("n'est malheureusement plus disponible");
    expect((await say(lea, PHONE, 'Me prévenir')).join()).toContain("C'est noté");
    lea.pass(40 * MINUTE);
    expect(await tick(lea)).toEqual({ sent: 0 });
    await lea.store.putProduct({ ...gone, stockQty: 4 });
    expect(await tick(lea)).toEqual({ sent: 1 });
    expect(lastShown(lea)).toContain('de nouveau en rayon');
    lea.pass(MINUTE);
    expect(await tick(lea)).toEqual({ sent: 0 });
    await say(lea, PHONE, '', { button: `order:${gone.id}` });
    expect(lea.store.orders.all()).toHaveLength(1);
  });
});
