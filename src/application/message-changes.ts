import type { ChannelEvent } from '../ports/inbound-channel.ts';
import type { KeyedHash } from '../ports/keyed-hash.ts';
import type { Clock } from '../ports/clock.ts';
import type { EarlyChange } from '../ports/repositories/early-changes.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { isUrgent } from './is-urgent.ts';
import { storeEdit, type EditDeps } from './store-edit.ts';

export interface ChangeDeps extends EditDeps {
  readonly clock: Clock;
  readonly hash: KeyedHash;
  /** The quiet period that gathers a burst of messages, in milliseconds. */
  readonly burstWindowMs: number;
}

/**
 * Edits and deletions that a channel reported, in its order. What is said of a message that is not here waits for it:
 * channels keep no order. Of an erased person's message nothing is kept.
 */
export async function storeChanges(
  repositories: Repositories,
  deps: ChangeDeps,
  events: readonly ChannelEvent[],
): Promise<void> {
  const changes = events.flatMap((event) => toChange(event) ?? []);
  if (changes.length === 0) return;
  const now = deps.clock.now();
  const known = await repositories.messages.knownProviderIds(
    changes.map(({ providerId }) => providerId),
  );
  for (const change of changes)
    if (known.has(change.providerId)) await applyChange(repositories, deps, change);
  const early = changes.filter(({ providerId }) => !known.has(providerId));
  if (early.length === 0) return;
  const erased = await repositories.erasure.erasedAmong(
    early.map(({ providerId }) => deps.hash.of(providerId)),
    now,
  );
  await repositories.earlyChanges.keep(
    early.filter(({ providerId }) => !erased.has(deps.hash.of(providerId))),
    now,
  );
}

/** The message is here: it reads differently now, or was taken back. */
export async function applyChange(
  repositories: Repositories,
  deps: ChangeDeps,
  { providerId, text }: EarlyChange,
): Promise<void> {
  const now = deps.clock.now();
  if (text === null) return repositories.messages.markDeleted(providerId, now);
  const quietMs = isUrgent('text', text) ? 0 : deps.burstWindowMs;
  await storeEdit(repositories, deps, { providerId, text, quietMs }, now);
}

function toChange(event: ChannelEvent): EarlyChange | null {
  if (event.type !== 'edit' && event.type !== 'deletion') return null;
  const { providerId, chatId = null } = event;
  return { providerId, chatId, text: event.type === 'edit' ? event.text : null };
}
