import type { Message } from '../../../domain/message/message.ts';
import { transferVersion } from '../../../domain/shop/consent-text.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

export const TRANSFER_YES = 'transfer:yes';
export const TRANSFER_NO = 'transfer:no';

/** What an answer to the question about a model abroad writes down; null for what is none, or is out of date. */
export function transferAnswer(
  { customer, recipients, texts }: TurnContext,
  id: string,
  message: Message,
  always?: true,
): TurnPlan | null {
  if (id !== TRANSFER_YES && id !== TRANSFER_NO) return null;
  const version = transferVersion(recipients);
  if (version === null || customer.transferVersion !== version) return null;
  const given = id === TRANSFER_YES;
  return {
    outcome: given ? 'consent_given' : 'consent_refused',
    parts: [text(given ? texts.transferAccepted : texts.transferRefused, always)],
    customer: { transferConsent: given, transferVersion: version },
    effects: [{ kind: 'consent', purpose: 'transfer_abroad', given, messageId: message.id }],
    dialogue: { choices: [] },
  };
}
