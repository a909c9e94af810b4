import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/conversation/alert.ts';
import type { Customer } from '../../../src/domain/customer/customer.ts';
import { anAlert, aUserId, NOW } from '../../support/builders.ts';
import { createHarness, say } from '../../support/harness.ts';

const PHONE = '+24174000001';
/** A conversation with an alert about it, delivered to the harness's notifier. */
async function delivered(
  change: {
    readonly alert?: Partial<Alert>;
    readonly customer?: Partial<Customer>;
    readonly notifier?: string;
    readonly said?: readonly string[];
  } = {},
) {
  const lea = createHarness();
  for (const text of change.said ?? ['Bonjour', 'OUI', 'Je cherche une crème'])
    await say(lea, PHONE, text);
  const customer = lea.store.customers.all()[0]!;
  lea.store.customers.upsert({ ...customer, name: 'Émilie', ...change.customer });
  const conversationId = lea.store.conversations.all()[0]!.id;
  const alert = anAlert({ conversationId, reason: 'Rappelez le 074 00 00 02', ...change.alert });
  lea.store.alerts.insert(alert);
  const before = lea.notifier.alerts.length;
  await lea.parts.deliverAlert.execute({
    alertId: alert.id,
    notifier: change.notifier ?? lea.notifier.name,
  });
  return { notices: lea.notifier.alerts.slice(before), alert, conversationId };
}

describe('an advisor is told', () => {
  it('what it is about and where to read it, with an initial for a name and no number', async () => {
    const { notices, alert, conversationId } = await delivered();
    expect(notices).toHaveLength(1);
    const { reason, ...rest } = notices[0]!;
    expect(rest).toMatchObject({
      alertId: alert.id,
      conversationId,
      severity: 'handoff',
      category: 'manual',
      customerLabel: 'É.',
      url: `https://lea.example/inbox/${conversationId}`,
    });
    expect(reason).not.toContain('074');
  });

  it('the last four messages of somebody who consented, each cut short and without numbers', async () => {
    const { notices } = await delivered({
      said: ['Bonjour', 'OUI', `Mon numéro est ${PHONE}. ${'crème '.repeat(200)}`],
    });
    const { excerpt } = notices[0]!;
    expect(excerpt).toHaveLength(4);
    for (const { text } of excerpt) {
      expect(text.length).toBeLessThanOrEqual(280);
      expect(text).not.toContain('74000001');
    }
    expect(excerpt.map(({ sender }) => sender)).toContain('user');
  });

  it('none of the words of somebody who did not, unless a life is at stake', async () => {
    const customer = { serviceConsent: null };
    expect((await delivered({ customer })).notices[0]!.excerpt).toEqual([]);
    const grave = await delivered({ customer, alert: { severity: 'emergency' } });
    expect(grave.notices[0]!.excerpt).not.toEqual([]);
  });

  it('of somebody without a name as of a customer', async () => {
    const { notices } = await delivered({ customer: { name: null } });
    expect(notices[0]!.customerLabel).toBe('Client');
  });
});

it.each([
  ['that somebody took already', { alert: { handledAt: NOW, handledBy: aUserId() } }],
  ['whose conversation was erased', { alert: { conversationId: null } }],
  ['for a notifier that was switched off', { notifier: 'slack' }],
])('nobody is told of an alert %s', async (_, change) => {
  expect((await delivered(change)).notices).toEqual([]);
});
