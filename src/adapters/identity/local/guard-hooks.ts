import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { AccountLimits, CountedAttempt } from './account-limits.ts';
import { weaknessOf } from './password-policy.ts';

const COUNTED: Readonly<Record<string, CountedAttempt>> = {
  '/sign-in/email': 'password',
  '/sign-in/magic-link': 'mail',
  '/request-password-reset': 'mail',
};
const SETS_PASSWORD = new Set(['/reset-password', '/change-password']);

/**
 * What we ask beyond the library: text that can be stored, a limit for each account, no password that everybody
 * has.
 */
export function guardHooks(limits: AccountLimits) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      [ctx.query, ctx.params, ctx.body].forEach(refuseNul);
      const body = (ctx.body ?? {}) as Readonly<Record<string, unknown>>;
      const counted = COUNTED[ctx.path];
      if (counted !== undefined && typeof body['email'] === 'string') {
        await count(limits, counted, body['email']);
      }
      if (SETS_PASSWORD.has(ctx.path) && typeof body['newPassword'] === 'string') {
        // Too short and too long are the library's to say.
        if (weaknessOf(body['newPassword']) === 'too_common') {
          throw new APIError('BAD_REQUEST', {
            code: 'PASSWORD_TOO_COMMON',
            message: 'This password is too easy to guess.',
          });
        }
      }
    }),
    after: createAuthMiddleware(async (ctx) => {
      if (ctx.path !== '/sign-in/email' || ctx.context.newSession == null) return;
      await limits.clear('password', ctx.context.newSession.user.email);
    }),
  };
}

/** PostgreSQL stores no NUL, and the library would hand it on. */
function refuseNul(fields: object | undefined): void {
  for (const [name, value] of Object.entries(fields ?? {})) {
    if ([value].flat().some((part) => typeof part === 'string' && part.includes('\0')))
      throw new APIError('BAD_REQUEST', {
        code: 'INVALID_REQUEST',
        message: `${name.replaceAll('\0', '')} must not contain the character NUL.`,
      });
  }
}

async function count(limits: AccountLimits, kind: CountedAttempt, email: string): Promise<void> {
  const wait = await limits.count(kind, email);
  if (wait === null) return;
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts for this account. Try again later.' },
    { 'Retry-After': String(wait) },
  );
}
