import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import { closed } from '../../domain/conversation/ownership.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import { mustExist, staffId, type StaffDeps } from './take-over.ts';

/** Ends a conversation; the customer's next message opens a new one, with Léa. */
export class CloseConversation {
  readonly #deps: StaffDeps;

  constructor(deps: StaffDeps) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
  }): Promise<void> {
    const { uow, clock } = this.#deps;
    await authorise(uow, command.actor, 'conversation.close');
    await mustExist(uow, command);
    await uow.run(SERVICE, async (repositories) => {
      const conversation = await repositories.conversations.lock(command.conversationId);
      if (conversation === null) throw notFound('conversation');
      const now = clock.now();
      if (conversation.status === 'open') {
        await repositories.conversations.save(closed(conversation, now));
        await repositories.messages.dropPending(conversation.id);
      }
      await repositories.alerts.handleAll(conversation.id, staffId(command.actor), now);
      await repositories.audit.record(
        trace(command.actor, 'conversation.close', {
          rows: [conversation.id],
          subjects: about(conversation.userId),
        }),
      );
    });
  }
}
