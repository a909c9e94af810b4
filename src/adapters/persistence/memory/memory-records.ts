import type { Turn } from '../../../domain/conversation/turn.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type {
  Quarantine,
  Recommendations,
  Turns,
  UnmetDemand,
} from '../../../ports/repositories/records.ts';
import type { MemoryStore } from './memory-store.ts';
import type { QuarantineRow, RecommendationRow, UnmetDemandRow } from './rows.ts';

export class MemoryTurns implements Turns {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async insert(turn: Turn): Promise<void> {
    this.#store.conversations.mustHave(turn.conversationId);
    this.#store.customers.mustHave(turn.userId);
    this.#store.turns.insert(turn);
  }

  async modelTurnsSince(userId: UserId, since: Date): Promise<number> {
    return this.#store.turns
      .by('userId', userId)
      .filter((turn) => turn.modelCalls > 0 && turn.startedAt >= since).length;
  }

  async costMilliCfaSince(since: Date): Promise<number> {
    return this.#store.turns
      .all()
      .filter((turn) => turn.startedAt >= since)
      .reduce((sum, turn) => sum + turn.costMilliCfa, 0);
  }
}

export class MemoryRecommendations implements Recommendations {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async insert(rows: readonly RecommendationRow[]): Promise<void> {
    for (const row of rows) {
      this.#store.conversations.mustHave(row.conversationId);
      this.#store.products.mustHave(row.productId);
      this.#store.recommendations.insert(row);
    }
  }
}

export class MemoryUnmetDemand implements UnmetDemand {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async record(entry: UnmetDemandRow): Promise<void> {
    this.#store.conversations.mustHave(entry.conversationId);
    this.#store.products.mustHave(entry.productId);
    this.#store.unmetDemand.insert(entry);
  }
}

export class MemoryQuarantine implements Quarantine {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async add(entries: readonly QuarantineRow[]): Promise<void> {
    for (const entry of entries) this.#store.quarantine.insert(entry);
  }
}
