import type { ConversationId } from '../domain/conversation/conversation.ts';

/** An alert as an advisor needs it, without the customer's number or full name. */
export interface AlertNotice {
  readonly alertId: string;
  readonly conversationId: ConversationId;
  readonly category: string;
  readonly severity: 'emergency' | 'urgent' | 'handoff';
  readonly reason: string;
  /** First name's initial, or "Client". */
  readonly customerLabel: string;
  /** The last messages, oldest first, already redacted. */
  readonly excerpt: readonly {
    readonly sender: 'user' | 'assistant' | 'human';
    readonly text: string;
  }[];
  /** Opens the conversation in the dashboard. */
  readonly url: string;
}

/** News for whoever runs the installation: a provider fails, work was dead-lettered, and the all-clear. */
export interface OperatorNotice {
  readonly key: string;
  readonly state: 'raised' | 'cleared';
  readonly message: string;
}

/** One way to reach the team. Every failure is a `ProviderError`. */
export interface AdvisorNotifier {
  readonly name: string;
  notifyAlert(notice: AlertNotice): Promise<void>;
  notifyOperator(notice: OperatorNotice): Promise<void>;
  /**
   * Tells the channel that somebody took the alert, where it can (Slack updates its message). `url` opens the
   * conversation; null when it is gone.
   */
  alertTaken(alertId: string, advisorName: string, url: string | null): Promise<void>;
}
