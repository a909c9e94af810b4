import { queryOptions, useQuery } from '@tanstack/react-query';
import type { me } from '@http/me/contract.ts';
import { call, rawRequest, type Answer } from './client.ts';

export type Me = Answer<typeof me>;
export type Role = Me['role'];

/** Who is signed in; fails with status 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call<typeof me>({ method: 'GET', path: '/functions/me', signal }),
  staleTime: 5 * 60_000,
  retry: false,
});

export const useMe = () => useQuery({ ...meQuery, enabled: false });

const post = (path: string, body: unknown) =>
  rawRequest(
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    true,
  );

/** Answers whether a second factor is still to come. */
export async function signIn(
  email: string,
  password: string,
): Promise<{ readonly needsCode: boolean }> {
  const answer = (await post('/auth/sign-in/email', { email, password })) as {
    twoFactorRedirect?: boolean;
  } | null;
  return { needsCode: answer?.twoFactorRedirect === true };
}
export const verifyCode = (code: string) => post('/auth/two-factor/verify-totp', { code });
/** One of the codes kept for a lost phone; each works once. */
export const verifyBackupCode = (code: string) =>
  post('/auth/two-factor/verify-backup-code', { code });
/** The link opens a page of the dashboard, which then consumes it. */
export const sendMagicLink = (email: string) =>
  post('/auth/sign-in/magic-link', { email, callbackURL: '/' });
export const signOut = () => post('/auth/sign-out', {});
