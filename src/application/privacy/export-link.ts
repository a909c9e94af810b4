import { ONE_TIME_PATH } from '../../domain/privacy/one-time-link.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';
import type { PrivacyDeps } from './privacy-deps.ts';

const VALID_MS = 86_400_000;

/** A link that works once, for 24 hours; only the token's hash is kept. */
export async function exportLink(
  repositories: Repositories,
  deps: PrivacyDeps,
  userId: UserId,
  now: Date,
): Promise<string> {
  const token = deps.ids.code(32);
  await repositories.erasure.addExportLink({
    tokenHash: deps.hash.of(token),
    userId,
    expiresAt: new Date(now.getTime() + VALID_MS),
  });
  return `${deps.publicUrl}${ONE_TIME_PATH}${token}`;
}
