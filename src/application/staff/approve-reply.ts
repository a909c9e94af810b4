import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import { mustExist, staffId, type StaffDeps } from './take-over.ts';

/** An advisor lets a suggested reply go out, as it is or reworded; what belongs to the same turn goes with it. */
export class ApproveReply {
  readonly #deps: StaffDeps;

  constructor(deps: StaffDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `message_not_found` (404), `not_suggested` (409) */
  async execute(command: {
    readonly actor: Actor;
    readonly messageId: MessageId;
    readonly content?: string | undefined;
  }): Promise<void> {
    const { uow, clock } = this.#deps;
    await authorise(uow, command.actor, 'message.approve');
    const message = await uow.run(command.actor, ({ messages }) => messages.get(command.messageId));
    if (message === null) throw notFound('message');
    await mustExist(uow, { actor: command.actor, conversationId: message.conversationId });
    await uow.run(SERVICE, async (repositories) => {
      const conversation = await repositories.conversations.lock(message.conversationId);
      if (conversation === null) throw notFound('conversation');
      const released = await repositories.messages.releaseSuggested(
        message.id,
        command.content ?? null,
      );
      if (released === 0)
        throw new LeaError(
          'conflict',
          'not_suggested',
          'This reply does not wait for approval any more.',
        );
      const { suggested, ...dialogue } = conversation.dialogue;
      await repositories.conversations.save({
        ...conversation,
        dialogue: { ...dialogue, ...suggested, suggested: null },
      });
      await repositories.alerts.handleAll(conversation.id, staffId(command.actor), clock.now());
      await repositories.conversations.schedule(
        [{ id: conversation.id, quietMs: 0, inbound: 0, lastInboundAt: null }],
        0,
      );
      await repositories.audit.record(
        trace(command.actor, 'message.approve', {
          rows: [message.id],
          subjects: about(conversation.userId),
          columns: command.content === undefined ? ['status'] : ['content', 'status'],
        }),
      );
    });
  }
}
