/** How long what is kept. Days, all of them. */
export interface RetentionRules {
  /** After the last message a conversation with all that belongs to it goes. */
  readonly conversationsDays: number;
  /** After the last sign of life (message or order) a customer is erased, as if asked for. */
  readonly customersDays: number;
  /** What could not be read from the channel is kept this long to find out why. */
  readonly quarantineDays: number;
  /** Lines of the audit log; the database keeps the last 180 days whatever is said here. */
  readonly auditDays: number;
}

export const DEFAULT_RETENTION_RULES: RetentionRules = {
  conversationsDays: 365,
  customersDays: 1_095,
  quarantineDays: 7,
  auditDays: 365,
};
