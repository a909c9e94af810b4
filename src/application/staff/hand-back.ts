import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import { returned } from '../../domain/conversation/ownership.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import { answerWhatIsLeft } from '../turn/answer-what-is-left.ts';
import { mustExist, staffId, type StaffDeps } from './take-over.ts';

/** The conversation returns to Léa; what nobody answered is due at once. */
export class HandBack {
  readonly #deps: StaffDeps;

  constructor(deps: StaffDeps) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
  }): Promise<void> {
    const { uow, clock } = this.#deps;
    await authorise(uow, command.actor, 'conversation.hand_back');
    await mustExist(uow, command);
    await uow.run(SERVICE, async (repositories) => {
      const conversation = await repositories.conversations.lock(command.conversationId);
      if (conversation === null) throw notFound('conversation');
      await repositories.conversations.save(returned(conversation));
      if (conversation.status === 'open') await answerWhatIsLeft(repositories, conversation.id);
      await repositories.alerts.handleAll(conversation.id, staffId(command.actor), clock.now());
      await repositories.audit.record(
        trace(command.actor, 'conversation.hand_back', {
          rows: [conversation.id],
          subjects: about(conversation.userId),
        }),
      );
    });
  }
}
