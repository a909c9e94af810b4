import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { StaffRole } from '../../../domain/shared/actor.ts';
import {
  MAX_PUSH_SUBSCRIPTIONS,
  type PushSubscription,
  type PushSubscriptions,
} from '../../../ports/push-subscriptions.ts';

/** Remembers browsers for one test. */
export class MemoryPushSubscriptions implements PushSubscriptions {
  readonly #roleOf: (userId: UserId) => StaffRole | null;
  readonly #rows: { readonly userId: UserId; readonly subscription: PushSubscription }[] = [];

  readonly lines: AuditEntry[] = [];

  /** `roleOf` is null for whoever may not sign in. */
  constructor(roleOf: (userId: UserId) => StaffRole | null = () => 'admin') {
    this.#roleOf = roleOf;
  }

  async save(userId: UserId, subscription: PushSubscription, line: AuditEntry): Promise<void> {
    this.lines.push(line);
    await this.forget(subscription.endpoint);
    this.#rows.push({ userId, subscription });
    const own = this.#rows.filter((row) => row.userId === userId);
    for (const { subscription: old } of own.slice(0, -MAX_PUSH_SUBSCRIPTIONS))
      await this.forget(old.endpoint);
  }

  async remove(userId: UserId, endpoint: string, line: AuditEntry): Promise<void> {
    this.lines.push(line);
    this.#drop((row) => row.userId === userId && row.subscription.endpoint === endpoint);
  }

  async ofRoles(roles: readonly StaffRole[]): Promise<readonly PushSubscription[]> {
    return this.#rows
      .filter(({ userId }) => roles.some((role) => role === this.#roleOf(userId)))
      .map(({ subscription }) => subscription);
  }

  async forget(endpoint: string): Promise<void> {
    this.#drop((row) => row.subscription.endpoint === endpoint);
  }

  #drop(gone: (row: { userId: UserId; subscription: PushSubscription }) => boolean): void {
    for (const row of this.#rows.filter(gone)) this.#rows.splice(this.#rows.indexOf(row), 1);
  }
}
