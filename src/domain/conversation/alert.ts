import type { Branded } from '../shared/branded.ts';
import type { UserId } from '../customer/customer.ts';
import type { ConversationId } from './conversation.ts';

export type AlertId = Branded<string, 'AlertId'>;
export type AlertSeverity = 'handoff' | 'urgent' | 'emergency';

/** A matter that a person must see; at most one open per conversation and category. */
export interface Alert {
  readonly id: AlertId;
  readonly conversationId: ConversationId | null;
  /** A triage category, or `manual`, `low_rating`, `large_cart`, `dead_letter`… */
  readonly category: string;
  readonly severity: AlertSeverity;
  readonly reason: string;
  readonly triggeredAt: Date;
  readonly handledBy: UserId | null;
  readonly handledAt: Date | null;
}
