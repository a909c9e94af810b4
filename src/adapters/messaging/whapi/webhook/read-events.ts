import { ZodError } from 'zod';
import type { ChannelEvent } from '../../../../ports/inbound-channel.ts';
import { cleanRaw } from './clean.ts';
import { readEnvelope } from './envelope.ts';
import { readMessage } from './message-item.ts';
import { readHealth, readStatus } from './status-item.ts';
import { readRemoval, readUpdate, readVersion } from './update-item.ts';

/**
 * Everything that one webhook body reports, in its order. An item that cannot be read is set aside: refusing
 * the body for it would make the gateway deliver it for ever, and the others with it.
 * @throws LeaError `invalid_event` when the body is no event at all
 */
export function readEvents(body: unknown, now: Date): readonly ChannelEvent[] {
  const envelope = readEnvelope(body);
  const how = envelope.event?.event ?? 'post';
  const events = [
    ...each('message', envelope.messages, readerOf(how, now)),
    ...each('update', envelope.messages_updates, readUpdate),
    ...each('removal', envelope.messages_removed, readRemoval),
    ...each('status', envelope.statuses, readStatus),
    ...(envelope.health === undefined ? [] : [healthEvent(envelope.health)]),
  ];
  return events.length > 0 ? events : [{ type: 'ignored', reason: 'nothing_known' }];
}

/** `messages` come as new ones, but also as changed or removed ones, told apart by the envelope. */
function readerOf(how: string, now: Date): (item: unknown) => ChannelEvent {
  if (how === 'put' || how === 'patch') return (item) => readVersion(item);
  if (how === 'delete') return readRemoval;
  return (item) => readMessage(item, now);
}

function each(
  what: string,
  items: readonly unknown[] | undefined,
  read: (item: unknown) => ChannelEvent,
): readonly ChannelEvent[] {
  return (items ?? []).map((item) => {
    try {
      return read(item);
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      const where = error.issues[0]?.path.join('.') ?? '';
      const reason = where === '' ? `bad ${what}` : `bad ${what}: ${where.slice(0, 80)}`;
      return { type: 'quarantined', reason, raw: cleanRaw(item) };
    }
  });
}

function healthEvent(health: unknown): ChannelEvent {
  const state = readHealth(health);
  if (state === 'unknown') return { type: 'ignored', reason: 'channel_state' };
  return { type: 'channel_health', connected: state === 'connected' };
}
