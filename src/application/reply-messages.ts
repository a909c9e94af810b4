import type { ConversationId } from '../domain/conversation/conversation.ts';
import type { TurnId } from '../domain/conversation/turn.ts';
import { fitParts } from '../domain/message/fit-parts.ts';
import type { MessageId } from '../domain/message/message.ts';
import { previewOf } from '../domain/message/preview.ts';
import type { ReplyPart } from '../domain/message/reply-part.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { NewMessage } from '../ports/repositories/messages.ts';

/** What Léa says, as messages for the outbox: each as long as a channel takes at most. */
export const replyMessages = (
  ids: IdGenerator,
  conversationId: ConversationId,
  parts: readonly ReplyPart[],
  now: Date,
  of: { readonly turnId: TurnId | null; readonly status: 'queued' | 'suggested' },
): readonly NewMessage[] =>
  fitParts(parts).map((part) => ({
    id: ids.uuid() as MessageId,
    conversationId,
    sender: 'assistant',
    authorId: null,
    kind: 'text',
    content: previewOf(part),
    buttonId: null,
    attachment: null,
    part,
    status: of.status,
    providerId: null,
    timestamp: now,
    turnId: of.turnId,
    echoId: null,
  }));
