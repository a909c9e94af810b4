import type { UserId } from '../../domain/customer/customer.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';
import type { PrivacyMeans } from './privacy-means.ts';

const VALID_MS = 86_400_000;

/** A link that works once, for 24 hours; only the token's hash is kept. */
export async function exportLink(
  repositories: Repositories,
  means: PrivacyMeans,
  userId: UserId,
  now: Date,
): Promise<string> {
  const token = means.ids.code(32);
  await repositories.erasure.addExportLink({
    tokenHash: means.hash.of(token),
    userId,
    expiresAt: new Date(now.getTime() + VALID_MS),
  });
  return `${means.publicUrl}/mes-donnees/${token}`;
}
