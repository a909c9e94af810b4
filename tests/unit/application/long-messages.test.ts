import { describe, expect, it } from 'vitest';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { createHarness, say } from '../../support/harness.ts';

const PHONE = '+24174000000';
const LONG = Array.from({ length: 300 }, (_, index) => `Phrase numéro ${index} de la notice.`).join(
  ' ',
);

describe('an advisor’s text that is longer than a message', () => {
  it('arrives whole, in order, as several messages with ids of their own', async () => {
    const lea = createHarness();
    await say(lea, PHONE, 'bonjour');
    const [conversation] = lea.store.conversations.all();
    const before = lea.shownTo(PHONE).length;
    const { messageId } = await lea.parts.sendMessage.execute({
      actor: SERVICE,
      conversationId: conversation!.id,
      content: LONG,
      echoId: 'echo',
    });
    await lea.settle();
    const shown = lea
      .shownTo(PHONE)
      .slice(before)
      .map(({ text }) => text);
    expect(shown.length).toBe(3);
    expect(shown.join(' ')).toBe(LONG);
    const stored = lea.store.messages.all().filter(({ sender }) => sender === 'human');
    expect(stored.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
    expect(stored.map(({ echoId }) => echoId)).toEqual(['echo', null, null]);
    expect(stored[0]?.id).toBe(messageId);
    expect(new Set(stored.map(({ providerId }) => providerId)).size).toBe(3);
  });
});
