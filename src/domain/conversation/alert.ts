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

const GRAVITY: Readonly<Record<AlertSeverity, number>> = { handoff: 0, urgent: 1, emergency: 2 };

/**
 * Of open alerts in conversations that become one, those for which another of the same category stands: a graver one,
 * or the older of two as grave.
 */
export function doubled(alerts: readonly Alert[]): readonly AlertId[] {
  const standing = new Set<string>();
  return alerts
    .toSorted(
      (a, b) =>
        GRAVITY[b.severity] - GRAVITY[a.severity] ||
        a.triggeredAt.getTime() - b.triggeredAt.getTime(),
    )
    .filter(({ category }) => {
      const stands = standing.has(category);
      standing.add(category);
      return stands;
    })
    .map(({ id }) => id);
}
