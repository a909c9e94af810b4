import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../../src/domain/message/message.ts';
import {
  NOW,
  aConversationId,
  aCoupon,
  aMessageId,
  aPhone,
  aTurn,
  aUserId,
  anInbound,
  anOrder,
  at,
  chatOf,
} from '../../support/builders.ts';
import { YESTERDAY, aKnownCustomer, inTransaction, only, present } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

const aLid = (): string => `${aPhone().slice(1)}00@lid`;

export function customersContract(open: OpenStore): void {
  describe('customers', () => {
    const store = freshStore(open);
    const resolve = (
      aliases: readonly string[],
      fields: {
        phone?: string | null;
        name?: string | null;
        newId?: ReturnType<typeof aUserId>;
      } = {},
      now = NOW,
    ) =>
      inTransaction(store(), async ({ customers }) =>
        only(
          await customers.resolve(
            [{ aliases, phone: null, name: null, newId: aUserId(), ...fields }],
            now,
          ),
        ),
      );
    const get = (id: ReturnType<typeof aUserId>) =>
      inTransaction(store(), ({ customers }) => customers.get(id));

    it('creates a newcomer who has not been asked anything yet', async () => {
      const phone = aPhone();
      const newId = aUserId();
      expect(await resolve([phone], { phone, name: 'Awa', newId })).toBe(newId);
      expect(await get(newId)).toEqual({
        id: newId,
        phone,
        name: 'Awa',
        language: 'fr',
        serviceConsent: null,
        consentVersion: null,
        consentAskedAt: null,
        marketingConsent: null,
        transferConsent: null,
        transferVersion: null,
        otherNames: [],
        preferences: {},
        health: {},
        createdAt: NOW,
      });
    });

    it('knows a person by every alias learnt so far', async () => {
      const [phone, former, lid] = [aPhone(), aPhone(), aLid()];
      const id = await resolve([phone, former], { phone });
      expect(await resolve([former, lid])).toBe(id);
      expect(await resolve([lid])).toBe(id);
      const found = await inTransaction(store(), ({ customers }) => customers.findByAlias(lid));
      expect(found?.id).toBe(id);
    });

    it('keeps what it knows of a person and adds what it did not', async () => {
      const [phone, lid] = [aPhone(), aLid()];
      const id = await resolve([lid], { phone: null, name: null });
      expect((await get(id))?.phone).toBeNull();
      await resolve([phone, lid], { phone, name: 'Awa' });
      expect(await get(id)).toMatchObject({ phone, name: 'Awa' });
      await resolve([phone], { phone: aPhone(), name: 'Une autre' });
      expect(await get(id)).toMatchObject({ phone, name: 'Awa' });
    });

    it('keeps who is only played apart from who has the number, whoever comes first', async () => {
      const phone = aPhone();
      const played = { phone, name: 'Rôle' };
      const first = await resolve([`sim:${phone}`], played);
      expect(await get(first)).toMatchObject({ phone, name: 'Rôle' });
      const real = await resolve([phone], { phone, name: 'Awa' });
      expect(real).not.toBe(first);
      expect(await get(real)).toMatchObject({ phone, name: 'Awa' });
      expect(await get(first)).toMatchObject({ phone: null, name: 'Rôle' });
      expect(await resolve([`sim:${phone}`], played)).toBe(first);
      expect(await get(real)).toMatchObject({ phone, name: 'Awa' });

      const other = aPhone();
      const known = await resolve([other], { phone: other });
      const late = await resolve([`sim:${other}`], { phone: other });
      expect(late).not.toBe(known);
      expect((await get(late))?.phone).toBeNull();
      expect((await get(known))?.phone).toBe(other);
    });

    it('gives a real person the number that they are learnt to have, which somebody played', async () => {
      const [phone, lid] = [aPhone(), aLid()];
      const played = await resolve([`sim:${phone}`], { phone });
      const real = await resolve([lid]);
      await resolve([phone, lid], { phone });
      expect((await get(real))?.phone).toBe(phone);
      expect((await get(played))?.phone).toBeNull();
    });

    it('tells the aliases of a person', async () => {
      const [phone, former] = [aPhone(), aPhone()];
      const id = await resolve([phone, former], { phone });
      const aliases = await inTransaction(store(), ({ customers }) => customers.aliasesOf(id));
      expect([...aliases].sort()).toEqual([phone, former].sort());
    });

    it('answers in the order asked, a newcomer named twice once', async () => {
      const [a, b] = [aPhone(), aPhone()];
      const known = await resolve([b], { phone: b });
      const [idA, idB] = [aUserId(), aUserId()];
      const ids = await inTransaction(store(), ({ customers }) =>
        customers.resolve(
          [
            { aliases: [a], phone: a, name: null, newId: idA },
            { aliases: [b], phone: b, name: null, newId: idB },
            { aliases: [a], phone: a, name: null, newId: aUserId() },
          ],
          NOW,
        ),
      );
      expect(ids).toEqual([idA, known, idA]);
    });

    it('makes one person of two when a contact joins them; the older stays', async () => {
      const lid = aLid();
      const older = await aKnownCustomer(store(), at(-60));
      const younger = await resolve([lid], { name: 'Awa' });
      const order = anOrder({ userId: younger });
      const conversation = await inTransaction(store(), async (repositories) => {
        const opened = only(
          await repositories.conversations.ensureOpen(
            [{ userId: younger, newId: aConversationId(), chatId: lid }],
            NOW,
            YESTERDAY,
          ),
        );
        await repositories.messages.appendInbound([anInbound({ conversationId: opened.id })]);
        await repositories.orders.insert({ ...order, conversationId: opened.id });
        await repositories.turns.insert(aTurn({ conversationId: opened.id, userId: younger }));
        await repositories.coupons.insert(aCoupon({ userId: younger }));
        await repositories.customers.appendConsent({
          id: aUserId(),
          userId: younger,
          given: true,
          purpose: 'service',
          version: '1',
          messageId: null,
          at: NOW,
        });
        return opened.id;
      });

      expect(await resolve([older.phone, lid], { phone: older.phone })).toBe(older.userId);

      await inTransaction(
        store(),
        async ({ customers, conversations, messages, orders, turns, coupons, erasure }) => {
          expect(await customers.get(younger)).toBeNull();
          expect(await customers.findByAlias(lid)).toMatchObject({ id: older.userId, name: 'Awa' });
          // At most one conversation of a person is open: the older person's own.
          expect(await conversations.get(conversation)).toMatchObject({
            userId: older.userId,
            status: 'closed',
          });
          expect(await conversations.get(older.conversationId)).toMatchObject({ status: 'open' });
          // What waits in it is answered where the conversation goes on.
          expect(await messages.unhandled(conversation)).toEqual([]);
          expect(await messages.unhandled(older.conversationId)).toHaveLength(1);
          expect(only(await orders.latestOf(older.userId, 5)).id).toBe(order.id);
          expect(await erasure.consentsOf(older.userId)).toHaveLength(1);
          expect(await turns.modelTurnsSince(older.userId, at(-60))).toBe(1);
          expect((await coupons.historyOf(older.userId, NOW, NOW)).couponsLastYear).toBe(1);
        },
      );
    });

    it('takes the consent of the younger person where the older was never asked', async () => {
      const [phone, lid] = [aPhone(), aLid()];
      const older = await resolve([phone], { phone }, at(-60));
      const younger = await resolve([lid]);
      await inTransaction(store(), async ({ customers }) => {
        await customers.update(younger, {
          serviceConsent: true,
          consentVersion: '2',
          consentAskedAt: NOW,
        });
      });
      await resolve([phone, lid], { phone });
      expect(await get(older)).toMatchObject({
        serviceConsent: true,
        consentVersion: '2',
        consentAskedAt: NOW,
      });
    });

    it('keeps every name that a person goes by, each once', async () => {
      const phone = aPhone();
      const id = await resolve([phone], { phone, name: 'Awa' });
      for (const name of ['Awa Ndong', 'Awa', null, 'Awa Ndong', 'Maman Grâce'])
        await resolve([phone], { phone, name });
      expect(await get(id)).toMatchObject({
        name: 'Awa',
        otherNames: ['Awa Ndong', 'Maman Grâce'],
      });
    });

    it('two people made one keep the names of both, and the transfer consent that was given', async () => {
      const [phone, lid] = [aPhone(), aLid()];
      const older = await resolve([phone], { phone, name: 'Awa' }, at(-60));
      const younger = await resolve([lid], { name: 'Mama Awa' });
      await inTransaction(store(), ({ customers }) =>
        customers.update(younger, { transferConsent: true, transferVersion: 'v' }),
      );
      await resolve([phone, lid], { phone });
      expect(await get(older)).toMatchObject({
        name: 'Awa',
        otherNames: ['Mama Awa'],
        transferConsent: true,
        transferVersion: 'v',
      });
    });

    it('makes one person of a newcomer who arrives in two transactions at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [phone, lid] = [aPhone(), aLid()];
        const ids = await Promise.all([
          resolve([phone], { phone }),
          resolve([phone, lid], { phone }),
          resolve([phone], { phone }),
        ]);
        expect(new Set(ids).size).toBe(1);
      }
    });

    it('takes two batches that name the same newcomers in opposite order', async () => {
      for (let round = 0; round < 5; round += 1) {
        const phones = Array.from({ length: 8 }, aPhone);
        const batch = (list: readonly string[]) =>
          inTransaction(store(), ({ customers }) =>
            customers.resolve(
              list.map((phone) => ({ aliases: [phone], phone, name: null, newId: aUserId() })),
              NOW,
            ),
          );
        const [forth, back] = await Promise.all([batch(phones), batch(phones.toReversed())]);
        expect(forth).toEqual(back.toReversed());
      }
    });

    it('writes what it is told, and leaves the rest to others', async () => {
      const { userId } = await aKnownCustomer(store());
      const before = present(await get(userId));
      const changed = {
        name: 'Awa M.',
        language: 'en' as const,
        serviceConsent: true,
        consentVersion: '3',
        consentAskedAt: at(5),
        marketingConsent: false,
        transferConsent: true,
        transferVersion: 'v',
        otherNames: ['Awa M. Ndong'],
        preferences: { budgetMaxCfa: 5000, attributes: ['bio'] },
        health: { pregnant: true, allergens: ['arachide'] },
      };
      await inTransaction(store(), ({ customers }) => customers.update(userId, changed));
      expect(await get(userId)).toEqual({ ...before, ...changed });
      await inTransaction(store(), async ({ customers }) => {
        await customers.update(userId, { marketingConsent: null });
        await customers.update(userId, {});
      });
      expect(await get(userId)).toEqual({ ...before, ...changed, marketingConsent: null });
    });

    it('answers several in the order of the ids, without the unknown', async () => {
      const [a, b] = [await aKnownCustomer(store()), await aKnownCustomer(store())];
      const found = await inTransaction(store(), ({ customers }) =>
        customers.getMany([b.userId, aUserId(), a.userId]),
      );
      expect(found.map(({ id }) => id)).toEqual([b.userId, a.userId]);
    });

    it('logs consents in order of time', async () => {
      const { userId } = await aKnownCustomer(store());
      const consent = { userId, version: '1', messageId: null };
      const entries = await inTransaction(store(), async ({ customers, erasure }) => {
        await customers.appendConsent({
          ...consent,
          id: aUserId(),
          given: true,
          purpose: 'marketing',
          at: at(10),
        });
        await customers.appendConsent({
          ...consent,
          id: aUserId(),
          given: true,
          purpose: 'service',
          at: NOW,
        });
        return erasure.consentsOf(userId);
      });
      expect(entries).toEqual([
        { purpose: 'service', given: true, version: '1', at: NOW.toISOString() },
        { purpose: 'marketing', given: true, version: '1', at: at(10).toISOString() },
      ]);
    });

    it('tells what a message was recorded to say, last', async () => {
      const { userId, conversationId } = await aKnownCustomer(store());
      const [message, other] = [anInbound({ conversationId }), anInbound({ conversationId })];
      const consent = { userId, version: '1', purpose: 'service' } as const;
      const said = await inTransaction(store(), async ({ customers, messages }) => {
        await messages.appendInbound([message, other]);
        const log = (given: boolean, messageId: MessageId, seconds: number) =>
          customers.appendConsent({ ...consent, id: aUserId(), given, messageId, at: at(seconds) });
        await log(true, message.id, 0);
        await log(false, message.id, 10);
        await log(true, other.id, 20);
        return [await customers.consentsBy(message.id), await customers.consentsBy(aMessageId())];
      });
      expect(said).toEqual([[{ purpose: 'service', given: false }], []]);
    });

    it('does not find a stranger', async () => {
      expect(await get(aUserId())).toBeNull();
      expect(
        await inTransaction(store(), ({ customers }) => customers.findByAlias(chatOf(aPhone()))),
      ).toBeNull();
    });
  });
}
