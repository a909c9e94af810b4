import type { StoreUnderTest, UnreadTable } from '../../contract/persistence/store-under-test.ts';
import { MemoryConversationQueue } from '../../../src/adapters/persistence/memory/memory-conversation-queue.ts';
import { MemoryJobQueue } from '../../../src/adapters/persistence/memory/memory-job-queue.ts';
import { MemoryStore } from '../../../src/adapters/persistence/memory/memory-store.ts';
import { MemoryUnitOfWork } from '../../../src/adapters/persistence/memory/memory-unit-of-work.ts';
import type { Job } from '../../../src/ports/job-queue.ts';
import { NOW } from '../builders.ts';

/** A store in memory with a clock that stands still but for `passTime`. */
export async function openMemory(): Promise<
  StoreUnderTest & { readonly store: MemoryStore; waitingJobs(): Promise<readonly Job[]> }
> {
  let now = NOW.getTime();
  const store = new MemoryStore({ now: () => new Date(now) });
  const has = (table: UnreadTable, id: string): boolean => {
    switch (table) {
      case 'recommendations':
        return store.recommendations.get(id) !== undefined;
      case 'turns':
        return store.turns.all().some((turn) => turn.id === id);
      case 'unmet_demand':
        return store.unmetDemand.get(id) !== undefined;
      case 'quarantined_events':
        return store.quarantine.get(id) !== undefined;
      case 'deletion_logs':
        return store.deletions.get(id) !== undefined;
      case 'erasure_confirmations':
        return store.confirmations.get(id) !== undefined;
    }
  };
  return {
    store,
    uow: new MemoryUnitOfWork(store),
    queue: new MemoryConversationQueue(store),
    addProduct: (product) => store.putProduct(product),
    hasRow: async (table, id) => has(table, id),
    beside: async (id) => ({
      labels: store.marks.get(id)?.labels ?? [],
      snoozedUntil: store.marks.get(id)?.snoozedUntil ?? null,
      notes: store.notes
        .all()
        .filter(({ conversationId }) => conversationId === id)
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .map(({ content }) => content),
      unread: store.conversations.get(id)?.unreadCount ?? 0,
    }),
    auditLines: async () => store.audits.all().map(({ id: _, at: __, ...entry }) => entry),
    passTime: async (ms) => {
      now += ms;
    },
    waitingJobs: () => new MemoryJobQueue(store).waiting(),
    close: async () => undefined,
  };
}
