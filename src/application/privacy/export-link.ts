import { ONE_TIME_PATH } from '../../domain/privacy/one-time-link.ts';
import type { PrivacyDeps } from './privacy-deps.ts';

const VALID_MS = 86_400_000;

/** A link to all that is held of a person: it works once, for 24 hours. Of its token only the hash is kept. */
export function newExportLink(
  deps: Pick<PrivacyDeps, 'ids' | 'hash' | 'publicUrl'>,
  now: Date,
): { readonly url: string; readonly tokenHash: string; readonly expiresAt: Date } {
  const token = deps.ids.code(32);
  return {
    url: `${deps.publicUrl}${ONE_TIME_PATH}${token}`,
    tokenHash: deps.hash.of(token),
    expiresAt: new Date(now.getTime() + VALID_MS),
  };
}
