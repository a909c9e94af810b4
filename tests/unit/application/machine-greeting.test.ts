import { describe, expect, it } from 'vitest';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';
import { fromShopPhone } from '../../support/shop-phone.ts';

const CREAM = aProduct();
const QUESTION = 'je cherche une crème hydratante visage';
const GREETING =
  'Bonjour et bienvenue à la parapharmacie ! Nous vous répondons dans les plus brefs délais 🌿';
const AWAY = 'Nous sommes fermés pour le moment. Nous vous répondrons demain dès 8 heures.';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const phone = (number: number): string => `+2417400000${number}`;
const mode = (lea: Harness, number: number): string =>
  lea.store.conversations.all().find(({ chatId }) => chatId.startsWith(phone(number).slice(1)))!
    .mode;
const shown = (lea: Harness, number: number): string =>
  lea
    .shownTo(phone(number))
    .map(({ text }) => text)
    .join('\n');

/** A customer writes, and the phone answers so many seconds later. */
async function answered(
  lea: Harness,
  number: number,
  text = GREETING,
  seconds = 1,
  question = QUESTION,
): Promise<void> {
  await lea.receive({ phone: phone(number), text: question });
  lea.pass(seconds * 1_000);
  await fromShopPhone(lea, phone(number), text);
  await lea.settle();
}
const tend = async (lea: Harness, afterMs: number): Promise<void> => {
  lea.pass(afterMs);
  await lea.parts.conversationHousekeeping.execute();
  await lea.settle();
};
const shop = () => createHarness({ products: [CREAM] });

describe('the greeting of the shop’s own phone', () => {
  it('seen for the first time is a person’s, who is not talked over, for two minutes', async () => {
    const lea = shop();
    await answered(lea, 1);
    expect(mode(lea, 1)).toBe('human');
    await tend(lea, MINUTE);
    expect(shown(lea, 1)).toBe('');
    await tend(lea, MINUTE + 10_000);
    expect(shown(lea, 1)).toContain('SUPPRIMER');
    expect(mode(lea, 1)).toBe('assistant');
  });

  it('seen in a second chat is a machine’s, and the first customer is answered at once too', async () => {
    const lea = shop();
    await answered(lea, 1);
    await answered(lea, 2);
    for (const number of [1, 2]) {
      expect(mode(lea, number)).toBe('assistant');
      expect(shown(lea, number)).toContain('SUPPRIMER');
    }
    await say(lea, phone(1), 'oui');
    expect(shown(lea, 1)).toContain(CREAM.name);
  });

  it.each([
    ['seconds later', 5],
    ['in the same second', 0],
  ])('is known %s, at night and days later', async (_, seconds) => {
    const lea = shop();
    await answered(lea, 1, GREETING, seconds);
    await answered(lea, 2, `${GREETING} `.toUpperCase(), seconds);
    lea.pass(9 * DAY + 14 * 60 * MINUTE);
    await answered(lea, 3, GREETING, seconds);
    expect(mode(lea, 3)).toBe('assistant');
    expect(shown(lea, 3)).toContain('SUPPRIMER');
  });

  it('may be two messages, of welcome and of absence', async () => {
    const lea = shop();
    for (const number of [1, 2]) {
      await lea.receive({ phone: phone(number), text: QUESTION });
      lea.pass(1_000);
      await fromShopPhone(lea, phone(number), GREETING);
      await fromShopPhone(lea, phone(number), AWAY);
      await lea.settle();
    }
    expect([mode(lea, 1), mode(lea, 2)]).toEqual(['assistant', 'assistant']);
    expect(shown(lea, 1)).toContain('SUPPRIMER');
    const alone = shop();
    await alone.receive({ phone: phone(1), text: QUESTION });
    await fromShopPhone(alone, phone(1), GREETING);
    await fromShopPhone(alone, phone(1), AWAY);
    await alone.settle();
    await tend(alone, 3 * MINUTE);
    expect(shown(alone, 1)).toContain('SUPPRIMER');
  });

  it('is judged by the first message of a burst, and when it comes before the message', async () => {
    const lea = shop();
    await answered(lea, 1);
    await lea.receive({ phone: phone(2), text: 'bonjour' });
    await answered(lea, 2, GREETING, 2);
    expect(mode(lea, 2)).toBe('assistant');
    // The gateway delivers the greeting first.
    await fromShopPhone(lea, phone(3), GREETING);
    await lea.receive({ phone: phone(3), text: QUESTION });
    await lea.settle();
    expect(mode(lea, 3)).toBe('assistant');
    expect(shown(lea, 3)).toContain('SUPPRIMER');
  });

  it('takes nothing from Léa and keeps no silence going', async () => {
    const lea = shop();
    await answered(lea, 1);
    await answered(lea, 2);
    await say(lea, phone(2), 'oui');
    await answered(lea, 2, GREETING, 1, 'et pour le corps ?');
    expect(mode(lea, 2)).toBe('assistant');
    expect(lea.store.messages.all().filter(({ sender }) => sender === 'human')).toEqual([]);
  });
});

describe('a person at the shop’s own phone', () => {
  const REPLY = 'Bonjour, oui nous avons ce produit en rayon, il est à 6 500 francs.';

  it.each([
    ['the same quick reply in several chats, some seconds later', REPLY, 8],
    ['a short word at once', 'Bonjour Madame', 1],
    ['a long answer after a while', REPLY, 40],
  ])('has the conversation with %s', async (_, text, seconds) => {
    const lea = shop();
    for (const number of [1, 2, 3]) {
      await answered(lea, number, text, seconds);
      expect(mode(lea, number)).toBe('human');
    }
    const before = shown(lea, 1);
    await tend(lea, 5 * MINUTE);
    expect(shown(lea, 1)).toBe(before);
  });

  it('has it with a second word after a swift first one', async () => {
    const lea = shop();
    await answered(lea, 1, REPLY, 2);
    lea.pass(30_000);
    await fromShopPhone(lea, phone(1), 'Je vous la mets de côté.');
    await tend(lea, 5 * MINUTE);
    expect(mode(lea, 1)).toBe('human');
    expect(shown(lea, 1)).toBe('');
    // And keeps it when the swift word turns out to be a greeting.
    await answered(lea, 2, REPLY, 2);
    expect(mode(lea, 1)).toBe('human');
  });

  it('keeps what an advisor has taken, whatever the phone says', async () => {
    const lea = shop();
    await answered(lea, 1);
    lea.store.conversations.update(lea.store.conversations.all()[0]!.id, {
      assignedTo: lea.store.customers.all()[0]!.id,
    });
    await answered(lea, 2);
    expect(mode(lea, 1)).toBe('human');
    await tend(lea, 5 * MINUTE);
    expect(mode(lea, 1)).toBe('human');
  });

  it('who answered before the consent request went out has nothing consented to', async () => {
    const lea = shop();
    await lea.receive({ phone: phone(1), text: QUESTION });
    lea.pass(2_000);
    const [lease] = await lea.adapters.queue.claim('test', 1, 60_000);
    await lea.parts.answerConversation.execute(lease!);
    lea.pass(60_000);
    await fromShopPhone(lea, phone(1), 'Bonjour, je regarde en rayon.');
    await lea.adapters.queue.release(lease!);
    await say(lea, phone(1), 'oui');
    expect(lea.store.consents.all()).toEqual([]);
    await tend(lea, 31 * MINUTE);
    // The whole request, not the reminder of one that nobody read.
    expect(shown(lea, 1)).toContain('SUPPRIMER');
  });
});
