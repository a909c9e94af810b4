import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import { CHANNEL_LIMITS } from '../../domain/message/channel-limits.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { splitText } from '../../domain/message/split-text.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import { authorise } from '../audit/authorise.ts';
import { assign, mustExist, staffId, type StaffDeps } from './take-over.ts';

/**
 * An advisor writes to the customer; writing takes the conversation over. What is longer than a message may be goes out
 * as several, in order; the id is that of the first.
 */
export class SendMessage {
  readonly #deps: StaffDeps & { readonly ids: IdGenerator };

  constructor(deps: StaffDeps & { readonly ids: IdGenerator }) {
    this.#deps = deps;
  }

  /** @throws LeaError `conversation_not_found`, `no_chat` (422) when the customer never wrote on WhatsApp */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly content: string;
    readonly echoId?: string | undefined;
  }): Promise<{ readonly messageId: MessageId }> {
    const { uow, clock, ids } = this.#deps;
    await authorise(uow, command.actor, 'message.send');
    await mustExist(uow, command);
    const messageId = ids.uuid() as MessageId;
    await uow.run(SERVICE, async (repositories) => {
      const conversation = await repositories.conversations.lock(command.conversationId);
      if (conversation === null) throw notFound('conversation');
      if (conversation.chatId === '')
        throw new LeaError(
          'unprocessable',
          'no_chat',
          'This conversation has no WhatsApp chat to write to.',
        );
      const now = clock.now();
      await assign(repositories, conversation, staffId(command.actor), now);
      const pieces = splitText(command.content, CHANNEL_LIMITS.text);
      const sent = pieces.map((content, index) => ({
        id: index === 0 ? messageId : (ids.uuid() as MessageId),
        content,
      }));
      await repositories.messages.appendOutbound(
        sent.map(({ id, content }) => ({
          id,
          conversationId: conversation.id,
          sender: 'human',
          authorId: staffId(command.actor),
          kind: 'text',
          content,
          buttonId: null,
          attachment: null,
          part: null,
          status: 'queued',
          providerId: null,
          timestamp: now,
          turnId: null,
          echoId: id === messageId ? (command.echoId ?? null) : null,
        })),
      );
      await repositories.conversations.schedule(
        [{ id: conversation.id, quietMs: 0, inbound: 0, lastInboundAt: null }],
        0,
      );
      await repositories.audit.record(
        trace(command.actor, 'message.send', {
          rows: sent.map(({ id }) => id),
          subjects: about(conversation.userId),
        }),
      );
    });
    return { messageId };
  }
}
