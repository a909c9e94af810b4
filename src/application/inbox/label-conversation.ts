import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { InboxMarks } from '../../ports/inbox-marks.ts';

/** Replaces the labels of a conversation. */
export class LabelConversation {
  readonly #marks: InboxMarks;

  constructor(means: { readonly marks: InboxMarks }) {
    this.#marks = means.marks;
  }

  /** Spellings that differ in case or blanks only are one label; the first one stays. */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly labels: readonly string[];
  }): Promise<void> {
    const labels = new Map<string, string>();
    for (const label of command.labels) {
      const tidy = label.trim().replace(/\s+/g, ' ');
      const key = tidy.toLowerCase();
      if (tidy !== '' && !labels.has(key)) labels.set(key, tidy);
    }
    if (!(await this.#marks.setLabels(command.actor, command.conversationId, [...labels.values()])))
      throw notFound('conversation');
  }
}
