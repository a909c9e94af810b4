import { describe, expect, it } from 'vitest';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import {
  closed,
  escalated,
  isSilent,
  joined,
  returned,
  takenOver,
  type Ownership,
} from '../../../src/domain/conversation/ownership.ts';

const BEFORE = new Date('2026-11-24T08:00:00Z');
const NOW = new Date('2026-11-24T09:00:00Z');
const awa = 'awa' as UserId;
const serge = 'serge' as UserId;

const OPEN = { status: 'open', endedAt: null } as const;
const STATES = {
  assistant: { ...OPEN, mode: 'assistant', assignedTo: null, humanSince: null },
  waiting: { ...OPEN, mode: 'waiting', assignedTo: null, humanSince: BEFORE },
  human: { ...OPEN, mode: 'human', assignedTo: awa, humanSince: BEFORE },
  closed: {
    status: 'closed',
    endedAt: BEFORE,
    mode: 'assistant',
    assignedTo: null,
    humanSince: null,
  },
} satisfies Record<string, Ownership>;
const LEAS = STATES.assistant;
const ENDED = { ...STATES.closed, endedAt: NOW };
const taken = (by: UserId | null): Ownership => ({
  ...OPEN,
  mode: 'human',
  assignedTo: by,
  humanSince: NOW,
});

const TABLE: readonly [string, (state: Ownership) => Ownership, Record<string, Ownership>][] = [
  [
    'an advisor is called',
    (state) => escalated(state, NOW),
    {
      assistant: { ...STATES.waiting, humanSince: NOW },
      waiting: STATES.waiting,
      human: STATES.human,
    },
  ],
  [
    'an advisor takes over',
    (state) => takenOver(state, serge, NOW),
    { assistant: taken(serge), waiting: taken(serge), human: taken(serge), closed: taken(serge) },
  ],
  [
    'the shop answers from its phone',
    (state) => takenOver(state, null, NOW),
    { assistant: taken(null), waiting: taken(null), human: taken(awa) },
  ],
  ['it is handed back', returned, { assistant: LEAS, waiting: LEAS, human: LEAS }],
  [
    'it is closed',
    (state) => closed(state, NOW),
    { assistant: ENDED, waiting: ENDED, human: ENDED, closed: STATES.closed },
  ],
];

describe.each(TABLE)('when %s', (_what, rule, outcomes) => {
  it.each(Object.entries(outcomes))('%s becomes what the table says', (state, outcome) => {
    expect(rule(STATES[state as keyof typeof STATES])).toEqual(outcome);
  });
});

describe('the silence of a human', () => {
  it('counts from their last word, or from when they were called', () => {
    expect(isSilent(STATES.human, NOW)).toBe(true);
    expect(isSilent(STATES.waiting, NOW)).toBe(true);
    expect(isSilent(STATES.human, BEFORE)).toBe(false);
  });

  it("is nobody's while Léa has it, or once it is closed", () => {
    expect(isSilent(STATES.assistant, NOW)).toBe(false);
    expect(isSilent({ ...STATES.human, status: 'closed' }, NOW)).toBe(false);
  });
});

it('leaves everything else of a conversation as it was', () => {
  const conversation = { ...STATES.waiting, chatId: '241…@s.whatsapp.net' };
  expect(takenOver(conversation, awa, NOW).chatId).toBe(conversation.chatId);
});

describe('two open conversations of one person', () => {
  const { assistant, waiting, human } = STATES;
  it('become the one that a human is nearest to', () => {
    expect(joined(assistant, human)).toEqual(human);
    expect(joined(assistant, waiting)).toEqual(waiting);
    expect(joined(waiting, human)).toEqual(human);
    expect(joined(human, waiting)).toEqual(human);
    expect(joined(human, assistant)).toEqual(human);
    expect(joined(assistant, assistant)).toEqual(assistant);
  });

  it('stay with whoever took one of them', () => {
    const nobodys = { ...human, assignedTo: null };
    expect(joined(nobodys, human)).toEqual(human);
    expect(joined({ ...human, assignedTo: serge }, human).assignedTo).toBe(serge);
    expect(joined(waiting, { ...assistant }).assignedTo).toBeNull();
  });
});
