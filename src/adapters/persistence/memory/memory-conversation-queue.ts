import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { ConversationQueue, Lease } from '../../../ports/conversation-queue.ts';
import { holds, isHeld } from './memory-conversations.ts';
import { isUnhandled, isUnsent } from './memory-messages.ts';
import type { MemoryStore } from './memory-store.ts';
import type { ConversationRow } from './rows.ts';

const NOBODY = { leaseOwner: null, leaseExpiresAt: null } as const;

/** The conversation queue over a `MemoryStore`; its times are those of the store's clock. */
export class MemoryConversationQueue implements ConversationQueue {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  claim(owner: string, limit: number, leaseMs: number): Promise<readonly Lease[]> {
    return this.#store.exclusively(async () => {
      const now = this.#store.clock.now();
      return this.#store.conversations
        .all()
        .flatMap((row) =>
          row.dueAt !== null && row.dueAt <= now && !isHeld(row, now)
            ? { row, dueAt: row.dueAt }
            : [],
        )
        .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
        .slice(0, limit)
        .map(({ row }) => {
          const fence = row.fence + 1;
          this.#store.conversations.update(row.id, {
            fence,
            leaseOwner: owner,
            leaseExpiresAt: new Date(now.getTime() + leaseMs),
            burstStartedAt: null,
          });
          return { conversationId: row.id, owner, fence, attempts: row.attempts };
        });
    });
  }

  renew(lease: Lease, leaseMs: number): Promise<boolean> {
    return this.#holding(lease, (_row, now) => ({
      leaseExpiresAt: new Date(now.getTime() + leaseMs),
    }));
  }

  async release(lease: Lease): Promise<void> {
    await this.#holding(lease, (row, now) => {
      if (!this.#hasWork(row.id))
        return { ...NOBODY, attempts: 0, dueAt: null, burstStartedAt: null };
      const dueAt = row.dueAt !== null && row.dueAt > now ? row.dueAt : now;
      this.#store.wakeAtCommit(dueAt);
      return { ...NOBODY, attempts: 0, dueAt };
    });
  }

  async fail(lease: Lease, retryInMs: number | null): Promise<void> {
    await this.#holding(lease, (row, now) => {
      const attempts = row.attempts + 1;
      if (retryInMs === null)
        return { ...NOBODY, attempts, dueAt: null, burstStartedAt: null, deadAt: now };
      const dueAt = new Date(now.getTime() + retryInMs);
      this.#store.wakeAtCommit(dueAt);
      return { ...NOBODY, attempts, dueAt };
    });
  }

  async onWork(listener: (dueInMs: number) => void): Promise<() => Promise<void>> {
    const stop = this.#store.listen(listener);
    return async () => stop();
  }

  /** Changes the row if the lease still holds; false when it does not. */
  #holding(
    lease: Lease,
    change: (row: ConversationRow, now: Date) => Partial<ConversationRow>,
  ): Promise<boolean> {
    return this.#store.exclusively(async () => {
      const row = this.#store.conversations.get(lease.conversationId);
      if (row === undefined || !holds(row, lease)) return false;
      return this.#store.conversations.update(row.id, change(row, this.#store.clock.now()));
    });
  }

  #hasWork(id: ConversationId): boolean {
    return this.#store.messages
      .by('conversationId', id)
      .some((row) => isUnhandled(row) || isUnsent(row));
  }
}
