import { queryOptions } from '@tanstack/react-query';
import { queryClient } from './query-client.ts';
import { rawRequest } from './client.ts';

/** What the library that does sign-in says of one's own account; it has no contract of ours. */
interface OwnSession {
  readonly session: { readonly id: string };
  readonly user: {
    readonly email: string;
    readonly twoFactorEnabled: boolean | null;
    readonly twoFactorRequired: boolean | null;
  };
}
export interface Device {
  readonly id: string;
  readonly token: string;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
  readonly updatedAt: string;
}
export interface Enrolment {
  /** `otpauth://…`, for the QR code. */
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

const get = async <T>(path: string, signal: AbortSignal): Promise<T> =>
  (await rawRequest(path, { headers: { accept: 'application/json' }, signal }, true)) as T;
const post = async <T>(path: string, body: object): Promise<T> =>
  (await rawRequest(
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    true,
  )) as T;

/** Null when nobody is signed in. */
export const ownSessionQuery = queryOptions({
  queryKey: ['account', 'session'],
  queryFn: ({ signal }) => get<OwnSession | null>('/auth/get-session', signal),
});
export const devicesQuery = queryOptions({
  queryKey: ['account', 'devices'],
  queryFn: ({ signal }) => get<readonly Device[]>('/auth/list-sessions', signal),
});
export const refreshAccount = () => queryClient.invalidateQueries({ queryKey: ['account'] });

/** An account without a password of its own gives none. */
const withPassword = (password: string) => (password === '' ? {} : { password });

export const beginEnrolment = (password: string) =>
  post<Enrolment>('/auth/two-factor/enable', withPassword(password));
export const confirmEnrolment = (code: string) => post('/auth/two-factor/verify-totp', { code });
export const removeSecondFactor = (password: string) =>
  post('/auth/two-factor/disable', withPassword(password));
export const newBackupCodes = (password: string) =>
  post<Pick<Enrolment, 'backupCodes'>>(
    '/auth/two-factor/generate-backup-codes',
    withPassword(password),
  );
export const endDevice = (token: string) => post('/auth/revoke-session', { token });
export const endOtherDevices = () => post('/auth/revoke-other-sessions', {});
export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true });

export const askPasswordMail = (email: string) => post('/auth/request-password-reset', { email });
export const resetPassword = (token: string, newPassword: string) =>
  post('/auth/reset-password', { token, newPassword });
