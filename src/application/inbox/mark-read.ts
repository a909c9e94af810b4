import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** Clears the unread count. A counter is no action: that somebody read the thread is traced where it is read. */
export class MarkRead {
  readonly #uow: UnitOfWork;

  constructor(deps: { readonly uow: UnitOfWork }) {
    this.#uow = deps.uow;
  }

  /** @throws LeaError `conversation_not_found` */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
  }): Promise<void> {
    const { actor, conversationId } = command;
    await authorise(this.#uow, actor, 'conversation.mark_read');
    await this.#uow.run(actor, async ({ conversations, marks }) => {
      if ((await conversations.get(conversationId)) === null) throw notFound('conversation');
      await marks.clearUnread(conversationId);
    });
  }
}
