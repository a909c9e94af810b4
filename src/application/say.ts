import type { Conversation } from '../domain/conversation/conversation.ts';
import type { MessageId } from '../domain/message/message.ts';
import { fitParts } from '../domain/message/fit-parts.ts';
import type { ReplyPart } from '../domain/message/reply-part.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { previewOf } from './turn/preview.ts';

/** Léa says something outside a turn (a confirmation, an apology): queued in order like every reply. */
export async function say(
  repositories: Repositories,
  ids: IdGenerator,
  conversation: Conversation,
  parts: readonly ReplyPart[],
  now: Date,
): Promise<void> {
  await repositories.messages.appendOutbound(
    fitParts(parts).map((part) => ({
      id: ids.uuid() as MessageId,
      conversationId: conversation.id,
      sender: 'assistant',
      authorId: null,
      kind: 'text',
      content: previewOf(part),
      buttonId: null,
      attachment: null,
      part,
      status: 'queued',
      providerId: null,
      timestamp: now,
      turnId: null,
      echoId: null,
    })),
  );
  await repositories.conversations.schedule(
    [{ id: conversation.id, quietMs: 0, inbound: 0, lastInboundAt: null }],
    0,
  );
}
