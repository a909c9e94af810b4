import { z } from 'zod';
import type { DeliveryStatus } from '../../../../domain/message/message.ts';
import type { ChannelEvent } from '../../../../ports/inbound-channel.ts';
import { readChatId } from '../../shared/chat-id.ts';
import { ProviderId } from './provider-id.ts';

const Status = z.object({
  id: ProviderId,
  status: z.string(),
  recipient_id: z.string().nullish().catch(null),
});

/** By the word: the numeric code beside it is documented in more than one way. */
const STATUSES: ReadonlyMap<string, DeliveryStatus> = new Map([
  ['failed', 'failed'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
]);

const Health = z.object({ status: z.object({ text: z.string() }) });

/** What the gateway calls itself, as far as it tells whether messages flow. */
export function readHealth(value: unknown): 'connected' | 'disconnected' | 'unknown' {
  const parsed = Health.safeParse(value);
  switch (parsed.data?.status.text.toUpperCase()) {
    case 'AUTH':
      return 'connected';
    case 'QR':
    case 'STOP':
    case 'STOPPED':
    case 'ERROR':
    case 'SYNC_ERROR':
      return 'disconnected';
    default:
      return 'unknown';
  }
}

/**
 * One entry of `statuses`.
 * @throws ZodError when it is malformed
 */
export function readStatus(value: unknown): ChannelEvent {
  const { id, status, recipient_id } = Status.parse(value);
  const chat = typeof recipient_id === 'string' ? readChatId(recipient_id) : null;
  // A bare number, as some versions send it, is no chat id at all and is let through.
  if (chat?.kind === 'other' && chat.reason !== 'unknown_chat') {
    return { type: 'ignored', reason: chat.reason };
  }
  if (status === 'deleted') return { type: 'deletion', providerId: id };
  const known = STATUSES.get(status);
  if (known === undefined) return { type: 'ignored', reason: 'status' };
  return { type: 'status', providerId: id, status: known };
}
