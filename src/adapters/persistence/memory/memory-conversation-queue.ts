import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import {
  FURTHEST_AHEAD_MS,
  SUSPECT_AFTER,
  type ConversationQueue,
  type Lease,
} from '../../../ports/conversation-queue.ts';
import { holds, isHeld } from './memory-conversations.ts';
import { isUnhandled, isUnsent } from './memory-messages.ts';
import type { MemoryStore } from './memory-store.ts';
import type { ConversationRow } from './rows.ts';

const isSuspect = (row: ConversationRow): boolean =>
  row.leaseExpiresAt !== null && row.attempts >= SUSPECT_AFTER;
const NOBODY = { leaseOwner: null, leaseExpiresAt: null } as const;

/** The conversation queue over a `MemoryStore`; its times are those of the store's clock. */
export class MemoryConversationQueue implements ConversationQueue {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  claim(owner: string, limit: number, leaseMs: number): Promise<readonly Lease[]> {
    return this.#store.exclusively(async () =>
      this.#due()
        .filter(({ row }) => !isSuspect(row))
        .slice(0, limit)
        .map(({ row }) => this.#take(row, owner, leaseMs)),
    );
  }

  claimSuspect(owner: string, leaseMs: number): Promise<Lease | null> {
    return this.#store.exclusively(async () => {
      const [first] = this.#due()
        .filter(({ row }) => isSuspect(row))
        .toSorted((a, b) => a.row.attempts - b.row.attempts);
      return first === undefined ? null : this.#take(first.row, owner, leaseMs);
    });
  }

  /** What is due and held by nobody, longest due first. */
  #due(): readonly { readonly row: ConversationRow; readonly dueAt: Date }[] {
    const now = this.#store.clock.now();
    return this.#store.conversations
      .all()
      .flatMap((row) =>
        row.dueAt !== null && row.dueAt <= now && !isHeld(row, now)
          ? { row, dueAt: row.dueAt }
          : [],
      )
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  }

  #take(row: ConversationRow, owner: string, leaseMs: number): Lease {
    const [fence, attempts] = [row.fence + 1, row.attempts + 1];
    this.#store.conversations.update(row.id, {
      fence,
      attempts,
      leaseOwner: owner,
      leaseExpiresAt: new Date(this.#store.clock.now().getTime() + leaseMs),
      burstStartedAt: null,
    });
    return { conversationId: row.id, owner, fence, attempts, unsent: this.#hasUnsent(row.id) };
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
    await this.#holding(lease, (_row, now) => {
      if (retryInMs === null) return { ...NOBODY, dueAt: null, burstStartedAt: null, deadAt: now };
      return { ...NOBODY, dueAt: this.#dueIn(retryInMs, now) };
    });
  }

  async postpone(lease: Lease, retryInMs: number): Promise<void> {
    await this.#holding(lease, (row, now) => ({
      ...NOBODY,
      attempts: Math.max(0, row.attempts - 1),
      dueAt: this.#dueIn(retryInMs, now),
    }));
  }

  #dueIn(ms: number, now: Date): Date {
    const dueAt = new Date(now.getTime() + ms);
    this.#store.wakeAtCommit(dueAt);
    return dueAt;
  }

  straighten(leaseMs: number): Promise<number> {
    return this.#store.exclusively(async () => {
      const now = this.#store.clock.now();
      const limit = new Date(now.getTime() + FURTHEST_AHEAD_MS);
      const isAhead = (at: Date | null): boolean => at !== null && at > limit;
      const astray = this.#store.conversations
        .all()
        .filter((row) => isAhead(row.dueAt) || isAhead(row.leaseExpiresAt));
      for (const row of astray) {
        if (isAhead(row.dueAt)) this.#store.wakeAtCommit(now);
        this.#store.conversations.update(row.id, {
          ...(isAhead(row.dueAt) ? { dueAt: now, burstStartedAt: null } : {}),
          ...(isAhead(row.leaseExpiresAt)
            ? { leaseExpiresAt: new Date(now.getTime() + leaseMs) }
            : {}),
        });
      }
      return astray.length;
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

  #hasUnsent(id: ConversationId): boolean {
    return this.#store.messages.by('conversationId', id).some(isUnsent);
  }
}
