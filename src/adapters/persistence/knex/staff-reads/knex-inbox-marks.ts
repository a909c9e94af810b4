import type { Knex } from 'knex';
import type { ConversationId } from '../../../../domain/conversation/conversation.ts';
import type { Actor } from '../../../../domain/shared/actor.ts';
import type { InboxMarks } from '../../../../ports/inbox-marks.ts';
import { identityOf, inTransactionAs } from '../database.ts';

/** Marks of staff on conversations, written with their own rights. */
export class KnexInboxMarks implements InboxMarks {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async setLabels(actor: Actor, id: ConversationId, labels: readonly string[]): Promise<boolean> {
    return this.#update(actor, id, { labels: [...labels] });
  }

  async setSnooze(actor: Actor, id: ConversationId, until: Date | null): Promise<boolean> {
    return this.#update(actor, id, { snoozed_until: until });
  }

  async clearUnread(actor: Actor, id: ConversationId): Promise<boolean> {
    return inTransactionAs(this.#db, identityOf(actor), async (trx) => {
      // Already read: no write, and no line in the audit log.
      const changed = await trx('conversations')
        .where({ id })
        .where('unread_count', '>', 0)
        .update({ unread_count: 0 });
      return changed > 0 || (await trx('conversations').where({ id }).first('id')) !== undefined;
    });
  }

  async addNote(actor: Actor, note: Parameters<InboxMarks['addNote']>[1]): Promise<boolean> {
    return inTransactionAs(this.#db, identityOf(actor), async (trx) => {
      if ((await trx('conversations').where({ id: note.conversationId }).first('id')) === undefined)
        return false;
      await trx('conversation_notes').insert({
        id: note.id,
        conversation_id: note.conversationId,
        author_id: note.authorId,
        content: note.content,
        created_at: note.at,
      });
      return true;
    });
  }

  async #update(
    actor: Actor,
    id: ConversationId,
    values: Record<string, unknown>,
  ): Promise<boolean> {
    return inTransactionAs(
      this.#db,
      identityOf(actor),
      async (trx) => (await trx('conversations').where({ id }).update(values)) > 0,
    );
  }
}
