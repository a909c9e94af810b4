import type { GenericEndpointContext } from 'better-auth';
import type { UserId } from '../../../domain/customer/customer.ts';

/** The library's name of the cookie of a half-done sign-in. */
const CHALLENGE_COOKIE = 'two_factor';

/** Whose session a request comes with, or else who has shown the first factor and owes the second. */
export async function personAtTheDoor(
  ctx: GenericEndpointContext,
): Promise<{ readonly id: UserId; readonly signedIn: boolean } | null> {
  const { authCookies, secret, internalAdapter, createAuthCookie } = ctx.context;
  const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
  const session = token ? await internalAdapter.findSession(token) : null;
  if (session !== null && session.session.expiresAt.getTime() > Date.now())
    return { id: session.user.id as UserId, signedIn: true };
  const challenge = await ctx.getSignedCookie(createAuthCookie(CHALLENGE_COOKIE).name, secret);
  const owed = challenge ? await internalAdapter.findVerificationValue(challenge) : null;
  return owed === null ? null : { id: owed.value as UserId, signedIn: false };
}
