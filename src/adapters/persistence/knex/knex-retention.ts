import type { Knex } from 'knex';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Retention } from '../../../ports/retention.ts';
import { inTransactionAs } from './database.ts';

/** A confirmation that could not be sent in a week will not be; its address goes. */
const CONFIRMATION = '7 days';

export class KnexRetention implements Retention {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async purgeConversations(
    before: Date,
    limit: number,
  ): Promise<{ readonly count: number; readonly files: readonly string[] }> {
    return this.#as(async (trx) => {
      // What a worker or an advisor holds just now waits for the next time.
      const { rows } = await trx.raw<{ rows: { id: string }[] }>(
        `select id from conversations where last_message_at < ? and (lease_expires_at is null or lease_expires_at < now())
         order by last_message_at limit ? for update skip locked`,
        [before, limit],
      );
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return { count: 0, files: [] };
      const { rows: files } = await trx.raw<{ rows: { key: string }[] }>(
        `select attachment ->> 'storageKey' as key from messages where conversation_id = any(?) and attachment ->> 'storageKey' is not null`,
        [ids],
      );
      // What would only lose its conversation, and keep the words.
      await trx('unmet_demand').whereIn('conversation_id', ids).delete();
      await trx('survey_answers').whereIn('conversation_id', ids).update({ comment: null });
      await trx('conversations').whereIn('id', ids).delete();
      return { count: ids.length, files: files.map(({ key }) => key) };
    });
  }

  async silentCustomers(before: Date, limit: number): Promise<readonly UserId[]> {
    const { rows } = await this.#as((trx) =>
      trx.raw<{ rows: { id: UserId }[] }>(
        `select id from users u where role = 'customer' and created_at < ?
           and not exists (select from conversations c where c.user_id = u.id and c.last_message_at >= ?)
           and not exists (select from orders o where o.user_id = u.id and o.updated_at >= ?)
         order by created_at limit ?`,
        [before, before, before, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  async unusedFiles(keys: readonly string[]): Promise<readonly string[]> {
    if (keys.length === 0) return [];
    const { rows } = await this.#as((trx) =>
      trx.raw<{ rows: { key: string }[] }>(
        `select key from unnest(?::text[]) as key where not exists (select from messages where attachment ->> 'storageKey' = key)`,
        [[...keys]],
      ),
    );
    return rows.map(({ key }) => key);
  }

  async purgeExpired({
    quarantine,
    idempotency,
    auditDays,
    now,
  }: Parameters<Retention['purgeExpired']>[0]): Promise<Readonly<Record<string, number>>> {
    return this.#as(async (trx) => {
      // What nobody may touch goes by the database's own hand.
      const { rows } = await trx.raw<{ rows: [{ faded: number; forgotten: number }] }>(
        'select lea.fade_deletion_hashes() as faded, lea.forget_audit_logs(?) as forgotten',
        [auditDays],
      );
      return {
        quarantined_events: await trx('quarantined_events')
          .where('received_at', '<', quarantine)
          .delete(),
        idempotency_keys: await trx('idempotency_keys')
          .where('created_at', '<', idempotency)
          .delete(),
        erased_keys: await trx('erased_keys').where('expires_at', '<', now).delete(),
        export_links: await trx('export_links').where('expires_at', '<', now).delete(),
        erasure_confirmations: await trx('erasure_confirmations')
          .whereRaw(`created_at < ?::timestamptz - interval '${CONFIRMATION}'`, [now])
          .delete(),
        deletion_logs: rows[0].faded,
        audit_logs: rows[0].forgotten,
      };
    });
  }

  #as<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransactionAs(this.#db, { role: 'service_role', claims: {} }, work);
  }
}
