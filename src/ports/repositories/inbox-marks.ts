import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { UserId } from '../../domain/customer/customer.ts';

/**
 * What staff write beside a conversation, which must be there. None of it is read by a turn, so it needs no lock and
 * cannot cross one.
 */
export interface InboxMarks {
  setLabels(id: ConversationId, labels: readonly string[]): Promise<void>;
  setSnooze(id: ConversationId, until: Date | null): Promise<void>;
  clearUnread(id: ConversationId): Promise<void>;
  addNote(note: {
    readonly id: string;
    readonly conversationId: ConversationId;
    readonly authorId: UserId | null;
    readonly content: string;
    readonly at: Date;
  }): Promise<void>;
}
