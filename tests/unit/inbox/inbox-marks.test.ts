import { describe, expect, it } from 'vitest';
import { Presence } from '../../../src/adapters/http/staff/presence.ts';
import { LabelConversation } from '../../../src/application/inbox/label-conversation.ts';
import { SnoozeConversation } from '../../../src/application/inbox/snooze-conversation.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import type { InboxMarks } from '../../../src/ports/inbox-marks.ts';

const conversationId = 'c' as ConversationId;
const now = new Date('2026-11-23T08:00:00Z');

/** Marks on one conversation, `c`. */
function marksOfOne(): InboxMarks & { labels: readonly string[]; until: Date | null } {
  return {
    labels: [],
    until: null,
    async setLabels(_actor, id, labels) {
      this.labels = labels;
      return id === conversationId;
    },
    async setSnooze(_actor, id, until) {
      this.until = until;
      return id === conversationId;
    },
    clearUnread: async () => true,
    addNote: async () => true,
  };
}

describe('labels', () => {
  it('takes spellings that differ in case or blanks for one', async () => {
    const marks = marksOfOne();
    const labels = ['Peau  sèche', 'peau sèche', ' VIP '];
    await new LabelConversation({ marks }).execute({ actor: SERVICE, conversationId, labels });
    expect(marks.labels).toEqual(['Peau sèche', 'VIP']);
  });

  it('says when the conversation is not there', async () => {
    const command = { actor: SERVICE, conversationId: 'other' as ConversationId, labels: [] };
    const labelling = new LabelConversation({ marks: marksOfOne() }).execute(command);
    await expect(labelling).rejects.toMatchObject({ code: 'conversation_not_found' });
  });
});

describe('snooze', () => {
  const snooze = (until: Date | null, marks = marksOfOne()) =>
    new SnoozeConversation({ marks, clock: { now: () => now } })
      .execute({ actor: SERVICE, conversationId, until })
      .then(() => marks.until);

  it('keeps the instant, and null brings the conversation back', async () => {
    const tomorrow = new Date('2026-11-24T07:00:00Z');
    expect(await snooze(tomorrow)).toEqual(tomorrow);
    expect(await snooze(null)).toBeNull();
  });

  it.each(['2026-11-23T08:00:00Z', '2027-03-01T08:00:00Z'])('refuses %s', async (until) => {
    await expect(snooze(new Date(until))).rejects.toMatchObject({ code: 'invalid_snooze' });
  });
});

describe('presence', () => {
  it('shows colleagues in the same conversation until they are silent for a while', () => {
    let at = now;
    const presence = new Presence({ now: () => at });
    expect(presence.look('marc', 'c', true)).toEqual([]);
    expect(presence.look('aicha', 'c', false)).toEqual([{ userId: 'marc', writing: true }]);
    expect(presence.look('aicha', 'd', false)).toEqual([]);
    at = new Date(now.getTime() + 21_000);
    expect(presence.look('aicha', 'c', false)).toEqual([]);
  });

  it('forgets who leaves', () => {
    const presence = new Presence({ now: () => now });
    presence.look('marc', 'c', false);
    presence.look('marc', null, false);
    expect(presence.look('aicha', 'c', false)).toEqual([]);
  });
});
