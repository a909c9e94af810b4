import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { InboxMarks } from '../../../ports/repositories/inbox-marks.ts';
import type { MemoryStore } from './memory-store.ts';

export class MemoryInboxMarks implements InboxMarks {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async setLabels(id: ConversationId, labels: readonly string[]): Promise<void> {
    this.#mark(id, { labels: [...labels] });
  }

  async setSnooze(id: ConversationId, until: Date | null): Promise<void> {
    this.#mark(id, { snoozedUntil: until });
  }

  async clearUnread(id: ConversationId): Promise<void> {
    this.#store.conversations.update(id, { unreadCount: 0 });
  }

  async addNote(note: Parameters<InboxMarks['addNote']>[0]): Promise<void> {
    this.#store.conversations.mustHave(note.conversationId);
    this.#store.notes.insert(note);
  }

  #mark(id: ConversationId, fields: { labels?: readonly string[]; snoozedUntil?: Date | null }) {
    const { marks } = this.#store;
    const { labels, snoozedUntil } = {
      labels: [],
      snoozedUntil: null,
      ...marks.get(id),
      ...fields,
    };
    marks.upsert({ id, labels, snoozedUntil });
  }
}
