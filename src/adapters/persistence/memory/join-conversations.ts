import { doubled } from '../../../domain/conversation/alert.ts';
import { ending, joined } from '../../../domain/conversation/ownership.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { MemoryStore } from './memory-store.ts';

/** The kept person's open conversation goes on, with all that is in the other's, which is closed. */
export function joinOpenConversations(
  store: MemoryStore,
  kept: UserId,
  other: UserId,
  now: Date,
): void {
  const [stays, goes] = [kept, other].map((userId) =>
    store.conversations.by('userId', userId).find(({ status }) => status === 'open'),
  );
  if (stays === undefined || goes === undefined) return;
  const moved = { conversationId: stays.id };
  const open = [stays, goes].flatMap(({ id }) =>
    store.alerts.by('conversationId', id).filter(({ handledAt }) => handledAt === null),
  );
  for (const id of doubled(open)) store.alerts.update(id, { handledAt: now });
  for (const { id } of store.messages.by('conversationId', goes.id))
    store.messages.update(id, moved);
  for (const { id } of store.alerts.by('conversationId', goes.id)) store.alerts.update(id, moved);
  for (const { id } of store.turns.by('conversationId', goes.id)) store.turns.update(id, moved);
  for (const { id } of store.recommendations.by('conversationId', goes.id))
    store.recommendations.update(id, moved);
  for (const note of store.notes.all().filter(({ conversationId }) => conversationId === goes.id))
    store.notes.update(note.id, moved);
  const [before, after] = [store.marks.get(stays.id), store.marks.get(goes.id)];
  if (before !== undefined || after !== undefined)
    store.marks.upsert({
      id: stays.id,
      labels: [...new Set([...(before?.labels ?? []), ...(after?.labels ?? [])])].toSorted(),
      snoozedUntil: before?.snoozedUntil ?? null,
    });
  store.conversations.update(stays.id, {
    ...joined(stays, goes),
    dialogue: goes.lastMessageAt > stays.lastMessageAt ? goes.dialogue : stays.dialogue,
    summary: stays.summary ?? goes.summary,
    lastMessageAt: latest(stays.lastMessageAt, goes.lastMessageAt),
    lastInboundAt: latest(stays.lastInboundAt, goes.lastInboundAt),
    unreadCount: stays.unreadCount + goes.unreadCount,
    dueAt: earliest(stays.dueAt, goes.dueAt),
  });
  store.conversations.update(goes.id, {
    ...ending(now),
    dueAt: null,
    leaseOwner: null,
    leaseExpiresAt: null,
    unreadCount: 0,
  });
}

function latest<D extends Date | null>(a: D, b: D): D {
  return a === null || (b !== null && b > a) ? b : a;
}
const earliest = (a: Date | null, b: Date | null): Date | null =>
  a === null || (b !== null && b < a) ? b : a;
