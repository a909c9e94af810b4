import { z } from 'zod';
import type { ChannelEvent } from '../../../../ports/inbound-channel.ts';
import { readChatId } from '../../shared/chat-id.ts';
import { readParty } from '../../shared/party.ts';
import { readAction } from './action.ts';
import { cleanLine } from './clean.ts';
import { readContent } from './message-content.ts';
import { ProviderId } from './provider-id.ts';
import { readSentAt } from './sent-at.ts';

const Item = z.looseObject({
  id: ProviderId,
  type: z.string().min(1).max(64),
  chat_id: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  // Guessing this one wrong would have Léa talk to herself.
  from_me: z.boolean().nullish(),
  source: z.string().nullish().catch(null),
  from_name: z.string().nullish().catch(null),
  from: z.string().nullish().catch(null),
  to: z.string().nullish().catch(null),
  context: z
    .looseObject({ quoted_id: ProviderId.nullish().catch(null) })
    .nullish()
    .catch(null),
});

const ignored = (reason: string): ChannelEvent => ({ type: 'ignored', reason });

/**
 * One entry of `messages`.
 * @throws ZodError when it is malformed
 */
export function readMessage(value: unknown, now: Date): ChannelEvent {
  const item = Item.parse(value);
  const chat = readChatId(item.chat_id);
  if (chat.kind === 'other') return ignored(chat.reason);
  if (item.type === 'action') return readAction(item['action'], item.chat_id);
  const fromShop = item.from_me ?? false;
  // Sent through the API it is our own; other devices of the shop are a person answering.
  if (fromShop && item.source !== 'mobile' && item.source !== 'web') return ignored('echo');
  if (item.source === 'system') return ignored('system');
  const content = readContent(item.type, item);
  if (content === null) return ignored('unknown_type');
  const party = readParty(fromShop ? item.to : item.from, chat.lid);
  return {
    type: fromShop ? 'phone_answer' : 'message',
    message: {
      providerId: item.id,
      chatId: item.chat_id,
      phone: chat.phone ?? party.phone,
      lid: chat.lid ?? party.lid,
      // On an answer of the shop this is the shop's name, not the customer's.
      senderName: fromShop ? null : cleanLine(item.from_name, 120),
      sentAt: readSentAt(item['timestamp'], now),
      ...(item.context?.quoted_id == null ? {} : { quotedId: item.context.quoted_id }),
      ...content,
    },
  };
}
