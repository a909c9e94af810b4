import {
  newerConversation,
  type Conversation,
  type ConversationId,
} from '../../../domain/conversation/conversation.ts';
import { ending, isSilent } from '../../../domain/conversation/ownership.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { NEW_DIALOGUE } from '../../../domain/conversation/dialogue-state.ts';
import type { Lease } from '../../../ports/conversation-queue.ts';
import type { Conversations } from '../../../ports/repositories/conversations.ts';
import type { MemoryStore } from './memory-store.ts';
import type { ConversationRow } from './rows.ts';

type Opening = Parameters<Conversations['ensureOpen']>[0][number];
type ScheduleEntry = Parameters<Conversations['schedule']>[0][number];

export class MemoryConversations implements Conversations {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async ensureOpen(
    openings: readonly Opening[],
    now: Date,
    staleBefore: Date,
  ): Promise<readonly { readonly id: ConversationId; readonly created: boolean }[]> {
    return openings.map((opening) => {
      const open = this.#openOf(opening.userId);
      if (open !== undefined && open.lastMessageAt >= staleBefore) {
        if (opening.rebuilt !== true)
          this.#store.conversations.update(open.id, { chatId: opening.chatId });
        return { id: open.id, created: false };
      }
      if (open !== undefined) this.#store.conversations.update(open.id, ending(now));
      this.#open(opening, now);
      return { id: opening.newId, created: true };
    });
  }

  #openOf(userId: UserId): ConversationRow | undefined {
    return this.#store.conversations.by('userId', userId).find(({ status }) => status === 'open');
  }

  #open(opening: Opening, now: Date): void {
    this.#store.customers.mustHave(opening.userId);
    this.#store.conversations.insert({
      id: opening.newId,
      userId: opening.userId,
      status: 'open',
      mode: 'assistant',
      assignedTo: null,
      chatId: opening.chatId,
      startedAt: now,
      endedAt: null,
      lastInboundAt: null,
      humanSince: null,
      summary: null,
      dialogue: NEW_DIALOGUE,
      lastMessageAt: now,
      unreadCount: 0,
      dueAt: null,
      burstStartedAt: null,
      leaseOwner: null,
      leaseExpiresAt: null,
      fence: 0,
      attempts: 0,
      deadAt: null,
    });
  }

  async get(id: ConversationId): Promise<Conversation | null> {
    const row = this.#store.conversations.get(id);
    return row === undefined ? null : toConversation(row);
  }

  /** Transactions run one after another here, so that having read is having locked. */
  async lock(id: ConversationId): Promise<Conversation | null> {
    return this.get(id);
  }

  async lockHeld(lease: Lease): Promise<Conversation | null> {
    const row = this.#store.conversations.get(lease.conversationId);
    return row !== undefined && holds(row, lease) ? toConversation(row) : null;
  }

  async save(conversation: Conversation): Promise<void> {
    const { mode, assignedTo, status, endedAt, summary, dialogue, humanSince } = conversation;
    const owner = this.#store.conversations.get(conversation.id)?.userId ?? null;
    const open = owner === null || status === 'closed' ? undefined : this.#openOf(owner);
    if (open !== undefined && open.id !== conversation.id) throw newerConversation();
    this.#store.conversations.update(conversation.id, {
      mode,
      assignedTo,
      status,
      endedAt,
      summary,
      dialogue,
      humanSince,
    });
  }

  async schedule(entries: readonly ScheduleEntry[], maxMs: number): Promise<void> {
    const now = this.#store.clock.now();
    for (const entry of entries) {
      const row = this.#store.conversations.get(entry.id);
      if (row === undefined) continue;
      const burstStartedAt = row.burstStartedAt ?? now;
      const dueAt = waitsForWorker(row, now)
        ? row.dueAt
        : dueAfter(entry.quietMs, burstStartedAt, maxMs, now);
      this.#store.conversations.update(entry.id, {
        dueAt,
        burstStartedAt,
        unreadCount: row.unreadCount + entry.inbound,
        lastInboundAt: latest(row.lastInboundAt, entry.lastInboundAt),
        lastMessageAt: latest(row.lastMessageAt, entry.lastInboundAt) ?? row.lastMessageAt,
        ...(row.deadAt === null ? {} : { deadAt: null, attempts: 0 }),
      });
      this.#store.wakeAtCommit(dueAt ?? now);
    }
  }

  async silentHumans(before: Date, limit: number): Promise<readonly ConversationId[]> {
    return this.#store.conversations
      .all()
      .filter((row) => isSilent(row, before))
      .toSorted((a, b) => a.humanSince!.getTime() - b.humanSince!.getTime())
      .slice(0, limit)
      .map(({ id }) => id);
  }

  async closeQuiet(before: Date, now: Date, limit: number): Promise<number> {
    const quiet = this.#store.conversations
      .all()
      .filter((row) => row.status === 'open' && row.lastMessageAt < before)
      .toSorted((a, b) => a.lastMessageAt.getTime() - b.lastMessageAt.getTime())
      .slice(0, limit);
    for (const { id } of quiet) this.#store.conversations.update(id, ending(now));
    return quiet.length;
  }
}

/** Whether this lease is still the one: neither claimed by another nor given back. */
export const holds = (row: ConversationRow, lease: Lease): boolean =>
  row.leaseOwner === lease.owner && row.fence === lease.fence;

/** Whether somebody works on the conversation now. */
export const isHeld = (row: ConversationRow, now: Date): boolean =>
  row.leaseOwner !== null && row.leaseExpiresAt !== null && row.leaseExpiresAt > now;

const waitsForWorker = (row: ConversationRow, now: Date): boolean =>
  row.dueAt !== null && row.dueAt <= now && !isHeld(row, now);

function dueAfter(quietMs: number, burstStartedAt: Date, maxMs: number, now: Date): Date {
  return new Date(Math.min(now.getTime() + quietMs, burstStartedAt.getTime() + maxMs));
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function toConversation(row: ConversationRow): Conversation {
  const {
    id,
    userId,
    status,
    mode,
    assignedTo,
    chatId,
    startedAt,
    endedAt,
    lastInboundAt,
    humanSince,
    summary,
    dialogue,
  } = row;
  return {
    id,
    userId,
    status,
    mode,
    assignedTo,
    chatId,
    startedAt,
    endedAt,
    lastInboundAt,
    humanSince,
    summary,
    dialogue,
  };
}
