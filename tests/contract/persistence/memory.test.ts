import { describe, expect, it } from 'vitest';
import { MemoryJobQueue } from '../../../src/adapters/persistence/memory/memory-job-queue.ts';
import { MemoryStore } from '../../../src/adapters/persistence/memory/memory-store.ts';
import { MemoryUnitOfWork } from '../../../src/adapters/persistence/memory/memory-unit-of-work.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import type { Job } from '../../../src/ports/job-queue.ts';
import type { Repositories } from '../../../src/ports/unit-of-work.ts';
import { NOW, aConversationId, anOrder, anOrderId } from '../../support/builders.ts';
import { openMemory } from '../../support/stores/open-memory.ts';
import { persistenceContract } from './persistence.contract.ts';
import { jobQueueContract } from './unit-of-work.contract.ts';

persistenceContract('memory', openMemory);
jobQueueContract(openMemory);

describe('memory store', () => {
  const aStore = () => new MemoryStore({ now: () => NOW });

  it('refuses a transaction within a transaction, which would wait for itself', async () => {
    const uow = new MemoryUnitOfWork(aStore());
    await expect(uow.run(SERVICE, () => uow.run(SERVICE, async () => undefined))).rejects.toThrow(
      'A transaction is open',
    );
    expect(await uow.run(SERVICE, async () => 'still works')).toBe('still works');
  });

  it('refuses a repository after its transaction', async () => {
    const uow = new MemoryUnitOfWork(aStore());
    let kept: Repositories | null = null;
    await uow.run(SERVICE, async (repositories) => {
      kept = repositories;
    });
    await expect(
      (kept as Repositories | null)?.conversations.get(aConversationId()),
    ).rejects.toThrow('is over');
  });

  it('keeps nothing of a transaction in which a write failed, even if the failure was caught', async () => {
    const uow = new MemoryUnitOfWork(aStore());
    const order = anOrder();
    const run = uow.run(SERVICE, async ({ orders }) => {
      await orders.insert(order);
      await orders.insert(order).catch(() => undefined);
    });
    await expect(run).rejects.toThrow('Duplicate');
    expect(await uow.run(SERVICE, ({ orders }) => orders.lock(order.id))).toBeNull();
  });

  it('runs jobs and those that they enqueue, and keeps one whose handler failed', async () => {
    const store = aStore();
    const [uow, queue] = [new MemoryUnitOfWork(store), new MemoryJobQueue(store)];
    const job = (): Job => ({ name: 'order-settled', data: { orderId: anOrderId() } });
    const [first, second] = [job(), job()];
    await uow.run(SERVICE, ({ jobs }) => jobs.enqueue(first));
    await expect(queue.drain(() => Promise.reject(new Error('provider down')))).rejects.toThrow(
      'provider down',
    );
    const ran: Job[] = [];
    const count = await queue.drain(async (one) => {
      ran.push(one);
      if (ran.length === 1) await uow.run(SERVICE, ({ jobs }) => jobs.enqueue(second));
    });
    expect([count, ran]).toEqual([2, [first, second]]);
    expect(await queue.waiting()).toEqual([]);
  });
});
