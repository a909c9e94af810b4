import type { AuditEntry } from '../domain/audit/audit-entry.ts';
import type { UserId } from '../domain/customer/customer.ts';
import type { StaffRole } from '../domain/shared/actor.ts';

/** A browser that asked to be told: where its push service is reached, and the keys that only it can read with. */
export interface PushSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Browsers of one person; older ones are forgotten first. */
export const MAX_PUSH_SUBSCRIPTIONS = 10;

/** Which browsers of the team are told of alerts. A line of the audit log is kept with the change, or neither. */
export interface PushSubscriptions {
  /** Again is fine. A browser tells one person: who asks last. */
  save(userId: UserId, subscription: PushSubscription, line: AuditEntry): Promise<void>;
  /** One's own only; unknown is fine. */
  remove(userId: UserId, endpoint: string, line: AuditEntry): Promise<void>;
  /** Of everybody who may sign in and has one of these roles. */
  ofRoles(roles: readonly StaffRole[]): Promise<readonly PushSubscription[]>;
  /** The push service knows it no more. */
  forget(endpoint: string): Promise<void>;
}
