import type { Knex } from 'knex';
import { inTransactionAs, SERVICE_IDENTITY } from './database.ts';

/** What pg-boss stamps when it has done something, and does it again some time after. */
const STAMPS = {
  version: ['cron_on', 'bam_on', 'flow_on', 'reindex_on', 'monitor_backoff_on'],
  queue: ['monitor_on', 'monitor_claim_on', 'maintain_on'],
} as const;

/**
 * For when the database's clock was set back: a job that was enqueued or tried in what is the future now is due,
 * and pg-boss's own rounds, cron among them, do not wait until the clock is there again. Answers how many jobs.
 */
export function straightenJobs(db: Knex): Promise<number> {
  return inTransactionAs(db, SERVICE_IDENTITY, async (trx) => {
    for (const [table, columns] of Object.entries(STAMPS)) {
      const ahead = columns.map((column) => `${column} > now() + interval '1 minute'`);
      const back = columns.map((column) => `${column} = least(${column}, now())`);
      await trx.raw(`update pgboss.${table} set ${back.join(', ')} where ${ahead.join(' or ')}`);
    }
    const { rowCount } = await trx.raw<{ rowCount: number }>(
      `update pgboss.job set start_after = least(start_after, now()), created_on = least(created_on, now()), started_on = least(started_on, now()),
         heartbeat_on = least(heartbeat_on, now())
       where state in ('created', 'retry', 'active') and greatest(created_on, started_on, heartbeat_on) > now() + interval '1 minute'`,
    );
    return rowCount;
  });
}
