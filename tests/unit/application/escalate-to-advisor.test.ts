import { beforeEach, describe, expect, it } from 'vitest';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import { aConversationId, aUserId } from '../../support/builders.ts';
import { createHarness, RecordingNotifier, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const SUPPORT: Actor = { kind: 'staff', userId: aUserId(), role: 'support' };
/** A second way to hear of alerts. */
class OtherNotifier extends RecordingNotifier {
  override readonly name = 'other' as never;
}

let lea: Harness;
let other: OtherNotifier;
let conversationId: ConversationId;
beforeEach(async () => {
  const notifier = new RecordingNotifier();
  other = new OtherNotifier();
  lea = createHarness({
    adapters: {
      notifiers: [notifier, other],
      notifierNames: [notifier.name, other.name],
    },
  });
  await say(lea, PHONE, 'Bonjour');
  conversationId = lea.store.conversations.all()[0]!.id;
});

const call = (reason: string, actor: Actor = SUPPORT) =>
  lea.parts.escalateToAdvisor.execute({ actor, conversationId, reason });
const alerts = () => lea.store.alerts.all();

describe('calling an advisor', () => {
  it('writes one alert, tells every notifier, and says who called', async () => {
    const { alertId } = await call('Elle attend depuis hier');
    await lea.settle();
    expect(alerts()).toMatchObject([
      { id: alertId, conversationId, category: 'manual', reason: 'Elle attend depuis hier' },
    ]);
    expect(other.alerts).toHaveLength(1);
    expect(lea.store.audits.all()).toMatchObject([
      { actor: SUPPORT, action: 'alert.trigger', rows: [alertId] },
    ]);
  });

  it('by hand a second time tells again, of the same alert', async () => {
    const first = await call('Une fois');
    const second = await call('Deux fois');
    await lea.settle();
    expect(second).toEqual(first);
    expect(alerts()).toHaveLength(1);
    expect(other.alerts).toHaveLength(2);
  });

  it('by Léa a second time for the same matter tells nobody twice', async () => {
    const escalation = {
      conversationId,
      category: 'send_failed',
      severity: 'handoff',
      reason: 'WhatsApp a refusé un message.',
    } as const;
    for (let time = 0; time < 2; time += 1)
      await lea.adapters.uow.run(SERVICE, (repositories) =>
        lea.parts.escalateToAdvisor.within(repositories, escalation, lea.adapters.clock.now()),
      );
    await lea.settle();
    expect(alerts()).toHaveLength(1);
    expect(other.alerts).toHaveLength(1);
  });

  it('is undone with the transaction that it is part of, and then nobody is told', async () => {
    const escalation = {
      conversationId,
      category: 'flood',
      severity: 'handoff',
      reason: '',
    } as const;
    await expect(
      lea.adapters.uow.run(SERVICE, async (repositories) => {
        await lea.parts.escalateToAdvisor.within(
          repositories,
          escalation,
          lea.adapters.clock.now(),
        );
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    await lea.settle();
    expect(alerts()).toEqual([]);
    expect(other.alerts).toEqual([]);
  });

  it('is for support and admins, about a conversation that there is', async () => {
    await expect(
      call('x', { kind: 'staff', userId: aUserId(), role: 'product_editor' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    conversationId = aConversationId();
    await expect(call('x')).rejects.toMatchObject({ code: 'conversation_not_found' });
    expect(alerts()).toEqual([]);
  });
});
