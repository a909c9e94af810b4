import type { UserId } from '../domain/customer/customer.ts';
import type { StaffRole } from '../domain/shared/actor.ts';

export interface StaffIdentity {
  readonly userId: UserId;
  readonly role: StaffRole;
  readonly name: string | null;
}

/** Who is calling. The role is the database's at the time of the call, never the token's. */
export interface Identity {
  /** Null when the token is not valid (wrong signature, expired, revoked, disabled account). */
  verifyToken(token: string): Promise<StaffIdentity | null>;
  /** Null when the request's cookies hold no valid session. */
  verifySession(
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  ): Promise<StaffIdentity | null>;
}
