import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import type { AuditTrail } from '../../../ports/repositories/audit-trail.ts';
import type { MemoryStore } from './memory-store.ts';

export class MemoryAuditTrail implements AuditTrail {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async record(entry: AuditEntry): Promise<void> {
    const { audits, clock } = this.#store;
    audits.insert({ ...entry, id: String(this.#store.nextSequence()), at: clock.now() });
  }
}
