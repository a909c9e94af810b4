import type { Knex } from 'knex';
import type { IdempotencyBegin, IdempotencyStore } from '../../../ports/idempotency-store.ts';
import { inTransactionAs } from './database.ts';

/** A claim whose process died lapses after this long, in seconds. */
const CLAIM_LAPSES_S = 60;

/** Idempotency keys in the database, so that every replica knows them. */
export class KnexIdempotencyStore implements IdempotencyStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async begin(scope: string, key: string, requestHash: string): Promise<IdempotencyBegin> {
    return this.#as(async (trx) => {
      const claimed = await trx.raw<{ rowCount: number }>(
        `insert into idempotency_keys (scope, key, request_hash) values (?, ?, ?)
         on conflict (scope, key) do update set request_hash = excluded.request_hash, created_at = now()
           where idempotency_keys.response is null and idempotency_keys.created_at < now() - make_interval(secs => ?)`,
        [scope, key, requestHash, CLAIM_LAPSES_S],
      );
      if (claimed.rowCount === 1) return { kind: 'new' };
      const row = await trx('idempotency_keys')
        .where({ scope, key })
        .first<
          { request_hash: string; response: { status: number; body: unknown } | null } | undefined
        >('request_hash', 'response');
      if (row === undefined || row.request_hash !== requestHash) return { kind: 'conflict' };
      return row.response === null ? { kind: 'in_progress' } : { kind: 'replay', ...row.response };
    });
  }

  async finish(
    scope: string,
    key: string,
    answer: { readonly status: number; readonly body: unknown },
  ): Promise<void> {
    await this.#as((trx) =>
      trx('idempotency_keys')
        .where({ scope, key })
        .update({ response: JSON.stringify(answer) }),
    );
  }

  async abandon(scope: string, key: string): Promise<void> {
    await this.#as((trx) =>
      trx('idempotency_keys').where({ scope, key }).whereNull('response').delete(),
    );
  }

  #as<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransactionAs(this.#db, { role: 'service_role', claims: {} }, work);
  }
}
