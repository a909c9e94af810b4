import { randomUUID } from 'node:crypto';
import type { ConversationId } from '../../src/domain/conversation/conversation.ts';
import type { AlertNotice } from '../../src/ports/advisor-notifier.ts';

/** A quite ordinary alert. */
export function anAlertNotice(fields: Partial<AlertNotice> = {}): AlertNotice {
  const conversationId = randomUUID() as ConversationId;
  return {
    alertId: randomUUID(),
    conversationId,
    category: 'pregnancy_risk',
    severity: 'urgent',
    reason: 'Grossesse avec un médicament',
    customerLabel: 'A.',
    excerpt: [
      { sender: 'user', text: 'Je suis enceinte, puis-je prendre ça ?' },
      { sender: 'assistant', text: 'Un conseiller va vous répondre.' },
    ],
    url: `https://lea.example/conversations/${conversationId}`,
    ...fields,
  };
}
