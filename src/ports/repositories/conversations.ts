import type { Conversation, ConversationId } from '../../domain/conversation/conversation.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Lease } from '../conversation-queue.ts';

export interface Conversations {
  /**
   * The open conversation of each person, in the same order; opens one with `newId` where there is none or
   * where the open one has been quiet since before `staleBefore` (that one is closed). Quiet is counted from
   * the newest message, or from the opening. An open one takes the chat given, as replies go where the last
   * message came from; a chat that was `rebuilt` from a number is only used for a new one.
   */
  ensureOpen(
    openings: readonly {
      readonly userId: UserId;
      readonly newId: ConversationId;
      readonly chatId: string;
      readonly rebuilt?: true;
    }[],
    now: Date,
    staleBefore: Date,
  ): Promise<readonly { readonly id: ConversationId; readonly created: boolean }[]>;
  get(id: ConversationId): Promise<Conversation | null>;
  /** The row locked until the transaction ends, so that takeover and turn never cross. */
  lock(id: ConversationId): Promise<Conversation | null>;
  /** As `lock`, but null when the lease is no longer held: nothing may be written then. */
  lockHeld(lease: Lease): Promise<Conversation | null>;
  /**
   * Writes mode, assignee, status with its end, summary, dialogue and the human's time.
   * @throws LeaError `newer_conversation` when it would be the person's second open one
   */
  save(conversation: Conversation): Promise<void>;
  /**
   * Makes a turn due. `quietMs` is the burst window: it slides with each message up to `maxMs` after the
   * first; 0 means at once. What is due and waits for a worker stays due. Counts the inbound messages, moves
   * the conversation's newest time up to theirs, wakes the workers at commit and revives a conversation that
   * was laid aside.
   */
  schedule(
    entries: readonly {
      readonly id: ConversationId;
      readonly quietMs: number;
      readonly inbound: number;
      readonly lastInboundAt: Date | null;
    }[],
    maxMs: number,
  ): Promise<void>;
  /** Open conversations, human or waiting for one, whose human has said nothing since `before`; longest first. */
  silentHumans(before: Date, limit: number): Promise<readonly ConversationId[]>;
  /** Closes open conversations without a message since `before`; returns how many, at most `limit`. */
  closeQuiet(before: Date, now: Date, limit: number): Promise<number>;
}
