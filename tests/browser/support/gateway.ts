import { expect } from 'vitest';
import { whapiItem } from '../../support/whapi-webhook.ts';
import { shopUrl } from './shop.ts';
import { GATEWAY_SECRET } from './start-shop.ts';

/** Posts entries of `messages` as Whapi does. */
export async function gatewaySays(
  ...items: readonly Readonly<Record<string, unknown>>[]
): Promise<void> {
  const timestamp = Math.floor(Date.now() / 1_000);
  const answer = await fetch(`${shopUrl}/functions/whatsapp-webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-webhook-secret': GATEWAY_SECRET },
    body: JSON.stringify({ messages: items.map((item) => ({ timestamp, ...whapiItem(item) })) }),
  });
  expect(answer.status).toBe(200);
}
