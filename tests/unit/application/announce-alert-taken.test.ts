import { expect, it } from 'vitest';
import { anAlert, anAlertId } from '../../support/builders.ts';
import { createHarness, RecordingNotifier, say } from '../../support/harness.ts';

const shop = () => {
  const notifiers = [new RecordingNotifier(), new RecordingNotifier()];
  return { notifiers, lea: createHarness({ adapters: { notifiers } }) };
};

it('tells every notifier who took it, and where it is', async () => {
  const { lea, notifiers } = shop();
  await say(lea, '+24174000001', 'Bonjour');
  const conversationId = lea.store.conversations.all()[0]!.id;
  const alert = anAlert({ conversationId });
  lea.store.alerts.insert(alert);
  await lea.parts.announceAlertTaken.execute({ alertId: alert.id, advisorName: 'Chantal' });
  const told = [alert.id, 'Chantal', `https://lea.example/inbox/${conversationId}`];
  expect(notifiers.map(({ taken }) => taken)).toEqual([[told], [told]]);
});

it('leads nowhere for an alert whose conversation was erased, or that went with it', async () => {
  const { lea, notifiers } = shop();
  const orphan = anAlert({ conversationId: null });
  lea.store.alerts.insert(orphan);
  for (const alertId of [orphan.id, anAlertId()])
    await lea.parts.announceAlertTaken.execute({ alertId, advisorName: 'Chantal' });
  expect(notifiers[0]!.taken.map(([, , url]) => url)).toEqual([null, null]);
});
