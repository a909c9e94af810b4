import { describe, expect, it } from 'vitest';
import type { ConversationMode } from '../../../src/domain/conversation/conversation.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';
import { fromShopPhone } from '../../support/shop-phone.ts';

const PHONE = '+24174000001';
const MINUTE = 60_000;
const CREAM = aProduct();
const QUESTION = 'je cherche une crème hydratante visage';

const conversation = (lea: Harness) => lea.store.conversations.all()[0]!;
const customer = (lea: Harness) => lea.store.customers.all()[0]!;
const staff = (lea: Harness) => ({ actor: SERVICE, conversationId: conversation(lea).id });
const alerts = (lea: Harness) => lea.store.alerts.all().map(({ category }) => category);

/** How a conversation comes to be whose it is. */
const BESIDES: Readonly<
  Record<string, { readonly mode: ConversationMode; readonly enter: (lea: Harness) => unknown }>
> = {
  waiting: { mode: 'waiting', enter: (lea) => say(lea, PHONE, 'conseiller') },
  'an advisor': {
    mode: 'human',
    enter: (lea) => lea.parts.takeOver.execute(staff(lea)),
  },
  'the phone': {
    mode: 'human',
    enter: async (lea) => {
      lea.pass(MINUTE);
      await fromShopPhone(lea, PHONE, 'Bonjour, nous en avons en rayon.');
    },
  },
  'a category that an advisor approves': {
    mode: 'assistant',
    enter: (lea) => lea.changeSettings({ autonomy: { visage: 'suggest' } }),
  },
};
const WHO = ['Léa', ...Object.keys(BESIDES)];
const enter = async (lea: Harness, who: string): Promise<void> => {
  await BESIDES[who]?.enter(lea);
  expect(conversation(lea).mode).toBe(BESIDES[who]?.mode ?? 'assistant');
};

async function asked(): Promise<Harness> {
  const lea = createHarness({ products: [CREAM] });
  await say(lea, PHONE, QUESTION);
  return lea;
}
async function consented(options: Parameters<typeof createHarness>[0] = {}): Promise<Harness> {
  const lea = createHarness({ products: [CREAM], ...options });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  return lea;
}

const YES = [
  'OUI',
  'oui',
  'Oui.',
  '*OUI*',
  '_oui_ 👍',
  'ＯＵＩ',
  'O U I',
  'oui merci',
  "Oui d'accord allez-y !",
];
const NO = ['NON', 'non', 'Non !', '*Non*', 'N.O.N', 'non merci', 'non non merci'];
const forms = (words: readonly string[], button: string) => [
  ...words.map((text) => ({ text })),
  { button, text: 'x' },
];

describe.each(WHO)('with %s', (who) => {
  it.each(forms(YES, 'consent:yes'))('consent is recorded from $text', async (answer) => {
    const lea = await asked();
    await enter(lea, who);
    const { mode } = conversation(lea);
    const shown = await say(lea, PHONE, '', answer);
    expect(lea.store.consents.all()).toMatchObject([{ given: true, purpose: 'service' }]);
    expect(customer(lea).serviceConsent).toBe(true);
    expect(conversation(lea).mode).toBe(mode);
    expect(conversation(lea).dialogue.held).toEqual([]);
    if (who !== 'Léa' && mode !== 'assistant') expect(shown).toEqual(['Merci !']);
  });

  it.each(forms(NO, 'consent:no'))('a refusal is recorded from $text', async (answer) => {
    const lea = await asked();
    await enter(lea, who);
    const { mode } = conversation(lea);
    const shown = await say(lea, PHONE, '', answer);
    expect(lea.store.consents.all()).toMatchObject([{ given: false, purpose: 'service' }]);
    expect(shown.join()).toContain("nous n'enregistrons rien");
    expect(JSON.stringify(lea.store.messages.all())).not.toContain('hydratante visage');
    expect(conversation(lea).mode).toBe(mode);
  });

  it('STOP, RETRAIT, MES DONNEES and SUPPRIMER work', async () => {
    const lea = await consented();
    await enter(lea, who);
    expect((await say(lea, PHONE, '*Stop*')).join()).toContain("plus d'offres");
    expect(customer(lea).marketingConsent).toBe(false);
    expect((await say(lea, PHONE, 'mes données')).join()).toContain('mes-donnees/');
    expect((await say(lea, PHONE, 'Retrait !')).join()).toContain('retiré');
    expect(customer(lea).serviceConsent).toBe(false);
    expect((await say(lea, PHONE, 'supprimer')).join()).toContain('effacées');
    expect(lea.store.customers.all()).toEqual([]);
  });

  it.each([
    [{ button: 'marketing:yes' }, true],
    [{ button: 'marketing:no' }, false],
  ])('marketing consent is recorded from %o', async (answer, given) => {
    const lea = await consented();
    await say(lea, PHONE, '', { button: `order:${CREAM.id}` });
    await enter(lea, who);
    expect(await say(lea, PHONE, '', answer)).toHaveLength(1);
    expect(customer(lea).marketingConsent).toBe(given);
    expect(lea.store.consents.all().at(-1)).toMatchObject({ given, purpose: 'marketing' });
  });

  it('a wish to be told of a return is kept', async () => {
    const lea = await consented();
    await enter(lea, who);
    expect(await say(lea, PHONE, '', { button: `restock:${CREAM.id}` })).toHaveLength(1);
    expect(lea.store.restockRequests.all()).toMatchObject([{ productId: CREAM.id }]);
  });

  it('a survey answered by button counts', async () => {
    const lea = await consented();
    await say(lea, PHONE, '', { button: `order:${CREAM.id}` });
    const [order] = lea.store.orders.all();
    const settled = { orderId: order!.id, status: 'completed', amountCfa: 6500 } as const;
    await lea.parts.settleOrder.execute(settled);
    await lea.settle();
    lea.pass(2 * 24 * 60 * MINUTE);
    await say(lea, PHONE, 'bonjour');
    await lea.parts.sendDueCampaignMessages.execute();
    await lea.parts.sendDueCampaignMessages.execute();
    const survey = lea.store.campaignMessages.all().find(({ type }) => type === 'survey')!;
    const open = lea.store.conversations.all().find(({ status }) => status === 'open')!;
    if (BESIDES[who]?.mode === 'human' || BESIDES[who]?.mode === 'waiting')
      lea.store.conversations.update(open.id, {
        mode: BESIDES[who].mode,
        humanSince: open.startedAt,
      });
    await say(lea, PHONE, '', { button: `survey:${survey.id}:2`, text: '2 Plutôt non' });
    expect(lea.store.surveyAnswers.all()).toMatchObject([{ score: 2 }]);
    expect(alerts(lea)).toContain('low_rating');
  });

  it('a product chosen from an earlier offer is ordered, or an advisor knows of it', async () => {
    const lea = await consented();
    await say(lea, PHONE, QUESTION);
    await enter(lea, who);
    await say(lea, PHONE, '', { button: `order:${CREAM.id}`, text: 'Commander 1' });
    const isLeas = conversation(lea).mode === 'assistant';
    expect(lea.store.orders.all()).toHaveLength(isLeas ? 1 : 0);
    expect(alerts(lea).includes('order_wish')).toBe(!isLeas);
    if (isLeas) return;
    await lea.parts.handBack.execute(staff(lea));
    await lea.settle();
    expect(lea.store.orders.all()).toHaveLength(1);
    expect(
      lea
        .shownTo(PHONE)
        .map(({ text }) => text)
        .join(),
    ).toContain('Votre commande vous attend');
  });
});

describe('consent while a person has the conversation', () => {
  it('NON also empties what was written to the advisor meanwhile', async () => {
    const lea = await asked();
    await fromShopPhone(lea, PHONE, 'Bonjour, je regarde.');
    await say(lea, PHONE, 'et pour le corps du bébé ?');
    await say(lea, PHONE, 'NON');
    expect(JSON.stringify(lea.store.messages.all())).not.toMatch(/bébé|hydratante/);
  });

  it('NON empties more questions than are held, and those of a conversation before', async () => {
    const lea = createHarness({ products: [CREAM] });
    for (let time = 0; time < 14; time += 1) await say(lea, PHONE, `mon secret ${time}`);
    lea.pass(30 * 60 * MINUTE);
    await lea.parts.conversationHousekeeping.execute();
    await say(lea, PHONE, 'un dernier secret');
    expect(lea.store.conversations.all()).toHaveLength(2);
    await say(lea, PHONE, 'non');
    expect(JSON.stringify(lea.store.messages.all())).not.toContain('secret');
  });

  it('a yes to the advisor is none to Léa, unless written as she asks for it', async () => {
    const lea = await asked();
    lea.pass(MINUTE);
    await fromShopPhone(lea, PHONE, 'Bonjour, souhaitez-vous une livraison ?');
    expect(await say(lea, PHONE, 'oui')).toEqual([]);
    expect(lea.store.consents.all()).toEqual([]);
    expect(await say(lea, PHONE, 'OUI')).toEqual(['Merci !']);
    expect(customer(lea).serviceConsent).toBe(true);
  });

  it('a yes after another question of the advisor is one', async () => {
    const lea = await asked();
    lea.pass(MINUTE);
    await fromShopPhone(lea, PHONE, "Bonjour, qu'est-ce que vous cherchez ?");
    await say(lea, PHONE, 'oui');
    expect(customer(lea).serviceConsent).toBe(true);
  });

  it('a number chooses while Léa spoke last, and is the advisor’s otherwise', async () => {
    const first = await asked();
    await say(first, PHONE, '1');
    expect(customer(first).serviceConsent).toBe(true);
    const second = await asked();
    second.pass(MINUTE);
    await fromShopPhone(second, PHONE, 'Combien en voulez-vous ?');
    await say(second, PHONE, '2');
    expect(second.store.consents.all()).toEqual([]);
  });

  it('the question asked first is answered after OUI once Léa has the conversation again', async () => {
    const lea = await asked();
    await lea.parts.takeOver.execute(staff(lea));
    await say(lea, PHONE, 'OUI');
    await lea.parts.handBack.execute(staff(lea));
    await lea.settle();
    expect(
      lea
        .shownTo(PHONE)
        .map(({ text }) => text)
        .join(),
    ).toContain(CREAM.name);
  });

  it('a refusal after consent was given long ago is an answer to the advisor', async () => {
    const lea = await consented();
    await lea.parts.takeOver.execute(staff(lea));
    await say(lea, PHONE, 'non');
    expect(customer(lea).serviceConsent).toBe(true);
    expect(lea.store.consents.all()).toHaveLength(1);
  });
});

describe('a burst of several things', () => {
  const burst = async (lea: Harness, ...texts: readonly string[]): Promise<readonly string[]> => {
    const before = lea.shownTo(PHONE).length;
    for (const text of texts)
      await lea.receive(
        text.includes(':') ? { phone: PHONE, button: text } : { phone: PHONE, text },
      );
    await lea.settle();
    return lea
      .shownTo(PHONE)
      .slice(before)
      .map(({ text }) => text);
  };

  it('an emergency beside a keyword and an OUI gets its reply, and both are done', async () => {
    const lea = await asked();
    const shown = await burst(lea, 'mon bébé ne respire plus', 'stop', 'oui');
    expect(shown[0]).toContain('1300');
    expect(customer(lea)).toMatchObject({ serviceConsent: true, marketingConsent: false });
  });

  it('an emergency beside SUPPRIMER is answered before everything is erased', async () => {
    const lea = await consented();
    const shown = await burst(lea, 'mon bébé ne respire plus', 'SUPPRIMER');
    expect(shown[0]).toContain('1300');
    expect(shown.at(-1)).toContain('effacées');
    expect(lea.store.messages.all()).toEqual([]);
  });

  it('a question beside a keyword is answered too', async () => {
    const lea = await consented();
    const shown = await burst(lea, QUESTION, 'STOP');
    expect(shown[0]).toContain("plus d'offres");
    expect(shown.join()).toContain(CREAM.name);
  });

  it('of two buttons neither is passed over', async () => {
    const lea = await consented();
    const other = aProduct({ name: 'Savon doux' });
    lea.store.products.insert(other);
    await burst(lea, `order:${CREAM.id}`, `restock:${other.id}`);
    expect(lea.store.orders.all()).toHaveLength(1);
    expect(lea.store.restockRequests.all()).toMatchObject([{ productId: other.id }]);
  });
});

describe('an offer that waits for approval', () => {
  it('"1" means the offer that was read, until the new one goes out', async () => {
    const soap = aProduct({ name: 'Savon surgras corps', category: 'corps', priceCfa: 2000 });
    const lea = await consented({ products: [CREAM, soap] });
    await say(lea, PHONE, QUESTION);
    expect(conversation(lea).dialogue.offered).toEqual([CREAM.id]);
    lea.changeSettings({ autonomy: { corps: 'suggest' } });
    expect(await say(lea, PHONE, 'je cherche un savon surgras pour le corps')).toEqual([]);
    const [suggested] = lea.store.messages.all().filter(({ status }) => status === 'suggested');
    expect(conversation(lea).dialogue.offered).toEqual([CREAM.id]);
    const messageId = suggested!.id;
    await lea.parts.approveReply.execute({ actor: SERVICE, messageId });
    await lea.settle();
    expect(conversation(lea).dialogue.offered).toEqual([soap.id]);
    await say(lea, PHONE, '1');
    expect(lea.store.orders.all()[0]!.items).toMatchObject([{ productId: soap.id }]);
  });

  it('goes out once approved although an advisor was called meanwhile', async () => {
    const lea = await consented();
    lea.changeSettings({ autonomy: { visage: 'suggest' } });
    await say(lea, PHONE, QUESTION);
    const [suggested] = lea.store.messages.all().filter(({ status }) => status === 'suggested');
    await say(lea, PHONE, 'conseiller');
    const messageId = suggested!.id;
    await lea.parts.approveReply.execute({ actor: SERVICE, messageId });
    await lea.settle();
    expect(
      lea
        .shownTo(PHONE)
        .map(({ text }) => text)
        .join(),
    ).toContain(CREAM.name);
  });
});
