import { WhapiChannel } from '../../src/adapters/messaging/whapi/whapi-channel.ts';
import type { Harness } from './harness.ts';

/** One entry of `messages` in Whapi's shape, from the customer +241 74 00 00 00 unless told otherwise. */
export const whapiItem = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  from_me: false,
  type: 'text',
  chat_id: '24174000000@s.whatsapp.net',
  source: 'mobile',
  ...fields,
});

/** Lets Whapi deliver entries of `messages` in one post, and works until nothing is due. */
export async function fromWhapi(
  lea: Harness,
  ...items: readonly Readonly<Record<string, unknown>>[]
): Promise<void> {
  const now = () => lea.adapters.clock.now();
  const messages = items.map((item) => ({
    timestamp: Math.floor(now().getTime() / 1_000),
    ...whapiItem(item),
  }));
  const channel = new WhapiChannel({ webhookSecret: 's', now });
  await lea.parts.handleInboundMessage.execute({ events: channel.parse({ messages }) });
  await lea.settle();
}
