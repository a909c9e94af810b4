import type { ConversationId } from '../domain/conversation/conversation.ts';

/** The right to work on one conversation until it expires; `fence` makes a late writer harmless. */
export interface Lease {
  readonly conversationId: ConversationId;
  readonly owner: string;
  readonly fence: number;
  /** Tries since the last success, this one included. */
  readonly attempts: number;
  /** Whether messages waited to be sent when it was claimed. */
  readonly unsent: boolean;
}

/** So many lost tries in a row make a suspect. Fewer are taken for bystanders of another one's crash. */
export const SUSPECT_AFTER = 2;

/**
 * Longer than any wait and any lease of ours, in milliseconds: what lies further ahead is of a clock that was set
 * back.
 */
export const FURTHEST_AHEAD_MS = 300_000;

/**
 * Conversations with work, each given to one worker at a time. Order and exclusivity live in the
 * conversation's own row; times are the store's, so that a worker's wrong clock does no harm.
 */
export interface ConversationQueue {
  /**
   * Takes up to `limit` due conversations that nobody holds, longest due first, except suspects. Ends their
   * burst. A claim counts as a try at once, so that a turn that takes its process down is counted too.
   */
  claim(owner: string, limit: number, leaseMs: number): Promise<readonly Lease[]>;
  /**
   * Takes the due suspect with the fewest tries, or null. A suspect is a conversation whose last
   * `SUSPECT_AFTER` holders or more vanished without giving it back: one of them may be what they died of.
   */
  claimSuspect(owner: string, leaseMs: number): Promise<Lease | null>;
  /** Prolongs; false when the lease was lost: somebody else claimed it, or the conversation is gone. */
  renew(lease: Lease, leaseMs: number): Promise<boolean>;
  /**
   * Gives back after a success. Due again when messages or unsent replies remain (not before a set due time), else
   * at rest.
   */
  release(lease: Lease): Promise<void>;
  /** Gives back after a failure, due again in `retryInMs`; null lays the conversation aside as dead. */
  fail(lease: Lease, retryInMs: number | null): Promise<void>;
  /** Gives back for later without counting the try: the fault was not the conversation's. */
  postpone(lease: Lease, retryInMs: number): Promise<void>;
  /**
   * For when the store's clock was set back: what would wait longer than `FURTHEST_AHEAD_MS` is due now, and what
   * would be held longer is held for `leaseMs`, in which a living holder renews it. Answers how many these were.
   */
  straighten(leaseMs: number): Promise<number>;
  /** Calls back with the delay in milliseconds after which work will be due. */
  onWork(listener: (dueInMs: number) => void): Promise<() => Promise<void>>;
}
