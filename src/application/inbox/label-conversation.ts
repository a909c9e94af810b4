import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** Replaces the labels of a conversation. */
export class LabelConversation {
  readonly #uow: UnitOfWork;

  constructor(deps: { readonly uow: UnitOfWork }) {
    this.#uow = deps.uow;
  }

  /** Spellings that differ in case or blanks only are one label; the first one stays. */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly labels: readonly string[];
  }): Promise<void> {
    const { actor, conversationId } = command;
    await authorise(this.#uow, actor, 'conversation.label');
    const labels = new Map<string, string>();
    for (const label of command.labels) {
      const tidy = label.trim().replace(/\s+/g, ' ');
      const key = tidy.toLowerCase();
      if (tidy !== '' && !labels.has(key)) labels.set(key, tidy);
    }
    await this.#uow.run(actor, async ({ conversations, marks, audit }) => {
      const conversation = await conversations.get(conversationId);
      if (conversation === null) throw notFound('conversation');
      await marks.setLabels(conversationId, [...labels.values()]);
      await audit.record(
        trace(actor, 'conversation.label', {
          rows: [conversationId],
          subjects: about(conversation.userId),
          columns: ['labels'],
        }),
      );
    });
  }
}
