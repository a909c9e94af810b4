import { expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness.ts';
import { chatOf } from '../../support/builders.ts';

const PHONE = '+24174000001';
const CHAT = chatOf(PHONE);

/** Somebody writes on the real channel. */
const write = async (lea: Harness, text: string, providerId: string): Promise<void> => {
  const message = {
    providerId,
    chatId: CHAT,
    phone: PHONE,
    lid: null,
    senderName: null,
    sentAt: lea.adapters.clock.now(),
    kind: 'text',
    text,
    buttonId: null,
    media: null,
  } as const;
  await lea.parts.handleInboundMessage.execute({ events: [{ type: 'message', message }] });
};
const token = (text: string): string | undefined => /mes-donnees\/(\w{20,})/.exec(text)?.[1];

it('the link to her data is in the message that she gets, and not in what staff read of it', async () => {
  const lea = createHarness();
  await write(lea, 'MES DONNEES', 'wamid.1');
  await lea.settle();
  const shown = lea.gateway.sentTo(CHAT).map((message) => message.shown.text);
  const sent = token(shown.join());
  expect(sent).toBeDefined();
  const kept = JSON.stringify(lea.store.messages.all());
  expect(kept).not.toContain(sent);
  expect(kept).toContain('/mes-donnees/…');
  const data = await lea.parts.exportUserData.byLink(sent!);
  expect(JSON.stringify(data)).toContain(PHONE);
});
