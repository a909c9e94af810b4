import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import {
  doorTrace,
  type AuditEntry,
  type SignInAction,
} from '../../../domain/audit/audit-entry.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Actor, Origin } from '../../../domain/shared/actor.ts';
import type { StaffDirectory } from '../shared/staff-directory.ts';
import { asAddress } from '../../network/as-address.ts';
import { CLIENT_ADDRESS_HEADER } from './client-address-header.ts';
import { personAtTheDoor } from './person-at-the-door.ts';

export interface AuditSignInDeps {
  readonly directory: StaffDirectory;
  readonly record: (line: AuditEntry) => Promise<void>;
  /** The account with an address; asked for known and unknown ones alike, so that both take the same time. */
  readonly accountOf: (email: string) => Promise<UserId | null>;
}

/** What is known of who asks, by request; it goes with the request. */
interface Door {
  /** Whose session it came with, or who owes the second factor. */
  readonly person: { readonly id: UserId; readonly signedIn: boolean } | null;
  /** Who was let in, before a second factor was asked for. */
  entered: UserId | null;
}

/** What somebody who is signed in does to their own account. */
const OF_ACCOUNT: Readonly<Record<string, SignInAction>> = {
  '/sign-out': 'sign_out',
  '/revoke-session': 'session.revoked',
  '/revoke-sessions': 'session.revoked',
  '/revoke-other-sessions': 'session.revoked',
  '/change-password': 'password.changed',
  '/two-factor/enable': 'two_factor.enrolled',
  '/two-factor/disable': 'two_factor.disabled',
  '/two-factor/get-totp-uri': 'two_factor.secret_shown',
  '/two-factor/generate-backup-codes': 'two_factor.codes_renewed',
};
const ENTRIES = new Set([
  '/sign-in/email',
  '/magic-link/verify',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
]);
const REQUESTS: Readonly<Record<string, SignInAction>> = {
  '/sign-in/magic-link': 'sign_in.link_requested',
  '/request-password-reset': 'password.reset_requested',
};
const RESET = '/reset-password';

/**
 * One line of the audit log for what happens at the door. The first plugin must stand before all others and the last
 * one behind them: a second factor is asked for in between. The line is written before the answer goes out.
 */
export function auditSignIn({ directory, record, accountOf }: AuditSignInDeps) {
  const doors = new WeakMap<Request, Door>();
  const reset = new WeakMap<Request, UserId>();
  const watched = (ctx: { readonly path?: string | undefined }): boolean =>
    ctx.path !== undefined &&
    (ENTRIES.has(ctx.path) || ctx.path === RESET || ctx.path in OF_ACCOUNT || ctx.path in REQUESTS);

  const first = {
    id: 'audit-first',
    hooks: {
      before: [
        {
          matcher: watched,
          handler: createAuthMiddleware(async (ctx) => {
            if (ctx.request === undefined) return;
            doors.set(ctx.request, { person: await personAtTheDoor(ctx), entered: null });
          }),
        },
      ],
      after: [
        {
          matcher: watched,
          handler: createAuthMiddleware(async (ctx) => {
            const door = ctx.request === undefined ? undefined : doors.get(ctx.request);
            if (door !== undefined)
              door.entered = (ctx.context.newSession?.user.id ?? null) as UserId | null;
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;

  const last = {
    id: 'audit-last',
    hooks: {
      after: [
        {
          matcher: watched,
          handler: createAuthMiddleware(async (ctx) => {
            const { request, path, context } = ctx;
            const door = request === undefined ? undefined : doors.get(request);
            if (request === undefined || door === undefined) return;
            const failure = failureOf(context.returned);
            const email = (ctx.body as { readonly email?: unknown } | undefined)?.email;
            const seen: Seen = {
              path,
              failure,
              person: door.person,
              entered: door.entered,
              isIn: context.newSession != null,
              resetBy: reset.get(request) ?? null,
            };
            const what = lineOf(seen);
            if (what === null) return;
            const account =
              what.account ?? (typeof email === 'string' ? await accountOf(email) : null);
            const from: Origin = {
              channel: 'dashboard',
              address: asAddress(ctx.headers?.get(CLIENT_ADDRESS_HEADER) ?? ''),
            };
            const actor = what.proven
              ? await actorOf(account, from)
              : { kind: 'anonymous' as const, from };
            await record(doorTrace(actor, what.action, account, what.outcome));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;

  async function actorOf(id: UserId | null, from: Origin): Promise<Actor> {
    const staff = id === null ? null : await directory.find(id);
    return staff === null
      ? { kind: 'anonymous', from }
      : { kind: 'staff', userId: staff.userId, role: staff.role, from };
  }

  return {
    first,
    last,
    /** The library says whose password was reset, and its answer does not. */
    passwordReset: (userId: string, request: Request | undefined): void => {
      if (request !== undefined) reset.set(request, userId as UserId);
    },
  };
}

interface Seen {
  readonly path: string;
  readonly failure: Failure | null;
  readonly person: Door['person'];
  readonly entered: UserId | null;
  readonly isIn: boolean;
  readonly resetBy: UserId | null;
}
interface What {
  readonly action: SignInAction;
  readonly outcome: AuditEntry['outcome'];
  readonly account: UserId | null;
  /** Whether it was shown that it is their account. */
  readonly proven: boolean;
}

/** Null for what says nothing: a request that was malformed, or had no session to end. */
function lineOf({ path, failure, person, entered, isIn, resetBy }: Seen): What | null {
  const outcome = failure === null ? 'done' : 'failed';
  if (failure?.malformed === true) return null;
  const ofAccount = OF_ACCOUNT[path];
  if (ofAccount !== undefined)
    return person?.signedIn === true
      ? { action: ofAccount, outcome, account: person.id, proven: true }
      : null;
  if (path === RESET)
    return { action: 'password.reset', outcome, account: resetBy, proven: resetBy !== null };
  const request = REQUESTS[path];
  if (request !== undefined)
    return failure === null ? { action: request, outcome, account: null, proven: false } : null;

  if (person?.signedIn === true && path.startsWith('/two-factor/'))
    return { action: 'two_factor.enabled', outcome, account: person.id, proven: true };
  if (entered !== null)
    return isIn
      ? { action: 'sign_in.succeeded', outcome: 'done', account: entered, proven: true }
      : { action: 'sign_in.code_asked', outcome: 'done', account: entered, proven: false };
  return {
    action: 'sign_in.failed',
    outcome: 'failed',
    account: person?.id ?? null,
    proven: false,
  };
}

interface Failure {
  readonly malformed: boolean;
}

/** A redirect is thrown as well, and is no failure by itself. */
function failureOf(returned: unknown): Failure | null {
  if (!isAPIError(returned) || returned.statusCode < 400) return null;
  const code = (returned.body as { readonly code?: unknown } | undefined)?.code;
  return { malformed: code === 'VALIDATION_ERROR' || code === 'INVALID_EMAIL' };
}
