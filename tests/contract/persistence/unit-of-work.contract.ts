import { describe, expect, it } from 'vitest';
import {
  NOW,
  aPhone,
  aProduct,
  aTurn,
  aUserId,
  anOrder,
  anInbound,
  anOutbound,
} from '../../support/builders.ts';
import { aKnownCustomer, gate, inTransaction, present } from './given.ts';
import { freshStore, type OpenStore, type OpenStoreWithJobs } from './store-under-test.ts';

export function unitOfWorkContract(open: OpenStore): void {
  describe('unit of work', () => {
    const store = freshStore(open);

    it('answers what the work answers', async () => {
      expect(await inTransaction(store(), async () => 42)).toBe(42);
    });

    it('keeps nothing of work that failed, and passes the failure on', async () => {
      const known = await aKnownCustomer(store());
      const product = aProduct({ stockQty: 5 });
      await store().addProduct(product);
      const phone = aPhone();
      const message = anInbound({ conversationId: known.conversationId });
      const order = anOrder({
        items: [{ productId: product.id, name: product.name, quantity: 2, unitPriceCfa: 6500 }],
      });
      const failure = new Error('the third step failed');
      await expect(
        inTransaction(store(), async ({ customers, conversations, messages, orders, products }) => {
          await customers.resolve([{ aliases: [phone], phone, name: null, newId: aUserId() }], NOW);
          await customers.update(known.userId, { serviceConsent: true });
          await conversations.save({
            ...present(await conversations.lock(known.conversationId)),
            mode: 'human',
          });
          await messages.appendInbound([message]);
          await orders.insert(order);
          await orders.takeStock(order.id);
          expect(await products.getMany([product.id])).toMatchObject([{ stockQty: 3 }]);
          throw failure;
        }),
      ).rejects.toBe(failure);
      await inTransaction(store(), async ({ customers, conversations, messages, products }) => {
        expect(await customers.findByAlias(phone)).toBeNull();
        expect(await customers.get(known.userId)).toMatchObject({ serviceConsent: null });
        expect(await conversations.get(known.conversationId)).toMatchObject({ mode: 'assistant' });
        expect(await messages.get(message.id)).toBeNull();
        expect(await products.getMany([product.id])).toMatchObject([{ stockQty: 5 }]);
        // A provider id that was rolled back is new again.
        expect(await messages.appendInbound([message])).toEqual([message.id]);
      });
    });

    it('keeps nothing either when a write failed and the work went on', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [message, turn] = [anInbound({ conversationId }), aTurn({ conversationId })];
      let refused = false;
      // Whether the run then fails as well is the adapter's affair.
      await inTransaction(store(), async ({ messages, turns }) => {
        await messages.appendInbound([message]);
        await turns.insert(turn);
        await turns.insert(turn).catch(() => (refused = true));
      }).catch(() => undefined);
      expect(refused).toBe(true);
      expect(await inTransaction(store(), ({ messages }) => messages.get(message.id))).toBeNull();
      expect(await store().hasRow('turns', turn.id)).toBe(false);
    });

    it('keeps a step as the service with the rest, or nothing of either', async () => {
      const known = await aKnownCustomer(store());
      const [kept, lost] = [
        anInbound({ conversationId: known.conversationId }),
        anInbound({ conversationId: known.conversationId }),
      ];
      await inTransaction(store(), ({ messages, asService }) =>
        asService(() => messages.appendInbound([kept])),
      );
      const failure = new Error('the step failed');
      await expect(
        inTransaction(store(), async ({ messages, asService }) => {
          await messages.appendInbound([lost]);
          await asService(() => Promise.reject(failure)).catch(() => undefined);
        }),
      ).rejects.toBe(failure);
      await inTransaction(store(), async ({ messages }) => {
        expect(await messages.get(kept.id)).not.toBeNull();
        expect(await messages.get(lost.id)).toBeNull();
      });
    });

    it('sees its own writes', async () => {
      const { conversationId } = await aKnownCustomer(store());
      await inTransaction(store(), async ({ messages }) => {
        const message = anOutbound({ conversationId });
        await messages.appendOutbound([message]);
        expect(await messages.outbox(conversationId)).toHaveLength(1);
        await messages.setStatus(message.id, 'sent', { providerId: message.id });
        expect(await messages.outbox(conversationId)).toEqual([]);
      });
    });

    it('shows nobody what is not committed', async () => {
      const phone = aPhone();
      const [written, finish] = [gate(), gate()];
      const writer = inTransaction(store(), async ({ customers }) => {
        await customers.resolve([{ aliases: [phone], phone, name: null, newId: aUserId() }], NOW);
        written.open();
        await finish.opened;
        throw new Error('never mind');
      });
      await written.opened;
      const reader = inTransaction(store(), ({ customers }) => customers.findByAlias(phone));
      finish.open();
      await expect(writer).rejects.toThrow('never mind');
      expect(await reader).toBeNull();
    });

    it('is not spoilt by what happens to a value after it was stored', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const choices = [{ id: 'a', title: 'A' }];
      const message = anOutbound({
        conversationId,
        part: { kind: 'choices', text: 'Lequel ?', choices },
      });
      await inTransaction(store(), ({ messages }) => messages.appendOutbound([message]));
      choices.pop();
      const stored = await inTransaction(store(), ({ messages }) => messages.get(message.id));
      expect(stored?.part).toEqual({
        kind: 'choices',
        text: 'Lequel ?',
        choices: [{ id: 'a', title: 'A' }],
      });
    });
  });
}

/** Apart from the other suites, as the job queue is an adapter of its own. */
export function jobQueueContract(open: OpenStoreWithJobs): void {
  describe('job queue', () => {
    const store = freshStore(open);

    it('keeps a job if and only if the transaction commits', async () => {
      const [kept, lost] = [
        { name: 'order-settled', data: { orderId: aUserId() } },
        { name: 'confirm-erasure', data: { confirmationId: aUserId() } },
      ] as const;
      await inTransaction(store(), ({ jobs }) => jobs.enqueue(kept));
      await expect(
        inTransaction(store(), async ({ jobs }) => {
          await jobs.enqueue(lost);
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
      expect(await store().waitingJobs()).toEqual([kept]);
    });
  });
}
