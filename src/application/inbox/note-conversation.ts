import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';
import { staffId } from '../staff/take-over.ts';

/** A private note for the team; it never leaves for the customer and no model sees it. */
export class NoteConversation {
  readonly #deps: { readonly uow: UnitOfWork; readonly clock: Clock; readonly ids: IdGenerator };

  constructor(deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly ids: IdGenerator;
  }) {
    this.#deps = deps;
  }

  /** @throws LeaError `conversation_not_found` */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly content: string;
  }): Promise<{ readonly id: string; readonly at: Date }> {
    const { uow, clock, ids } = this.#deps;
    const { actor, conversationId, content } = command;
    await authorise(uow, actor, 'note.add');
    const note = { id: ids.uuid(), at: clock.now() };
    await uow.run(actor, async ({ conversations, marks, audit }) => {
      const conversation = await conversations.get(conversationId);
      if (conversation === null) throw notFound('conversation');
      await marks.addNote({ ...note, conversationId, authorId: staffId(actor), content });
      await audit.record(
        trace(actor, 'note.add', { rows: [note.id], subjects: about(conversation.userId) }),
      );
    });
    return note;
  }
}
