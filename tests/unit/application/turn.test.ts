import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Product, ProductId } from '../../../src/domain/catalogue/product.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import { voiceNote } from '../../../src/adapters/demo/media.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const products = JSON.parse(
  readFileSync(new URL('../../../demo/products.json', import.meta.url), 'utf8'),
) as Product[];
const byId = new Map(products.map((product) => [product.id, product]));

let lea: Harness;
beforeEach(() => {
  lea = createHarness({ products });
});

const conversationId = (): ConversationId => lea.store.conversations.all()[0]!.id;
const customer = () => lea.store.customers.all()[0]!;
const mode = (): string => lea.store.conversations.all()[0]!.mode;
const consented = async (): Promise<void> => {
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'oui');
};

/** Products whose name and present price both stand in what was said. */
const offeredIn = (texts: readonly string[]): readonly Product[] => {
  const all = texts.join('\n').replaceAll('\u00a0', ' ');
  return products.filter(
    (product) =>
      all.includes(product.name) &&
      all.includes(
        `${(product.promoPriceCfa ?? product.priceCfa).toLocaleString('fr-FR').replaceAll(/[\u202f\u00a0]/g, ' ')} FCFA`,
      ),
  );
};

describe('consent', () => {
  it('is asked first, with two buttons, and the first question is answered right after OUI', async () => {
    const [request] = await say(
      lea,
      PHONE,
      'Bonjour, je cherche une crème visage peau sèche moins de 8000 F',
    );
    expect(request).toContain('SUPPRIMER');
    expect(
      lea
        .shownTo(PHONE)
        .at(-1)!
        .buttons.map((button) => button.title),
    ).toEqual(['OUI', 'NON']);
    const answer = await say(lea, PHONE, 'Oui !');
    const offered = offeredIn(answer);
    expect(offered.length).toBeGreaterThanOrEqual(1);
    expect(
      offered.every(
        (product) => (product.promoPriceCfa ?? product.priceCfa) <= 8000 && product.stockQty > 0,
      ),
    ).toBe(true);
    expect(lea.store.consents.all()).toMatchObject([
      { given: true, purpose: 'service', version: '2026-11 r3 GA' },
    ]);
  });

  it('NON is logged and acknowledged, what was written is not kept, and then there is silence', async () => {
    await say(lea, PHONE, 'ma question secrète');
    expect(await say(lea, PHONE, 'non')).toHaveLength(1);
    expect(await say(lea, PHONE, 'bonjour ?')).toEqual([]);
    expect(JSON.stringify(lea.store.messages.all())).not.toContain('secrète');
    lea.pass(25 * 3_600_000);
    expect((await say(lea, PHONE, 'rebonjour'))[0]).toContain('SUPPRIMER');
  });

  it('is asked anew when its text has a new version, and what was asked then is answered after OUI', async () => {
    await consented();
    lea.changeSettings({
      consentVersion: '2027-01',
      consentTexts: { fr: 'Ici {boutique} : {modele}, {loi}. OUI, NON, SUPPRIMER.', en: null },
    });
    const question = 'une crème visage peau sèche moins de 8000 F, oui';
    expect((await say(lea, PHONE, question)).join('')).toContain(
      "Ici Parapharmacie Léa : aucun fournisseur d'intelligence artificielle, la loi gabonaise n° 001/2011 modifiée par la loi n° 025/2023 sur la protection des données personnelles. OUI, NON, SUPPRIMER.",
    );
    expect(offeredIn(await say(lea, PHONE, 'oui')).length).toBeGreaterThanOrEqual(1);
    expect(lea.store.consents.all().map(({ version }) => version)).toEqual([
      '2026-11 r3 GA',
      '2027-01 r3 GA',
    ]);
    expect(offeredIn(await say(lea, PHONE, 'moins cher')).length).toBeGreaterThanOrEqual(1);
  });

  it('an emergency is answered and alerted before it', async () => {
    const answer = await say(lea, PHONE, 'mon bébé ne respire plus');
    expect(answer.join(' ')).toContain('1300');
    expect(mode()).toBe('waiting');
    expect(lea.notifier.alerts).toHaveLength(1);
  });
});

describe('advice', () => {
  it('answers with one to three products really on the shelf, at their price', async () => {
    await consented();
    const offered = offeredIn(await say(lea, PHONE, 'shampoing pour cheveux crépus'));
    expect(offered.length).toBeGreaterThanOrEqual(1);
    expect(offered.length).toBeLessThanOrEqual(3);
  });

  it('understands "moins cher"', async () => {
    await consented();
    const first = offeredIn(await say(lea, PHONE, 'crème hydratante visage peau sèche'));
    const second = offeredIn(await say(lea, PHONE, 'moins cher'));
    const cheapest = Math.min(...first.map((product) => product.priceCfa));
    const stillCheaper = second.filter((product) => product.priceCfa < cheapest);
    // Either everything shown now is cheaper, or nothing cheaper is on the shelf and nothing is shown.
    expect(stillCheaper).toHaveLength(second.length);
  });

  it('takes the id of a tap for no words: not every id is harmless to read', async () => {
    // Read as words, this one is an infant of some days.
    const id = '9e8d3bb4-9c38-4452-af4e-8479088cd4a1' as ProductId;
    const product = aProduct({ id });
    lea = createHarness({ products: [product] });
    await consented();
    await say(lea, PHONE, 'une crème hydratante visage');
    const answer = await say(lea, PHONE, '', { button: `order:${id}` });
    expect(answer.join()).toContain(product.name);
    expect(mode()).toBe('assistant');
  });

  it('orders by number, with a short link and a pending order at the catalogue price', async () => {
    await consented();
    await say(lea, PHONE, 'shampoing pour cheveux crépus');
    const answer = await say(lea, PHONE, '1');
    expect(answer[0]).toMatch(/https:\/\/lea\.example\/o\/\w+/);
    const [order] = lea.store.orders.all();
    expect(order).toMatchObject({ status: 'pending', source: 'assistant' });
    expect(order!.amountCfa).toBe(
      byId.get(order!.items[0]!.productId!)!.promoPriceCfa ??
        byId.get(order!.items[0]!.productId!)!.priceCfa,
    );
  });

  it('catches what sells out between choice and send', async () => {
    await consented();
    await lea.receive({ phone: PHONE, text: 'shampoing pour cheveux crépus' });
    lea.pass(2_000);
    const [lease] = await lea.adapters.queue.claim('test', 1, 60_000);
    await lea.parts.answerConversation.execute(lease!);
    for (const product of lea.store.products.all())
      lea.store.products.update(product.id, { stockQty: 0 });
    const before = lea.shownTo(PHONE).length;
    await lea.parts.sendOutbox.execute(lease!);
    const texts = lea
      .shownTo(PHONE)
      .slice(before)
      .map((shown) => shown.text);
    expect(offeredIn(texts)).toEqual([]);
    expect(texts.join(' ')).toContain('épuisé');
  });

  it('never offers what a pregnant woman must not have', async () => {
    await consented();
    const offered = offeredIn(
      await say(lea, PHONE, 'je suis enceinte, je cherche un sérum anti-âge visage'),
    );
    expect(offered.every((product) => !product.cautions.pregnancy)).toBe(true);
    const later = offeredIn(await say(lea, PHONE, 'plutôt une crème anti-rides'));
    expect(later.every((product) => !product.cautions.pregnancy)).toBe(true);
  });

  it('records what it does not have', async () => {
    await consented();
    await say(lea, PHONE, 'avez-vous des planches de surf');
    expect(lea.store.unmetDemand.all()).toHaveLength(1);
  });

  it('answers a burst of messages once', async () => {
    await consented();
    const turns = lea.store.turns.all().length;
    await lea.receive({ phone: PHONE, text: 'je cherche' });
    lea.pass(300);
    await lea.receive({ phone: PHONE, text: 'une crème solaire' });
    lea.pass(300);
    await lea.receive({ phone: PHONE, text: 'pour le visage' });
    await lea.settle();
    expect(lea.store.turns.all()).toHaveLength(turns + 1);
  });

  it('tells hours and payment from the settings', async () => {
    await consented();
    expect((await say(lea, PHONE, 'vous êtes ouverts le dimanche ?'))[0]).toContain(
      'Le dimanche, nous sommes fermés',
    );
    const airtel = await say(lea, PHONE, 'je peux payer par airtel money ?');
    expect(airtel[0]).toContain('Airtel Money');
    expect(airtel[0]).not.toContain('conseiller');
    expect((await say(lea, PHONE, 'et par carte visa ?'))[0]).toContain('carte visa');
    expect((await say(lea, PHONE, 'vous livrez à Franceville ?'))[0]).toContain('pas sûre');
  });
});

describe('handoff', () => {
  it('CONSEILLER silences Léa until the conversation is handed back', async () => {
    await consented();
    await say(lea, PHONE, 'conseiller');
    expect(mode()).toBe('waiting');
    expect(await say(lea, PHONE, 'je cherche une crème solaire')).toEqual([]);
    await lea.parts.handBack.execute({ actor: SERVICE, conversationId: conversationId() });
    expect(await say(lea, PHONE, 'je cherche une crème solaire')).not.toEqual([]);
  });

  it('says once that somebody is called, and when, outside of opening hours', async () => {
    const asked = 'Bonjour, je voudrais parler à un conseiller';
    const open = await say(lea, PHONE, asked);
    expect(open).toHaveLength(1);
    expect(open[0]).toContain('Je préviens un conseiller');
    // Eleven hours later it is 21:00 in Libreville.
    lea.pass(11 * 3_600_000);
    const closed = await say(lea, '+24174000002', asked);
    expect(closed).toHaveLength(1);
    expect(closed[0]).toContain('Je préviens un conseiller');
    expect(closed[0]).toContain('fermée en ce moment');
  });

  it('one alert per matter, not per message', async () => {
    await consented();
    await say(lea, PHONE, 'conseiller');
    await say(lea, PHONE, 'je veux parler à un conseiller');
    expect(lea.notifier.alerts).toHaveLength(1);
  });

  it('a human’s word stops a reply that is on its way', async () => {
    await consented();
    await lea.receive({ phone: PHONE, text: 'shampoing pour cheveux crépus' });
    lea.pass(2_000);
    const [lease] = await lea.adapters.queue.claim('test', 1, 60_000);
    expect(await lea.parts.answerConversation.execute(lease!)).toBe('recommended');
    await lea.parts.sendMessage.execute({
      actor: SERVICE,
      conversationId: conversationId(),
      content: 'Bonjour, ici Awa.',
    });
    const before = lea.shownTo(PHONE).length;
    await lea.parts.sendOutbox.execute(lease!);
    expect(
      lea
        .shownTo(PHONE)
        .slice(before)
        .map((shown) => shown.text),
    ).toEqual(['Bonjour, ici Awa.']);
    expect(mode()).toBe('human');
  });

  it('a withdrawal that staff records while Léa thinks is not undone by her reply', async () => {
    await consented();
    const { model } = lea.adapters;
    const advise = model.advise.bind(model);
    model.advise = async (...request) => {
      await lea.parts.logConsent.execute({
        actor: SERVICE,
        consents: [
          {
            userId: customer().id,
            given: false,
            purpose: 'marketing',
            version: null,
            messageId: null,
            at: null,
          },
        ],
      });
      return advise(...request);
    };
    await say(lea, PHONE, 'shampoing pour cheveux crépus, 7000 F, je suis enceinte');
    expect(customer()).toMatchObject({
      marketingConsent: false,
      health: { pregnant: true },
      preferences: { budgetMaxCfa: 7000 },
    });
  });

  it('an emergency is still answered while a human has the conversation', async () => {
    await consented();
    await lea.parts.takeOver.execute({ actor: SERVICE, conversationId: conversationId() });
    expect(
      (await say(lea, PHONE, 'mon mari fait un malaise il ne respire plus')).join(' '),
    ).toContain('1300');
    expect(mode()).toBe('human');
  });

  it('after the advisor’s silence Léa says so, raises the alert again and may answer', async () => {
    await consented();
    await say(lea, PHONE, 'conseiller');
    lea.pass(31 * 60_000);
    const before = lea.shownTo(PHONE).length;
    await lea.parts.conversationHousekeeping.execute();
    await lea.settle();
    expect(lea.shownTo(PHONE).slice(before)).toHaveLength(1);
    expect(lea.notifier.alerts).toHaveLength(2);
    expect(mode()).toBe('assistant');
  });

  it.each([
    ['typed', { text: 'je suis enceinte et je prends du paracetamol' }],
    ['spoken', { voice: voiceNote('je suis enceinte et je prends du paracetamol') }],
  ])('danger that is %s to an advisor raises an alert that says why', async (_how, message) => {
    await consented();
    await lea.parts.takeOver.execute({ actor: SERVICE, conversationId: conversationId() });
    expect(await say(lea, PHONE, '', message)).toEqual([]);
    const [alert] = lea.store.alerts.all().filter(({ category }) => category === 'pregnancy_risk');
    const turn = lea.store.turns.all().at(-1);
    expect(alert).toMatchObject({ severity: turn?.triage?.severity, handledAt: null });
    expect(turn).toMatchObject({ outcome: 'silent', triage: { category: 'pregnancy_risk' } });
  });

  it('a photo of a prescription goes to a human', async () => {
    await consented();
    // A real PNG whose end says what the stub should see in it.
    const png = readFileSync(new URL('../../fixtures/pixel.png', import.meta.url));
    const image = `data:image/png;base64,${Buffer.concat([png, Buffer.from('lea-demo:ordonnance')]).toString('base64')}`;
    expect((await say(lea, PHONE, '', { image })).join(' ')).toContain('ordonnance');
    expect(mode()).toBe('waiting');
    expect(lea.notifier.alerts).toMatchObject([{ category: 'prescription' }]);
  });
});

describe('erasure', () => {
  it('SUPPRIMER leaves no trace but the proof, and says so', async () => {
    await consented();
    await say(lea, PHONE, 'shampoing pour cheveux crépus pour ma fille Zénobie');
    const answer = await say(lea, PHONE, 'SUPPRIMER');
    expect(answer).toHaveLength(1);
    expect(lea.store.customers.all()).toEqual([]);
    expect(lea.store.messages.all()).toEqual([]);
    expect(JSON.stringify([lea.store.deletions.all(), lea.log.lines])).not.toMatch(
      /24174000001|Zénobie/,
    );
    expect(lea.store.deletions.all()).toHaveLength(1);
  });

  it('a late redelivery of an erased person creates nobody', async () => {
    await lea.receive({ phone: PHONE, text: 'bonjour', id: 'wamid.1' });
    await lea.settle();
    await say(lea, PHONE, 'SUPPRIMER');
    await lea.receive({ phone: PHONE, text: 'bonjour', id: 'wamid.1' });
    await lea.settle();
    expect(lea.store.customers.all()).toEqual([]);
  });
});

describe('keywords and limits', () => {
  it('"je veux supprimer mes boutons" is a need', async () => {
    await consented();
    await say(lea, PHONE, 'je veux supprimer mes boutons');
    expect(lea.store.customers.all()).toHaveLength(1);
  });

  it('MES DONNEES gives a link that works once', async () => {
    await consented();
    const [answer] = await say(lea, PHONE, 'Mes données');
    const token = /mes-donnees\/(\w+)/.exec(answer!)![1]!;
    const exportUserData = lea.parts.exportUserData;
    expect(JSON.stringify(await exportUserData.byLink(token))).toContain(PHONE);
    await expect(exportUserData.byLink(token)).rejects.toMatchObject({ code: 'link_not_found' });
  });

  it('redelivered twenty times, a message is one row and one reply', async () => {
    for (let time = 0; time < 20; time += 1)
      await lea.receive({ phone: PHONE, text: 'bonjour', id: 'wamid.same' });
    await lea.settle();
    for (let time = 0; time < 20; time += 1)
      await lea.receive({ phone: PHONE, text: 'bonjour', id: 'wamid.same' });
    await lea.settle();
    expect(lea.store.messages.all().filter((message) => message.sender === 'user')).toHaveLength(1);
    expect(lea.shownTo(PHONE)).toHaveLength(1);
  });

  it('nothing of a customer is logged', async () => {
    await lea.receive({
      phone: PHONE,
      text: 'canari-cui-cui crème solaire',
      name: 'Zénobie Canari',
    });
    await lea.settle();
    await say(lea, PHONE, 'oui');
    await say(lea, PHONE, 'conseiller');
    expect(JSON.stringify(lea.log.lines)).not.toMatch(/canari|Zénobie|4174000001/i);
    expect(JSON.stringify(lea.notifier.alerts)).not.toMatch(/Zénobie|4174000001/i);
  });
});
