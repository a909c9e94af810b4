import type { Knex } from 'knex';
import type { StoreVersions, SystemReads, WorkState } from '../../../ports/system-reads.ts';
import { inTransactionAs } from './database.ts';

const WORK_SQL = `select
  (select count(*) from conversations where due_at <= now()) as "dueConversations",
  (select coalesce(greatest(0, extract(epoch from now() - min(due_at))), 0)::int from conversations where due_at <= now() and (lease_expires_at is null or lease_expires_at < now())) as "oldestDueSeconds",
  (select count(*) from conversations where due_at is not null and lease_expires_at > now()) as "workingConversations",
  (select count(*) from conversations where due_at is not null and attempts > 0) as "retryingConversations",
  (select count(*) from conversations where dead_at is not null) as "deadConversations",
  (select count(*) from pgboss.job where state in ('created', 'retry', 'active') and name <> 'dead-letter') as "waitingJobs",
  (select count(*) from pgboss.job where name = 'dead-letter' and created_on > now() - interval '1 day') as "deadJobs",
  (select count(*) from messages where provider_id is null and sender <> 'user' and status in ('queued', 'sending')) as "unsentMessages",
  (select count(*) from messages where timestamp > now() - interval '10 minutes' and sender <> 'user' and status in ('sent', 'delivered', 'read')) as "sentLately",
  (select count(*) from messages where timestamp > now() - interval '10 minutes' and sender <> 'user' and status in ('failed', 'unknown')) as "failedSendsLately",
  (select count(*) from turns where started_at > now() - interval '10 minutes') as "turnsLately",
  (select count(*) from turns where started_at > now() - interval '10 minutes' and model_calls > 0) as "modelTurnsLately",
  (select count(*) from turns where started_at > now() - interval '10 minutes' and outcome = 'fallback') as "fallbacksLately",
  (select count(*) from messages where swift_hash is not null and sender = 'assistant' and timestamp > now() - interval '7 days') as "appGreetings",
  (select coalesce(json_agg(one), '[]') from (select data ->> 'notifier' as notifier, count(*) from pgboss.job
     where name = 'deliver-alert' and state in ('retry', 'failed') and created_on > now() - interval '1 hour' group by 1 order by 1) as one) as undelivered`;

export class KnexSystemReads implements SystemReads {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async work(): Promise<WorkState> {
    const { rows } = await this.#as((trx) => trx.raw<{ rows: [WorkState] }>(WORK_SQL));
    return rows[0];
  }

  async versions(): Promise<StoreVersions> {
    return this.#as(async (trx) => {
      const { rows } = await trx.raw<{ rows: [{ postgres: string; settings: number }] }>(
        `select current_setting('server_version') as postgres, coalesce((select max(version) from settings), 0) as settings`,
      );
      return {
        ...rows[0],
        migrations: await trx('lea.migrations').orderBy('id').pluck<string[]>('name'),
      };
    });
  }

  async modelCostMilliCfaSince(since: Date): Promise<number> {
    const { rows } = await this.#as((trx) =>
      trx.raw<{ rows: [{ cost: number }] }>(
        'select coalesce(sum(cost_milli_cfa), 0)::bigint as cost from turns where started_at >= ?',
        [since],
      ),
    );
    return rows[0].cost;
  }

  #as<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransactionAs(this.#db, { role: 'service_role', claims: {} }, work);
  }
}
