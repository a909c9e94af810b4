import type { Language, UserId } from '../../domain/customer/customer.ts';
import type { RequestedBy } from '../../ports/repositories/erasure.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';
import { oweMediaPurge } from './owe-media-purge.ts';
import type { PrivacyMeans } from './privacy-means.ts';

const DAY_MS = 86_400_000;
/** Late redeliveries of an erased person create nobody for this long. */
const REMEMBER_KEYS_MS = 30 * DAY_MS;
/** The hash in the deletion log proves the erasure for this long: three years, the usual limitation of claims. */
const PROOF_MS = 3 * 365 * DAY_MS;

/**
 * Erases everything about a person within the caller's transaction, keeps one line of proof without personal
 * data, and owes one confirmation when an address is given. Answers rows per table.
 */
export async function erasePerson(
  repositories: Repositories,
  means: PrivacyMeans,
  request: {
    readonly userId: UserId;
    readonly requestedBy: RequestedBy;
    readonly confirmTo: { readonly chatId: string; readonly language: Language } | null;
  },
): Promise<Readonly<Record<string, number>>> {
  const now = means.clock.now();
  const { erasure, jobs } = repositories;
  const traces = await erasure.traces(request.userId);
  const consents = await erasure.consentsOf(request.userId);
  const counts = await erasure.purge(request.userId);
  await erasure.rememberKeys(
    traces.providerIds.map((id) => means.hash.of(id)),
    new Date(now.getTime() + REMEMBER_KEYS_MS),
  );
  await erasure.log({
    id: means.ids.uuid(),
    subjectHash: means.hash.of(traces.aliases[0] ?? request.userId),
    deletedAt: now,
    requestedBy: request.requestedBy,
    counts,
    consents,
    hashExpiresAt: new Date(now.getTime() + PROOF_MS),
  });
  const { files } = traces;
  await oweMediaPurge(repositories, { id: means.ids.uuid(), userId: request.userId, files });
  if (request.confirmTo !== null) {
    const id = means.ids.uuid();
    await erasure.oweConfirmation({ id, ...request.confirmTo });
    await jobs.enqueue({ name: 'confirm-erasure', data: { confirmationId: id } });
  }
  return counts;
}
