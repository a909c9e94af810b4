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

/** One endpoint of a sign-in of our own, for the API's document; schemas are JSON Schema. */
export interface SignInEndpoint {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** Answered without a session. */
  readonly open: boolean;
  /** Leads a browser on instead of answering with JSON. */
  readonly redirects: boolean;
  readonly parameters: readonly Readonly<Record<string, unknown>>[];
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly answer: Readonly<Record<string, unknown>>;
}
