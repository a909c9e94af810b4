import type { ConversationId } from '../domain/conversation/conversation.ts';
import type { UserId } from '../domain/customer/customer.ts';
import type { Actor } from '../domain/shared/actor.ts';

/**
 * What staff write beside a conversation. None of it is read by a turn, so it needs no lock and cannot
 * cross one. Each answers false when the conversation is not there for the actor.
 */
export interface InboxMarks {
  setLabels(
    actor: Actor,
    conversationId: ConversationId,
    labels: readonly string[],
  ): Promise<boolean>;
  setSnooze(actor: Actor, conversationId: ConversationId, until: Date | null): Promise<boolean>;
  clearUnread(actor: Actor, conversationId: ConversationId): Promise<boolean>;
  addNote(
    actor: Actor,
    note: {
      readonly id: string;
      readonly conversationId: ConversationId;
      readonly authorId: UserId | null;
      readonly content: string;
      readonly at: Date;
    },
  ): Promise<boolean>;
}
