import type { UserId } from '../domain/customer/customer.ts';

/** What the passage of time removes. Each takes some at a time and answers how many; 0 means done. */
export interface Retention {
  /** Conversations without a message since `before`, with all that belongs to them; the files they leave are named. */
  purgeConversations(
    before: Date,
    limit: number,
  ): Promise<{ readonly count: number; readonly files: readonly string[] }>;
  /** Customers who gave no sign of life since `before`. */
  silentCustomers(before: Date, limit: number): Promise<readonly UserId[]>;
  /** Files of customers that no message refers to any more, among these. */
  unusedFiles(keys: readonly string[]): Promise<readonly string[]>;
  /** Everything that has an expiry of its own, counted by table. */
  purgeExpired(before: {
    readonly quarantine: Date;
    readonly idempotency: Date;
    /** Days that lines of the audit log stay; never fewer than the store's own least. */
    readonly auditDays: number;
    readonly now: Date;
  }): Promise<Readonly<Record<string, number>>>;
}
