import { z } from 'zod';
import type { ChannelEvent } from '../../../../ports/inbound-channel.ts';
import { readChatId } from '../../shared/chat-id.ts';
import { readContent } from './message-content.ts';
import { ProviderId } from './provider-id.ts';

const Version = z.looseObject({
  id: ProviderId.nullish(),
  type: z.string().nullish(),
  chat_id: z.string().nullish(),
});
const Update = z.object({
  id: ProviderId.nullish(),
  before_update: z.unknown(),
  after_update: Version,
});
const Removed = z.union([ProviderId, z.object({ id: ProviderId }).transform(({ id }) => id)]);

const ignored = (reason: string): ChannelEvent => ({ type: 'ignored', reason });

/**
 * A message in the version that is valid now: an edit if its words are new.
 * @throws ZodError when it is malformed
 */
export function readVersion(value: unknown, before: unknown = null, id?: string): ChannelEvent {
  const after = Version.parse(value);
  const providerId = ProviderId.parse(id ?? after.id);
  const chat = typeof after.chat_id === 'string' ? readChatId(after.chat_id) : null;
  if (chat?.kind === 'other') return ignored(chat.reason);
  const about = after.chat_id == null ? {} : { chatId: after.chat_id };
  const type = after.type ?? '';
  if (type === 'revoked' || type === 'deleted') return { type: 'deletion', providerId, ...about };
  const text = readContent(type, after)?.text ?? '';
  if (text === '' || text === textOf(before)) return ignored('update_without_new_words');
  return { type: 'edit', providerId, ...about, text };
}

/** One entry of `messages_updates`; most are about acknowledgements, reactions and votes. */
export function readUpdate(value: unknown): ChannelEvent {
  const update = Update.parse(value);
  return readVersion(update.after_update, update.before_update, update.id ?? undefined);
}

/** One entry of `messages_removed`: an id, bare or in an object. */
export const readRemoval = (value: unknown): ChannelEvent => ({
  type: 'deletion',
  providerId: Removed.parse(value),
});

function textOf(version: unknown): string | null {
  const parsed = Version.safeParse(version);
  if (!parsed.success) return null;
  try {
    return readContent(parsed.data.type ?? '', parsed.data)?.text ?? null;
  } catch {
    return null;
  }
}
