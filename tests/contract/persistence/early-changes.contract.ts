import { describe, expect, it } from 'vitest';
import type { EarlyChange } from '../../../src/ports/repositories/early-changes.ts';
import { NOW, aPhone, aUserId, anInbound, at, chatOf } from '../../support/builders.ts';
import { aKnownCustomer, inTransaction } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

export function earlyChangesContract(open: OpenStore): void {
  describe('changes that came before their message', () => {
    const store = freshStore(open);
    const CHAT = chatOf(aPhone());
    const change = (
      providerId: string,
      text: string | null,
      chatId: string | null = CHAT,
    ): EarlyChange => ({ providerId, chatId, text });
    const keep = (changes: readonly EarlyChange[], now = NOW) =>
      inTransaction(store(), ({ earlyChanges }) => earlyChanges.keep(changes, now));
    const take = async (...ids: string[]) =>
      (await inTransaction(store(), ({ earlyChanges }) => earlyChanges.take(ids))).toSorted(
        (a, b) => a.providerId.localeCompare(b.providerId),
      );
    const met = (limit = 10) =>
      inTransaction(store(), ({ earlyChanges }) => earlyChanges.met(limit));
    const dropBefore = (instant: Date) =>
      inTransaction(store(), ({ earlyChanges }) => earlyChanges.dropBefore(instant));
    const arrive = async (...providerIds: string[]) => {
      const { conversationId } = await aKnownCustomer(store());
      await inTransaction(store(), ({ messages }) =>
        messages.appendInbound(
          providerIds.map((providerId) => anInbound({ conversationId, providerId })),
        ),
      );
    };

    it('are handed out once, those that are asked for', async () => {
      await keep([change('a', 'un'), change('b', 'deux'), change('c', null)]);
      expect(await take('a', 'c', 'unknown')).toEqual([change('a', 'un'), change('c', null)]);
      expect(await take('a', 'c')).toEqual([]);
      expect(await take()).toEqual([]);
      expect(await take('b')).toEqual([change('b', 'deux')]);
    });

    it('the last edit counts, in one batch or in several', async () => {
      await keep([change('a', 'un'), change('a', 'deux')]);
      await keep([change('a', 'trois'), change('b', 'un')]);
      expect(await take('a', 'b')).toEqual([change('a', 'trois'), change('b', 'un')]);
    });

    it('nothing replaces a deletion', async () => {
      await keep([change('a', 'un'), change('a', null), change('a', 'deux')]);
      await keep([change('a', 'trois')]);
      expect(await take('a')).toEqual([change('a', null)]);
    });

    it('a deletion stays when an edit comes in the same moment', async () => {
      for (let round = 0; round < 5; round += 1) {
        await Promise.all([keep([change(`a${round}`, null)]), keep([change(`a${round}`, 'un')])]);
        expect(await take(`a${round}`)).toEqual([change(`a${round}`, null)]);
      }
    });

    it('keep the chat that one of them named', async () => {
      await keep([change('a', 'un'), change('a', 'deux', null), change('b', 'un', null)]);
      await keep([change('b', 'deux')]);
      expect(await take('a', 'b')).toEqual([change('a', 'deux'), change('b', 'deux')]);
    });

    it('are not kept, nor handed out, by work that failed', async () => {
      await keep([change('a', 'un')]);
      await expect(
        inTransaction(store(), async ({ earlyChanges }) => {
          await earlyChanges.take(['a']);
          await earlyChanges.keep([change('b', 'un')], NOW);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(await take('a', 'b')).toEqual([change('a', 'un')]);
    });

    it('tell whose message has come all the same, the longest kept first', async () => {
      await keep([change('late', 'un')], at(20));
      await keep([change('early', 'un'), change('never', 'un')], at(10));
      expect(await met()).toEqual([]);
      await arrive('late', 'early', 'other');
      expect(await met()).toEqual(['early', 'late']);
      expect(await met(1)).toEqual(['early']);
      await take('early');
      expect(await met()).toEqual(['late']);
    });

    it('are dropped when the first of them has waited too long', async () => {
      await keep([change('old', 'un'), change('also', null)], at(-60));
      await keep([change('old', 'deux'), change('young', 'un')], NOW);
      expect(await dropBefore(at(-60))).toBe(0);
      expect(await dropBefore(at(-59))).toBe(2);
      expect(await take('old', 'also', 'young')).toEqual([change('young', 'un')]);
    });

    it('go with the person whose chat they belong to, by whatever address', async () => {
      const { userId, phone } = await aKnownCustomer(store());
      const lid = `${aPhone().slice(1)}77@lid`;
      await inTransaction(store(), ({ customers }) =>
        customers.resolve([{ aliases: [phone, lid], phone, name: null, newId: aUserId() }], NOW),
      );
      await keep([
        change('number', 'un', chatOf(phone)),
        change('device', 'un', `${phone.slice(1)}:12@s.whatsapp.net`),
        change('lid', null, lid),
        change('other', 'un', chatOf(aPhone())),
        change('unknown', 'un', null),
      ]);
      const counts = await inTransaction(store(), ({ erasure }) => erasure.purge(userId));
      expect(counts).toMatchObject({ early_changes: 3 });
      expect(
        (await take('number', 'device', 'lid', 'other', 'unknown')).map((kept) => kept.providerId),
      ).toEqual(['other', 'unknown']);
    });
  });
}
