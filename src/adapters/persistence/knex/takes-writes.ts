import type { Knex } from 'knex';

/** What was found is believed for so long, in milliseconds: readiness is asked for by several, all the time. */
const BELIEVED_MS = 3_000;

/**
 * Whether the database answers and takes writes. A full disk lets everything be read, and rows be changed in place;
 * so a sort that does not fit its memory (some 400 kB) is written to the server's disk, which leaves nothing behind.
 */
export class TakesWrites {
  readonly #db: Knex;
  #found: Promise<boolean> | null = null;
  #foundAt = Number.NEGATIVE_INFINITY;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** @throws what the database says when it does not */
  check(): Promise<boolean> {
    const now = performance.now();
    if (this.#found === null || now - this.#foundAt > BELIEVED_MS) {
      this.#foundAt = now;
      this.#found = this.#ask();
      // Who asked is told; nobody has to.
      this.#found.catch(() => undefined);
    }
    return this.#found;
  }

  async #ask(): Promise<boolean> {
    return this.#db.transaction(async (trx) => {
      const { rows } = await trx.raw<{ rows: { writable: boolean }[] }>(
        `select set_config('work_mem', '64kB', true),
           current_setting('default_transaction_read_only') = 'off' and not pg_is_in_recovery() as writable`,
      );
      await trx.raw(
        'select max(place) from (select row_number() over (order by md5(n::text)) as place from generate_series(1, 8000) n) sorted',
      );
      return rows[0]!.writable;
    });
  }
}
