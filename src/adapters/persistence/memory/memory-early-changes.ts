import type { EarlyChange, EarlyChanges } from '../../../ports/repositories/early-changes.ts';
import type { MemoryStore } from './memory-store.ts';

export class MemoryEarlyChanges implements EarlyChanges {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async keep(changes: readonly EarlyChange[], now: Date): Promise<void> {
    for (const change of changes) {
      const kept = this.#store.earlyChanges.get(change.providerId);
      if (kept?.text === null) continue;
      this.#store.earlyChanges.upsert({
        ...change,
        chatId: change.chatId ?? kept?.chatId ?? null,
        receivedAt: kept?.receivedAt ?? now,
      });
    }
  }

  async take(providerIds: readonly string[]): Promise<readonly EarlyChange[]> {
    const taken = providerIds.flatMap((id) => this.#store.earlyChanges.get(id) ?? []);
    this.#store.earlyChanges.deleteAll(taken);
    return taken.map(({ providerId, chatId, text }) => ({ providerId, chatId, text }));
  }

  async met(limit: number): Promise<readonly string[]> {
    return this.#store.earlyChanges
      .all()
      .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
      .map(({ providerId }) => providerId)
      .filter((id) => this.#store.messages.by('providerId', id).length > 0)
      .slice(0, limit);
  }

  async dropBefore(instant: Date): Promise<number> {
    const old = this.#store.earlyChanges.all().filter(({ receivedAt }) => receivedAt < instant);
    this.#store.earlyChanges.deleteAll(old);
    return old.length;
  }
}
