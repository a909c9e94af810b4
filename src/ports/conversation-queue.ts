import type { ConversationId } from '../domain/conversation/conversation.ts';

/** The right to work on one conversation until it expires; `fence` makes a late writer harmless. */
export interface Lease {
  readonly conversationId: ConversationId;
  readonly owner: string;
  readonly fence: number;
  /** Failed tries so far. */
  readonly attempts: number;
}

/**
 * Conversations with work, each given to one worker at a time. Order and exclusivity live in the
 * conversation's own row; times are the store's, so that a worker's wrong clock does no harm.
 */
export interface ConversationQueue {
  /** Takes up to `limit` due conversations that nobody holds, longest due first. Ends their burst. */
  claim(owner: string, limit: number, leaseMs: number): Promise<readonly Lease[]>;
  /** Prolongs; false when the lease was lost: somebody else claimed it, or the conversation is gone. */
  renew(lease: Lease, leaseMs: number): Promise<boolean>;
  /** Gives back after a success. Due again when messages or unsent replies remain (not before a set due time), else at rest. */
  release(lease: Lease): Promise<void>;
  /** Gives back after a failure, due again in `retryInMs`; null lays the conversation aside as dead. */
  fail(lease: Lease, retryInMs: number | null): Promise<void>;
  /** Calls back with the delay in milliseconds after which work will be due. */
  onWork(listener: (dueInMs: number) => void): Promise<() => Promise<void>>;
}
