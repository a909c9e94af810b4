import { describe, expect, it } from 'vitest';
import { Presence } from '../../../src/adapters/http/inbox/presence.ts';
import { LabelConversation } from '../../../src/application/inbox/label-conversation.ts';
import { SnoozeConversation } from '../../../src/application/inbox/snooze-conversation.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { createHarness, say } from '../../support/harness.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const missing = 'other' as ConversationId;

async function oneConversation() {
  const harness = createHarness();
  await say(harness, '+24177000001', 'Bonjour');
  const [conversation] = harness.store.conversations.all();
  const marks = () => harness.store.marks.get(conversation!.id);
  return { harness, conversationId: conversation!.id, marks };
}

describe('labels', () => {
  it('takes spellings that differ in case or blanks for one', async () => {
    const { harness, conversationId, marks } = await oneConversation();
    const labels = ['Peau  sèche', 'peau sèche', ' VIP '];
    const command = { actor: SERVICE, conversationId, labels };
    await new LabelConversation(harness.adapters).execute(command);
    expect(marks()?.labels).toEqual(['Peau sèche', 'VIP']);
  });

  it('says when the conversation is not there', async () => {
    const { harness } = await oneConversation();
    const command = { actor: SERVICE, conversationId: missing, labels: [] };
    await expect(new LabelConversation(harness.adapters).execute(command)).rejects.toMatchObject({
      code: 'conversation_not_found',
    });
  });
});

describe('snooze', () => {
  const snooze = async (until: Date | null) => {
    const { harness, conversationId, marks } = await oneConversation();
    const command = { actor: SERVICE, conversationId, until };
    await new SnoozeConversation({ ...harness.adapters, clock: { now: () => now } }).execute(
      command,
    );
    return marks()?.snoozedUntil;
  };

  it('keeps the instant, and null brings the conversation back', async () => {
    const tomorrow = new Date('2026-11-25T07:00:00Z');
    expect(await snooze(tomorrow)).toEqual(tomorrow);
    expect(await snooze(null)).toBeNull();
  });

  it.each(['2026-11-24T08:00:00Z', '2027-03-01T08:00:00Z'])('refuses %s', async (until) => {
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
