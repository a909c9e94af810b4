import type { Language, UserId } from '../domain/customer/customer.ts';
import type { AuditEntry } from '../domain/audit/audit-entry.ts';
import type { Actor, StaffRole } from '../domain/shared/actor.ts';

/** A member of staff and how they sign in. */
export interface StaffAccount {
  readonly id: UserId;
  readonly name: string | null;
  /** Null where sign-in is kept elsewhere (Supabase). */
  readonly email: string | null;
  readonly role: StaffRole;
  readonly language: Language;
  readonly disabledAt: Date | null;
  /** A code from an authenticator app is asked for at sign-in. */
  readonly twoFactorEnabled: boolean;
  /** An admin wants it: until it is enabled, the account reaches nothing else. */
  readonly twoFactorRequired: boolean;
  readonly createdAt: Date;
}

export type NewStaffAccount = Pick<StaffAccount, 'id' | 'name' | 'role' | 'language'> & {
  readonly email: string;
};

export type StaffChange = Partial<Pick<StaffAccount, 'role' | 'disabledAt' | 'twoFactorRequired'>>;

/**
 * Who works here. Reads and writes have the actor's rights; a change holds from the next request on. A line of the
 * audit
 * log that comes with a write is kept with it, or not at all.
 */
export interface StaffAccounts {
  /** False where accounts are made elsewhere (Supabase): adding then takes the id that exists there. */
  readonly makesSignIn: boolean;

  list(actor: Actor): Promise<readonly StaffAccount[]>;
  /** @throws LeaError `email_taken`, `user_exists` (409) */
  add(actor: Actor, account: NewStaffAccount, line: AuditEntry): Promise<void>;
  /**
   * Changes one account while no other admin account can change: `decide` sees it as it is now, with the
   * number of other admins who can sign in, and answers what shall be different. Disabling ends all sessions.
   * @throws LeaError `staff_not_found` (404)
   */
  change(
    actor: Actor,
    id: UserId,
    decide: (current: StaffAccount, otherAdmins: number) => StaffChange,
    line: AuditEntry,
  ): Promise<StaffAccount>;
}
