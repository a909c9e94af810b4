import { describe, expect, it } from 'vitest';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';
import { fromShopPhone } from '../../support/shop-phone.ts';

const PHONE = '+24174000001';
const MINUTE = 60_000;
const CREAM = aProduct();
const QUESTION = 'je cherche une crème hydratante visage';

const conversation = (lea: Harness) => lea.store.conversations.all()[0]!;
const staff = (lea: Harness) => ({ actor: SERVICE, conversationId: conversation(lea).id });
const takeOver = (lea: Harness) => lea.parts.takeOver.execute(staff(lea));
const write = async (lea: Harness, content: string): Promise<void> => {
  await lea.parts.sendMessage.execute({ ...staff(lea), content });
  await lea.settle();
};

async function consented(options: Parameters<typeof createHarness>[0] = {}): Promise<Harness> {
  const lea = createHarness({ products: [CREAM], ...options });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  return lea;
}

/** What Léa says because the conversation came back to her. */
async function shownAfter(lea: Harness, giveBack: () => Promise<void>): Promise<string> {
  const before = lea.shownTo(PHONE).length;
  await giveBack();
  await lea.settle();
  return lea
    .shownTo(PHONE)
    .slice(before)
    .map(({ text }) => text)
    .join('\n');
}
const WAYS: Readonly<Record<string, (lea: Harness) => Promise<void>>> = {
  'the button': (lea) => lea.parts.handBack.execute(staff(lea)),
  silence: async (lea) => {
    lea.pass(31 * MINUTE);
    await lea.parts.conversationHousekeeping.execute();
  },
};

describe.each(Object.keys(WAYS))('a conversation that returns by %s', (way) => {
  const back = (lea: Harness) => shownAfter(lea, () => WAYS[way]!(lea));

  it('has what was asked of nobody answered at once', async () => {
    const lea = await consented();
    await takeOver(lea);
    expect(await say(lea, PHONE, QUESTION)).toEqual([]);
    expect(await back(lea)).toContain(CREAM.name);
    expect(conversation(lea).mode).toBe('assistant');
    // And only once.
    expect(await back(lea)).toBe('');
  });

  it('has nothing answered that the human answered, and all that came after it', async () => {
    const lea = await consented();
    await takeOver(lea);
    await say(lea, PHONE, 'vous livrez à Owendo ?');
    await write(lea, 'Oui, pour 2 000 F.');
    await say(lea, PHONE, QUESTION);
    const shown = await back(lea);
    expect(shown).toContain(CREAM.name);
    expect(shown).not.toContain('livr');
  });

  it('stays silent when the human had the last word, or was only thanked', async () => {
    const lea = await consented();
    await takeOver(lea);
    await say(lea, PHONE, QUESTION);
    await write(lea, 'Nous en avons.');
    await say(lea, PHONE, 'merci beaucoup, bonne journée');
    expect(await back(lea)).toBe('');
  });

  it('counts the word of the shop’s phone as an answer', async () => {
    const lea = await consented();
    await takeOver(lea);
    await say(lea, PHONE, QUESTION);
    await fromShopPhone(lea, PHONE, 'Oui, elle est en rayon.');
    expect(await back(lea)).toBe('');
  });

  it('has a reply made anew that was dropped when the human came in between', async () => {
    const lea = await consented();
    lea.changeSettings({ autonomy: { visage: 'suggest' } });
    await say(lea, PHONE, QUESTION);
    await takeOver(lea);
    lea.changeSettings({ autonomy: {} });
    expect(await back(lea)).toContain(CREAM.name);
  });

  it('asks somebody new for consent', async () => {
    const lea = createHarness({ products: [CREAM] });
    await fromShopPhone(lea, PHONE, 'Bonjour Madame, votre colis est arrivé.');
    lea.pass(MINUTE);
    expect(await say(lea, PHONE, QUESTION)).toEqual([]);
    expect(await back(lea)).toContain('SUPPRIMER');
  });

  it('brings a danger that nobody saw to a person again', async () => {
    const lea = await consented();
    await takeOver(lea);
    await say(lea, PHONE, 'je suis enceinte, puis-je prendre du rétinol ?');
    await back(lea);
    expect(conversation(lea).mode).toBe('waiting');
  });

  it('answers nothing that was taken back', async () => {
    const lea = await consented();
    await takeOver(lea);
    await lea.receive({ phone: PHONE, text: QUESTION, id: 'wamid.gone' });
    await lea.settle();
    await lea.parts.handleInboundMessage.execute({
      events: [{ type: 'deletion', providerId: 'wamid.gone' }],
    });
    expect(await back(lea)).toBe('');
  });
});

it('what was asked while waiting is answered after the apology for the wait', async () => {
  const lea = await consented();
  await say(lea, PHONE, 'conseiller');
  await say(lea, PHONE, QUESTION);
  const shown = await shownAfter(lea, () => WAYS['silence']!(lea));
  expect(shown.indexOf('je suis désolée')).toBeGreaterThanOrEqual(0);
  expect(shown.indexOf(CREAM.name)).toBeGreaterThan(shown.indexOf('je suis désolée'));
});

it('a closed conversation stays silent when it is handed back', async () => {
  const lea = await consented();
  await takeOver(lea);
  await say(lea, PHONE, QUESTION);
  await lea.parts.closeConversation.execute(staff(lea));
  expect(await shownAfter(lea, () => WAYS['the button']!(lea))).toBe('');
});
