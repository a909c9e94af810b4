import { afterEach, beforeEach } from 'vitest';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import type { AuditEntry } from '../../../src/domain/audit/audit-entry.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { ConversationQueue } from '../../../src/ports/conversation-queue.ts';
import type { Job } from '../../../src/ports/job-queue.ts';
import type { UnitOfWork } from '../../../src/ports/unit-of-work.ts';

/** Tables that have no reading port; their rows are looked at by id. */
export type UnreadTable =
  | 'recommendations'
  | 'turns'
  | 'unmet_demand'
  | 'quarantined_events'
  | 'deletion_logs'
  | 'erasure_confirmations';

/** One persistence adapter with what a test needs besides its ports. Nothing is in it at the beginning. */
export interface StoreUnderTest {
  readonly uow: UnitOfWork;
  readonly queue: ConversationQueue;
  /** The service may not write products; this one writes as the shop. */
  addProduct(product: Product): Promise<void>;
  hasRow(table: UnreadTable, id: string): Promise<boolean>;
  /** What staff see beside a conversation, which no port reads; notes oldest first. */
  beside(id: ConversationId): Promise<{
    readonly labels: readonly string[];
    readonly snoozedUntil: Date | null;
    readonly notes: readonly string[];
    readonly unread: number;
  }>;
  /** The audit log, oldest first. */
  auditLines(): Promise<readonly AuditEntry[]>;
  /**
   * Makes the store believe that so many milliseconds have passed: a clock is moved, or due times, burst
   * starts and lease ends are moved back. Never really waits, as tests ask for half a minute.
   */
  passTime(ms: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenStore = () => Promise<StoreUnderTest>;

/** A store with a job queue, and the jobs that were committed and not run yet, oldest first. */
export type OpenStoreWithJobs = () => Promise<
  StoreUnderTest & { waitingJobs(): Promise<readonly Job[]> }
>;

/** A fresh store for each test of the enclosing `describe`. */
export function freshStore<S extends StoreUnderTest>(open: () => Promise<S>): () => S {
  let store: S | null = null;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store?.close();
    store = null;
  });
  return () => {
    if (store === null) throw new Error('No store outside of a test.');
    return store;
  };
}
