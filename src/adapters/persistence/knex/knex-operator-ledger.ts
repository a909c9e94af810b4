import type { Knex } from 'knex';
import type { OperatorNotice } from '../../../ports/advisor-notifier.ts';
import type { OperatorIncident, OperatorLedger } from '../../../ports/operator-ledger.ts';
import { inTransactionAs } from './database.ts';

export class KnexOperatorLedger implements OperatorLedger {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async raise(key: string, message: string): Promise<boolean> {
    return this.#changed(
      `insert into operator_alerts as a (key, message) values (?, ?)
       on conflict (key) do update set message = excluded.message, raised_at = now(), cleared_at = null, told_at = null, tried_at = now() where a.cleared_at is not null`,
      [key, message],
    );
  }

  async clear(key: string, message: string): Promise<boolean> {
    return this.#changed(
      'update operator_alerts set cleared_at = now(), told_at = null, tried_at = now(), message = ? where key = ? and cleared_at is null',
      [message, key],
    );
  }

  async told(key: string): Promise<void> {
    await this.#changed('update operator_alerts set told_at = now() where key = ?', [key]);
  }

  async takeUntold(): Promise<readonly OperatorNotice[]> {
    const { rows } = await this.#as((trx) =>
      trx.raw<{ rows: { key: string; message: string; cleared: boolean }[] }>(
        `update operator_alerts set tried_at = now() where told_at is null and tried_at < now() - interval '1 minute'
         returning key, message, cleared_at is not null as cleared`,
      ),
    );
    return rows.map(({ key, message, cleared }) => ({
      key,
      message,
      state: cleared ? 'cleared' : 'raised',
    }));
  }

  async open(): Promise<readonly OperatorIncident[]> {
    const rows = await this.#as((trx) =>
      trx('operator_alerts')
        .whereNull('cleared_at')
        .orderBy('raised_at')
        .select<{ key: string; message: string; raised_at: Date }[]>('key', 'message', 'raised_at'),
    );
    return rows.map(({ key, message, raised_at }) => ({
      key,
      message,
      raisedAt: raised_at.toISOString(),
    }));
  }

  async #changed(sql: string, bindings: readonly string[]): Promise<boolean> {
    const { rowCount } = await this.#as((trx) =>
      trx.raw<{ rowCount: number }>(sql, bindings as never),
    );
    return rowCount === 1;
  }

  #as<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransactionAs(this.#db, { role: 'service_role', claims: {} }, work);
  }
}
