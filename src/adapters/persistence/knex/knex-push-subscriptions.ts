import type { Knex } from 'knex';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { auditRow } from '../../../domain/audit/audit-row.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { StaffRole } from '../../../domain/shared/actor.ts';
import {
  MAX_PUSH_SUBSCRIPTIONS,
  type PushSubscription,
  type PushSubscriptions,
} from '../../../ports/push-subscriptions.ts';
import { inTransactionAs, SERVICE_IDENTITY } from './database.ts';

/** As the service: a browser changes hands between colleagues, whose rows are hidden from each other. */
export class KnexPushSubscriptions implements PushSubscriptions {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async save(
    userId: UserId,
    { endpoint, keys }: PushSubscription,
    line: AuditEntry,
  ): Promise<void> {
    await this.#run(async (trx) => {
      await trx('audit_logs').insert(auditRow(line));
      await trx('push_subscriptions')
        .insert({ endpoint, user_id: userId, keys, created_at: trx.raw('clock_timestamp()') })
        .onConflict('endpoint')
        .merge();
      await trx('push_subscriptions')
        .where({ user_id: userId })
        .whereNotIn(
          'endpoint',
          trx('push_subscriptions')
            .where({ user_id: userId })
            .orderBy('created_at', 'desc')
            .limit(MAX_PUSH_SUBSCRIPTIONS)
            .select('endpoint'),
        )
        .delete();
    });
  }

  async remove(userId: UserId, endpoint: string, line: AuditEntry): Promise<void> {
    await this.#run(async (trx) => {
      await trx('audit_logs').insert(auditRow(line));
      await trx('push_subscriptions').where({ user_id: userId, endpoint }).delete();
    });
  }

  async ofRoles(roles: readonly StaffRole[]): Promise<readonly PushSubscription[]> {
    return this.#run((trx) =>
      trx('push_subscriptions')
        .join('users', 'users.id', 'push_subscriptions.user_id')
        .whereIn('users.role', [...roles])
        .whereNull('users.disabled_at')
        .orderBy('push_subscriptions.created_at')
        .select('endpoint', 'keys'),
    );
  }

  async forget(endpoint: string): Promise<void> {
    await this.#run((trx) => trx('push_subscriptions').where({ endpoint }).delete());
  }

  #run<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransactionAs(this.#db, SERVICE_IDENTITY, work);
  }
}
