import { expect, it } from 'vitest';
import { fr } from '../../../src/domain/texts/fr.ts';
import { en } from '../../../src/domain/texts/en.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { createHarness } from '../../support/harness.ts';

const CHAT = '24174000001@s.whatsapp.net';
const owed = (language: 'fr' | 'en') => {
  const lea = createHarness();
  lea.store.confirmations.insert({ id: 'confirmation-1', chatId: CHAT, language });
  return {
    lea,
    confirm: () => lea.parts.confirmErasure.execute({ confirmationId: 'confirmation-1' }),
  };
};

it.each([
  ['fr', fr.keywords.erased],
  ['en', en.keywords.erased],
] as const)(
  'says it in the language of the person (%s), and forgets the address',
  async (language, text) => {
    const { lea, confirm } = owed(language);
    await confirm();
    expect(lea.gateway.sentTo(CHAT).map(({ shown }) => shown.text)).toEqual([text]);
    expect(lea.store.confirmations.all()).toEqual([]);
  },
);

it('says it once, however often it is asked to', async () => {
  const { lea, confirm } = owed('fr');
  await confirm();
  await confirm();
  expect(lea.gateway.sentTo(CHAT)).toHaveLength(1);
});

it('keeps the address while the provider fails, and tries again', async () => {
  const { lea, confirm } = owed('fr');
  const send = lea.gateway.send.bind(lea.gateway);
  lea.gateway.send = () => Promise.reject(new ProviderError('fake', 'unavailable', 'cut off'));
  await expect(confirm()).rejects.toThrow('cut off');
  expect(lea.store.confirmations.all()).toHaveLength(1);
  lea.gateway.send = send;
  await confirm();
  expect(lea.gateway.sentTo(CHAT)).toHaveLength(1);
  expect(lea.store.confirmations.all()).toEqual([]);
});
