import type { Alert, AlertId } from '../../../domain/conversation/alert.ts';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Alerts } from '../../../ports/repositories/records.ts';
import type { MemoryStore } from './memory-store.ts';

export class MemoryAlerts implements Alerts {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async raise(alert: Alert): Promise<{ readonly alert: Alert; readonly isNew: boolean }> {
    this.#store.conversations.mustHave(alert.conversationId);
    const standing =
      alert.conversationId === null
        ? undefined
        : this.#open(alert.conversationId).find(({ category }) => category === alert.category);
    if (standing !== undefined) return { alert: standing, isNew: false };
    this.#store.alerts.insert(alert);
    return { alert, isNew: true };
  }

  async get(id: AlertId): Promise<Alert | null> {
    return this.#store.alerts.get(id) ?? null;
  }

  async openOf(conversationId: ConversationId): Promise<readonly Alert[]> {
    return this.#open(conversationId).toSorted(
      (a, b) => a.triggeredAt.getTime() - b.triggeredAt.getTime(),
    );
  }

  async handleAll(
    conversationId: ConversationId,
    by: UserId | null,
    now: Date,
  ): Promise<readonly AlertId[]> {
    const ids = this.#open(conversationId).map(({ id }) => id);
    for (const id of ids) this.#store.alerts.update(id, { handledBy: by, handledAt: now });
    return ids;
  }

  #open(conversationId: ConversationId): readonly Alert[] {
    return this.#store.alerts
      .by('conversationId', conversationId)
      .filter(({ handledAt }) => handledAt === null);
  }
}
