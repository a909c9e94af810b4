import type { Knex } from 'knex';
import { SERVICE } from '../../../../domain/shared/actor.ts';
import type { Colleague } from '../../../../ports/staff-reads.ts';
import { identityOf, inTransactionAs } from '../database.ts';

const FRESH_MS = 10_000;

/**
 * Names of colleagues. The policy on users shows advisors customers and themselves only, so these few rows
 * (id and name, nothing else) are read as the service; a stale name for some seconds harms nobody.
 */
export class StaffNames {
  readonly #db: Knex;
  #names: Promise<ReadonlyMap<string, string | null>> | null = null;
  #readAt = 0;

  constructor(db: Knex) {
    this.#db = db;
  }

  async all(): Promise<(id: string | null) => Colleague | null> {
    if (this.#names === null || performance.now() - this.#readAt > FRESH_MS) {
      this.#readAt = performance.now();
      this.#names = this.#read();
      // A failed reading is not kept.
      this.#names.catch(() => (this.#names = null));
    }
    const names = await this.#names;
    return (id) => (id === null ? null : { id, name: names.get(id) ?? null });
  }

  async #read(): Promise<ReadonlyMap<string, string | null>> {
    const rows = await inTransactionAs(this.#db, identityOf(SERVICE), (trx) =>
      trx<{ id: string; name: string | null; role: string }>('users')
        .select('id', 'name')
        .whereIn('role', ['admin', 'product_editor', 'support']),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
