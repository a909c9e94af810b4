import type { UserId } from '../customer/customer.ts';
import type { Conversation } from './conversation.ts';

/**
 * Who has a conversation, and whether it is open: the only part of it that these rules change. The table of
 * states is docs/conversation.md; persistence writes what comes out and decides nothing.
 */
export type Ownership = Pick<
  Conversation,
  'status' | 'endedAt' | 'mode' | 'assignedTo' | 'humanSince'
>;

/** Léa's, and nobody is waited for. */
const LEA = { mode: 'assistant', assignedTo: null, humanSince: null } as const;

/** An advisor is called: Léa falls silent at once. Whoever is waited for, or has it, goes on being so. */
export const escalated = <C extends Ownership>(conversation: C, now: Date): C =>
  conversation.mode === 'assistant'
    ? { ...conversation, mode: 'waiting', humanSince: now }
    : conversation;

/**
 * A human has it from now on, reopened where it was closed. `advisor` null: somebody without an account here
 * (the shop's phone, Slack, a program), beside whom an assigned advisor stays.
 */
export const takenOver = <C extends Ownership>(
  conversation: C,
  advisor: UserId | null,
  now: Date,
): C => ({
  ...conversation,
  status: 'open',
  endedAt: null,
  mode: 'human',
  assignedTo: advisor ?? conversation.assignedTo,
  humanSince: now,
});

/** It is Léa's again: handed back by a human, or after a human's silence. */
export const returned = <C extends Ownership>(conversation: C): C => ({ ...conversation, ...LEA });

/** Over; the customer's next message opens a new one, with Léa. */
export const closed = <C extends Ownership>(conversation: C, now: Date): C =>
  conversation.status === 'closed' ? conversation : { ...conversation, ...ending(now) };

/** What closing makes of any conversation that was open, for those that are closed unread. */
export const ending = (now: Date): Ownership => ({ ...LEA, status: 'closed', endedAt: now });

const NEARNESS: Readonly<Record<Conversation['mode'], number>> = {
  assistant: 0,
  waiting: 1,
  human: 2,
};

/** Two open conversations turn out to be one person's and become one: it is whose a human's was. */
export const joined = <C extends Ownership>(kept: C, other: Ownership): C => {
  const { mode, assignedTo, humanSince } =
    NEARNESS[other.mode] > NEARNESS[kept.mode] ? other : kept;
  return {
    ...kept,
    mode,
    humanSince,
    assignedTo: assignedTo ?? (mode === 'human' ? other.assignedTo : null),
  };
};

/** Whether the human who has it, or is waited for, has said nothing since `before`. */
export const isSilent = (
  { status, mode, humanSince }: Pick<Ownership, 'status' | 'mode' | 'humanSince'>,
  before: Date,
): boolean =>
  status === 'open' && mode !== 'assistant' && humanSince !== null && humanSince < before;
