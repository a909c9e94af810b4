import { simulatorMessage } from '../../src/adapters/messaging/fake/simulator-message.ts';
import type { Harness } from './harness.ts';

/** The shop writes to a customer from its own phone, seconds after now if so asked. */
export async function fromShopPhone(
  lea: Harness,
  phone: string,
  text: string,
  extra: { readonly id?: string } = {},
): Promise<void> {
  const { message } = simulatorMessage({ phone, text, ...extra }, lea.adapters.clock);
  await lea.parts.handleInboundMessage.execute({
    events: [{ type: 'phone_answer', message: { ...message, senderName: null } }],
  });
}
