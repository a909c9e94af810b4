import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EXPORTED, inFile } from '../../../src/domain/privacy/export-rules.ts';
import {
  NOW,
  aCampaignMessage,
  aCoupon,
  aProduct,
  aTurn,
  aTurnId,
  aUserId,
  anAlert,
  anInbound,
  anOrder,
  anOutbound,
  at,
  chatOf,
} from '../../support/builders.ts';
import { aKnownCustomer, inTransaction, only, present, type KnownCustomer } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

export function erasureContract(open: OpenStore): void {
  describe('erasure', () => {
    const store = freshStore(open);

    /** A customer with a row in every table that a conversation writes. */
    async function aFullHistory(): Promise<
      KnownCustomer & {
        readonly orderId: ReturnType<typeof anOrder>['id'];
        readonly providerIds: readonly string[];
        readonly recommendationId: string;
        readonly demandId: string;
      }
    > {
      const known = await aKnownCustomer(store());
      const [recommendationId, demandId] = [randomUUID(), randomUUID()];
      const { conversationId, userId, phone } = known;
      const product = aProduct();
      await store().addProduct(product);
      const order = anOrder({ conversationId, userId });
      const [asked, answered] = [anInbound({ conversationId }), anOutbound({ conversationId })];
      const sentAs = `out-${answered.id}`;
      await inTransaction(store(), async (r) => {
        await r.customers.resolve(
          [{ aliases: [phone, `${phone.slice(1)}@lid`], phone, name: 'Awa', newId: aUserId() }],
          NOW,
        );
        await r.customers.appendConsent({
          id: randomUUID(),
          userId,
          given: true,
          purpose: 'service',
          version: '1',
          messageId: asked.id,
          at: NOW,
        });
        await r.messages.appendInbound([asked]);
        await r.messages.appendOutbound([answered]);
        await r.messages.setStatus(answered.id, 'sent', { providerId: sentAs });
        await r.turns.insert(aTurn({ conversationId, userId }));
        await r.recommendations.insert([
          {
            id: recommendationId,
            conversationId,
            productId: product.id,
            turnId: aTurnId(),
            rank: 1,
            reason: 'Hydrate',
            at: NOW,
          },
        ]);
        await r.unmetDemand.record({
          id: demandId,
          conversationId,
          query: 'lait',
          needKey: 'lait',
          category: null,
          reason: 'not_found',
          productId: null,
          at: NOW,
        });
        await r.alerts.raise(anAlert({ conversationId }));
        await r.orders.insert(order);
        await r.orders.note({
          orderId: order.id,
          at: NOW,
          kind: 'created',
          via: 'assistant',
          actorId: null,
          amountCfa: 13_000,
          reason: null,
          reportKey: null,
        });
        await r.orders.click(order.code, at(60));
        await r.coupons.insert(aCoupon({ userId }));
        const message = aCampaignMessage(userId, { productId: product.id });
        await r.campaigns.addMessages([message]);
        await r.campaigns.putAnswer({
          id: randomUUID(),
          campaignMessageId: message.id,
          conversationId,
          orderId: order.id,
          userId,
          score: 5,
          comment: 'Très bien',
          answeredAt: NOW,
        });
        await r.campaigns.requestRestock(userId, product.id, NOW);
        await r.marks.setLabels(conversationId, ['fidèle']);
        await r.marks.addNote({
          id: randomUUID(),
          conversationId,
          authorId: null,
          content: 'une note interne',
          at: NOW,
        });
        await r.quarantine.add([
          {
            id: randomUUID(),
            channel: 'whapi',
            reason: 'unreadable',
            raw: { from: phone.slice(1), text: 'hum' },
            at: NOW,
          },
        ]);
        await r.erasure.addExportLink({ tokenHash: randomUUID(), userId, expiresAt: at(3600) });
      });
      return {
        ...known,
        orderId: order.id,
        providerIds: [present(asked.providerId), sentAs],
        recommendationId,
        demandId,
      };
    }

    it('deletes everything about one person and counts it', async () => {
      const person = await aFullHistory();
      const counts = await inTransaction(store(), ({ erasure }) => erasure.purge(person.userId));
      expect(counts).toMatchObject({
        users: 1,
        customer_aliases: 2,
        consent_logs: 1,
        conversations: 1,
        messages: 2,
        turns: 1,
        recommendations: 1,
        unmet_demand: 1,
        advisor_alerts: 1,
        orders: 1,
        loyalty_coupons: 1,
        export_links: 1,
        conversation_notes: 1,
        quarantined_events: 1,
        survey_answers: 1,
        campaign_messages: 1,
        restock_requests: 1,
      });
      await inTransaction(store(), async (r) => {
        expect(await r.customers.get(person.userId)).toBeNull();
        expect(await r.customers.findByAlias(person.phone)).toBeNull();
        expect(await r.conversations.get(person.conversationId)).toBeNull();
        expect(await r.messages.knownProviderIds(person.providerIds)).toEqual(new Set());
        expect(await r.alerts.openOf(person.conversationId)).toEqual([]);
        expect(await r.erasure.consentsOf(person.userId)).toEqual([]);
        expect(await r.turns.modelTurnsSince(person.userId, NOW)).toBe(0);
      });
      expect(await store().hasRow('recommendations', person.recommendationId)).toBe(false);
      expect(await store().hasRow('unmet_demand', person.demandId)).toBe(false);
    });

    it('keeps the amounts of orders, unlinked', async () => {
      const { userId, orderId } = await aFullHistory();
      await inTransaction(store(), ({ erasure }) => erasure.purge(userId));
      const order = await inTransaction(store(), ({ orders }) => orders.lock(orderId));
      expect(order).toMatchObject({ userId: null, conversationId: null, amountCfa: 13_000 });
      expect(only(present(order).items)).toMatchObject({ quantity: 2 });
    });

    it('leaves everybody else alone', async () => {
      const [person, other] = [await aFullHistory(), await aFullHistory()];
      await inTransaction(store(), ({ erasure }) => erasure.purge(person.userId));
      await inTransaction(store(), async (r) => {
        expect(await r.customers.findByAlias(other.phone)).toMatchObject({ id: other.userId });
        expect(await r.messages.recent(other.conversationId, 10)).toHaveLength(2);
        expect(await r.erasure.consentsOf(other.userId)).toHaveLength(1);
        expect(await r.orders.lock(other.orderId)).toMatchObject({
          userId: other.userId,
          conversationId: other.conversationId,
        });
        expect(await r.turns.modelTurnsSince(other.userId, NOW)).toBe(1);
      });
    });

    it('finds nothing to delete of a stranger, or of a person already erased', async () => {
      const { userId } = await aFullHistory();
      await inTransaction(store(), ({ erasure }) => erasure.purge(userId));
      for (const id of [userId, aUserId()]) {
        const counts = await inTransaction(store(), ({ erasure }) => erasure.purge(id));
        expect(Object.values(counts).every((count) => count === 0)).toBe(true);
      }
    });

    it('deletes nothing when the transaction fails', async () => {
      const { userId, phone } = await aFullHistory();
      await expect(
        inTransaction(store(), async ({ erasure }) => {
          await erasure.purge(userId);
          throw new Error('too late');
        }),
      ).rejects.toThrow('too late');
      await inTransaction(store(), async ({ customers, erasure }) => {
        expect(await customers.findByAlias(phone)).toMatchObject({ id: userId });
        expect((await erasure.traces(userId)).providerIds).toHaveLength(2);
      });
    });

    it('takes the lease of a turn that was under way', async () => {
      const { userId, conversationId } = await aKnownCustomer(store());
      await inTransaction(store(), ({ conversations }) =>
        conversations.schedule(
          [{ id: conversationId, quietMs: 0, inbound: 1, lastInboundAt: NOW }],
          5000,
        ),
      );
      const lease = only(await store().queue.claim('worker', 1, 30_000));
      await inTransaction(store(), ({ erasure }) => erasure.purge(userId));
      expect(await store().queue.renew(lease, 30_000)).toBe(false);
      expect(
        await inTransaction(store(), ({ conversations }) => conversations.lockHeld(lease)),
      ).toBeNull();
      await store().queue.release(lease);
      expect(await store().queue.claim('worker', 1, 30_000)).toEqual([]);
    });

    it('names what a late redelivery would carry', async () => {
      const { userId, phone, providerIds } = await aFullHistory();
      const traces = await inTransaction(store(), ({ erasure }) => erasure.traces(userId));
      expect(traces.aliases.toSorted()).toEqual([phone, `${phone.slice(1)}@lid`].toSorted());
      expect(traces.providerIds.toSorted()).toEqual(providerIds.toSorted());
    });

    it('names the chat that a confirmation goes to, while there is one', async () => {
      const { userId, conversationId } = await aKnownCustomer(store());
      const lastChat = () => inTransaction(store(), ({ erasure }) => erasure.lastChatOf(userId));
      const conversation = await inTransaction(store(), ({ conversations }) =>
        conversations.get(conversationId),
      );
      expect(await lastChat()).toBe(conversation!.chatId);
      await inTransaction(store(), ({ erasure }) => erasure.purge(userId));
      expect(await lastChat()).toBeNull();
    });

    it('remembers erased keys until they fade', async () => {
      const [short, long, never] = [randomUUID(), randomUUID(), randomUUID()];
      await inTransaction(store(), async ({ erasure }) => {
        await erasure.rememberKeys([short, long], at(10));
        await erasure.rememberKeys([long], at(20));
        await erasure.rememberKeys([long], at(5));
        await erasure.rememberKeys([], at(5));
        expect(await erasure.erasedAmong([short, long, never], NOW)).toEqual(
          new Set([short, long]),
        );
        expect(await erasure.erasedAmong([short, long, never], at(10))).toEqual(new Set([long]));
        expect(await erasure.erasedAmong([short, long, never], at(20))).toEqual(new Set());
        expect(await erasure.erasedAmong([], NOW)).toEqual(new Set());
      });
    });

    it('keeps the deletion log line', async () => {
      const id = randomUUID();
      await inTransaction(store(), ({ erasure }) =>
        erasure.log({
          id,
          subjectHash: 'ab12',
          deletedAt: NOW,
          requestedBy: 'customer',
          counts: { users: 1 },
          consents: [{ purpose: 'service', given: true, version: '1', at: NOW.toISOString() }],
          hashExpiresAt: at(3600),
        }),
      );
      expect(await store().hasRow('deletion_logs', id)).toBe(true);
    });

    it('keeps the address of an owed confirmation until it is sent', async () => {
      const owed = {
        id: randomUUID(),
        chatId: '24174000000@s.whatsapp.net',
        language: 'en' as const,
      };
      await inTransaction(store(), ({ erasure }) => erasure.oweConfirmation(owed));
      expect(
        await inTransaction(store(), ({ erasure }) => erasure.getConfirmation(owed.id)),
      ).toEqual(owed);
      await inTransaction(store(), ({ erasure }) => erasure.dropConfirmation(owed.id));
      expect(
        await inTransaction(store(), ({ erasure }) => erasure.getConfirmation(owed.id)),
      ).toBeNull();
      expect(await store().hasRow('erasure_confirmations', owed.id)).toBe(false);
    });

    it('remembers where the files of an erased person lie until they are gone', async () => {
      const owed = { id: randomUUID(), folders: ['customers/a/', 'customers/b/'] };
      const get = () => inTransaction(store(), ({ erasure }) => erasure.getMediaPurge(owed.id));
      const owedBefore = (moment: Date) =>
        inTransaction(store(), ({ erasure }) => erasure.mediaPurgesBefore(moment));
      await inTransaction(store(), ({ erasure }) => erasure.oweMediaPurge(owed));
      expect(await get()).toEqual(owed);
      expect(await owedBefore(new Date('2000-01-01'))).not.toContain(owed.id);
      expect(await owedBefore(new Date('2100-01-01'))).toContain(owed.id);
      await inTransaction(store(), ({ erasure }) => erasure.dropMediaPurge(owed.id));
      expect(await get()).toBeNull();
    });

    it('opens an export link once, in time', async () => {
      const { userId } = await aKnownCustomer(store());
      const [link, late] = [randomUUID(), randomUUID()];
      await inTransaction(store(), async ({ erasure }) => {
        await erasure.addExportLink({ tokenHash: link, userId, expiresAt: at(10) });
        await erasure.addExportLink({ tokenHash: late, userId, expiresAt: at(10) });
      });
      const take = (hash: string, now = NOW) =>
        inTransaction(store(), ({ erasure }) => erasure.takeExportLink(hash, now));
      expect((await Promise.all([take(link), take(link)])).toSorted()).toEqual([userId, null]);
      expect(await take(link)).toBeNull();
      expect(await take(late, at(10))).toBeNull();
      expect(await take('unknown')).toBeNull();
    });

    it('exports everything held about one person and nothing about others', async () => {
      const [person, other] = [await aFullHistory(), await aFullHistory()];
      const held = await inTransaction(store(), ({ erasure }) => erasure.exportOf(person.userId));
      expect(held).toMatchObject({
        users: [{ id: person.userId, phone_number: person.phone, name: 'Awa', language: 'fr' }],
        consent_logs: [{ consent_given: true, purpose: 'service', version: '1' }],
        conversations: [{ id: person.conversationId, status: 'open' }],
        messages: [{ sender: 'user' }, { sender: 'assistant' }],
        orders: [{ id: person.orderId, amount_cfa: 13_000, status: 'pending' }],
      });
      for (const [table, rule] of EXPORTED) {
        expect(held[table].length, table).toBeGreaterThan(0);
        for (const row of held[table])
          expect(Object.keys(row).toSorted(), table).toEqual(inFile(rule).toSorted());
      }
      expect(held.order_items).toMatchObject([
        { order_id: person.orderId, name: 'Crème hydratante visage', quantity: 2 },
      ]);
      expect(held.conversations).toMatchObject([
        { chat_id: chatOf(person.phone), labels: ['fidèle'] },
      ]);
      expect(held.orders).toMatchObject([{ clicks: 1, first_clicked_at: at(60) }]);
      expect(held.customer_aliases).toHaveLength(2);
      expect(JSON.stringify(held)).not.toContain('une note interne');
      expect(JSON.stringify(held)).not.toContain(other.userId);
      expect(JSON.stringify(held)).not.toContain(other.conversationId);
    });

    it('exports nothing of a stranger', async () => {
      await aFullHistory();
      const held = await inTransaction(store(), ({ erasure }) => erasure.exportOf(aUserId()));
      expect(Object.values(held).flat()).toEqual([]);
    });
  });
}
