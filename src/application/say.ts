import type { Conversation } from '../domain/conversation/conversation.ts';
import type { ReplyPart } from '../domain/message/reply-part.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { replyMessages } from './reply-messages.ts';

/** Léa says something outside a turn (a confirmation, an apology): queued in order like every reply. */
export async function say(
  repositories: Repositories,
  ids: IdGenerator,
  conversation: Conversation,
  parts: readonly ReplyPart[],
  now: Date,
): Promise<void> {
  await repositories.messages.appendOutbound(
    replyMessages(ids, conversation.id, parts, now, { turnId: null, status: 'queued' }),
  );
  await repositories.conversations.schedule(
    [{ id: conversation.id, quietMs: 0, inbound: 0, lastInboundAt: null }],
    0,
  );
}
