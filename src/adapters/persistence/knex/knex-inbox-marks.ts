import type { Knex } from 'knex';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { InboxMarks } from '../../../ports/repositories/inbox-marks.ts';

/** Marks of staff on conversations. */
export class KnexInboxMarks implements InboxMarks {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async setLabels(id: ConversationId, labels: readonly string[]): Promise<void> {
    await this.#trx('conversations')
      .where({ id })
      .update({ labels: [...labels] });
  }

  async setSnooze(id: ConversationId, until: Date | null): Promise<void> {
    await this.#trx('conversations').where({ id }).update({ snoozed_until: until });
  }

  async clearUnread(id: ConversationId): Promise<void> {
    // Already read: no write, and nothing for the live screens to hear of.
    await this.#trx('conversations')
      .where({ id })
      .where('unread_count', '>', 0)
      .update({ unread_count: 0 });
  }

  async addNote(note: Parameters<InboxMarks['addNote']>[0]): Promise<void> {
    await this.#trx('conversation_notes').insert({
      id: note.id,
      conversation_id: note.conversationId,
      author_id: note.authorId,
      content: note.content,
      created_at: note.at,
    });
  }
}
