import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { InboxMarks } from '../../ports/inbox-marks.ts';
import { staffId } from '../staff/take-over.ts';

/** A private note for the team; it never leaves for the customer and no model sees it. */
export class NoteConversation {
  readonly #means: { readonly marks: InboxMarks; readonly clock: Clock; readonly ids: IdGenerator };

  constructor(means: {
    readonly marks: InboxMarks;
    readonly clock: Clock;
    readonly ids: IdGenerator;
  }) {
    this.#means = means;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly content: string;
  }): Promise<{ readonly id: string; readonly at: Date }> {
    const { marks, clock, ids } = this.#means;
    const note = { id: ids.uuid(), at: clock.now() };
    const { actor, conversationId, content } = command;
    if (
      !(await marks.addNote(actor, { ...note, conversationId, authorId: staffId(actor), content }))
    )
      throw notFound('conversation');
    return note;
  }
}
