import { LeaError } from '../shared/errors.ts';
import type { Branded } from '../shared/branded.ts';
import type { UserId } from '../customer/customer.ts';
import type { DialogueState } from './dialogue-state.ts';

export type ConversationId = Branded<string, 'ConversationId'>;

/** Who speaks for the shop: Léa, nobody yet (an advisor is awaited), or an advisor. */
export type ConversationMode = 'assistant' | 'waiting' | 'human';

export interface Conversation {
  readonly id: ConversationId;
  readonly userId: UserId | null;
  readonly status: 'open' | 'closed';
  readonly mode: ConversationMode;
  readonly assignedTo: UserId | null;
  /** The WhatsApp chat that was received from; replies go there, never to a rebuilt number. */
  readonly chatId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly lastInboundAt: Date | null;
  /** Last word of a human advisor, or the escalation: the silence of an advisor is counted from it. */
  readonly humanSince: Date | null;
  readonly summary: string | null;
  readonly dialogue: DialogueState;
}

/** A closed conversation cannot be opened again beside the one that the person has open. */
export const newerConversation = (): LeaError =>
  new LeaError(
    'conflict',
    'newer_conversation',
    'This person has a newer conversation, which is open: go on there.',
  );
