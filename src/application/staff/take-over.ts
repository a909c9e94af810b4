import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { Conversation, ConversationId } from '../../domain/conversation/conversation.ts';
import { takenOver } from '../../domain/conversation/ownership.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

export interface StaffDeps {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** An advisor takes the conversation: Léa falls silent, even with a reply that was on its way. */
export class TakeOver {
  readonly #deps: StaffDeps;

  constructor(deps: StaffDeps) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
  }): Promise<void> {
    const { uow, clock } = this.#deps;
    await authorise(uow, command.actor, 'conversation.take_over');
    await mustExist(uow, command);
    await uow.run(SERVICE, async (repositories) => {
      const conversation = await repositories.conversations.lock(command.conversationId);
      if (conversation === null) throw notFound('conversation');
      await assign(repositories, conversation, staffId(command.actor), clock.now());
      await repositories.audit.record(
        trace(command.actor, 'conversation.take_over', {
          rows: [conversation.id],
          subjects: about(conversation.userId),
        }),
      );
    });
  }
}

/** The actor's own rights decide whether the conversation can be seen at all. */
export async function mustExist(
  uow: UnitOfWork,
  { actor, conversationId }: { readonly actor: Actor; readonly conversationId: ConversationId },
): Promise<Conversation> {
  const conversation = await uow.run(actor, ({ conversations }) =>
    conversations.get(conversationId),
  );
  if (conversation === null) throw notFound('conversation');
  return conversation;
}

export const staffId = (actor: Actor): UserId | null =>
  actor.kind === 'staff' ? actor.userId : null;

/** Gives a locked conversation to an advisor, drops what Léa had queued, and settles open alerts. */
export async function assign(
  repositories: Repositories,
  conversation: Conversation,
  advisor: UserId | null,
  now: Date,
): Promise<void> {
  await repositories.conversations.save(takenOver(conversation, advisor, now));
  await repositories.messages.dropPending(conversation.id);
  await repositories.alerts.handleAll(conversation.id, advisor, now);
}
