import type { Knex } from 'knex';
import type { ClientBase } from 'pg';
import { fromKnex, PgBoss } from 'pg-boss';
import type { Job } from '../../../ports/job-queue.ts';
import type { Log } from '../../../ports/log.ts';
import { asOwner } from './as-owner.ts';

const SCHEMA = 'pgboss';
/** The queue's own statements are short; one that never ends would hold a job and a connection for ever. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** The server gives up first, unless it is gone. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 10_000;
/** Work that comes round by itself, beside the jobs that use cases enqueue. */
export type ScheduledJob =
  'conversation-housekeeping' | 'send-campaigns' | 'apply-retention' | 'weekly-demand';
type JobName = Job['name'] | ScheduledJob;
export type JobHandlers = {
  readonly [N in Job['name']]: (data: Extract<Job, { name: N }>['data']) => Promise<unknown>;
};

interface Policy {
  readonly retryLimit: number;
  /** Seconds before the first retry; doubled each time. */
  readonly retryDelay: number;
}

/** Alerts must arrive; what is scheduled comes round again anyway. */
const POLICIES: Readonly<Record<JobName, Policy>> = {
  'deliver-alert': { retryLimit: 8, retryDelay: 2 },
  'alert-taken': { retryLimit: 3, retryDelay: 2 },
  'confirm-erasure': { retryLimit: 8, retryDelay: 5 },
  'purge-media': { retryLimit: 12, retryDelay: 10 },
  'purge-picture': { retryLimit: 12, retryDelay: 10 },
  'order-settled': { retryLimit: 5, retryDelay: 2 },
  'conversation-housekeeping': { retryLimit: 0, retryDelay: 1 },
  'send-campaigns': { retryLimit: 0, retryDelay: 1 },
  'apply-retention': { retryLimit: 2, retryDelay: 60 },
  'weekly-demand': { retryLimit: 2, retryDelay: 60 },
};
const DEAD = 'dead-letter';

/**
 * Makes pg-boss's schema and our queues, as the owner. The server works in it as `service_role`, which may
 * read and write its rows and nothing else there; staff and anonymous callers have no right to it at all.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await installQueues(ownerUrl);
    await forgetPayloadsOfBefore(client);
    await client.query(
      `grant usage on schema ${SCHEMA} to service_role; grant select, insert, update, delete on all tables in schema ${SCHEMA} to service_role; grant usage on all sequences in schema ${SCHEMA} to service_role; revoke execute on all functions in schema ${SCHEMA} from public; grant execute on all functions in schema ${SCHEMA} to service_role`,
    );
  });
}

/**
 * An older version named the erased person in the payload of `purge-media`: what still waits is owed as today, and
 * what is done is deleted.
 */
async function forgetPayloadsOfBefore(client: ClientBase): Promise<void> {
  await client.query(
    `with old as (select id, data ->> 'userId' as person, state from ${SCHEMA}.job where name in ('purge-media', '${DEAD}') and data ? 'userId'),
       owed as (
         insert into public.media_purges (id, folders) select id, array['customers/' || person || '/'] from old
         where state in ('created', 'retry', 'active', 'failed') on conflict do nothing),
       named as (
         update ${SCHEMA}.job j set data = jsonb_build_object('purgeId', j.id), output = null from old
         where j.id = old.id and old.state in ('created', 'retry', 'active'))
     delete from ${SCHEMA}.job j using old where j.id = old.id and old.state not in ('created', 'retry', 'active')`,
  );
}

async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await boss.createQueue(DEAD);
    for (const [name, policy] of Object.entries(POLICIES)) {
      const queue = {
        ...policy,
        retryBackoff: policy.retryLimit > 0,
        expireInSeconds: 120,
        heartbeatSeconds: 10,
        deleteAfterSeconds: 86_400,
        deadLetter: DEAD,
        notify: true,
      };
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, queue);
      else await boss.updateQueue(name, queue);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** pg-boss as this process uses it: every process enqueues, workers also run. */
export class JobRunner {
  readonly #boss: PgBoss;
  readonly #log: Log;

  constructor(options: { readonly serverUrl: string; readonly log: Log; readonly runs: boolean }) {
    this.#log = options.log;
    this.#boss = new PgBoss({
      connectionString: options.serverUrl,
      // The login role has no rights of its own: these connections work as service_role from the start.
      options: `-c role=service_role -c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
      // Handed on to pg; the library's types do not name it.
      ...{ query_timeout: ANSWER_TIMEOUT_MS },
      application_name: 'lea-jobs',
      schema: SCHEMA,
      migrate: false,
      createSchema: false,
      supervise: options.runs,
      schedule: options.runs,
      superviseIntervalSeconds: 5,
      useListenNotify: options.runs,
      max: 4,
    });
    this.#boss.on('error', (error) => this.#log.warn('jobs_error', { error: error.name }));
  }

  async start(): Promise<void> {
    await this.#boss.start();
  }

  /** Lets running jobs end. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000 });
  }

  /** Within the caller's transaction. */
  async enqueue(trx: Knex.Transaction, job: Job): Promise<void> {
    await this.#boss.send(job.name, job.data, { db: fromKnex(trx) });
  }

  /** Runs the jobs that use cases enqueue. */
  async work(handlers: JobHandlers): Promise<void> {
    for (const name of Object.keys(handlers) as Job['name'][]) {
      const handle = handlers[name] as (data: object) => Promise<unknown>;
      await this.#boss.work<object>(
        name,
        { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5, localConcurrency: 2 },
        async ([job]) => {
          if (job) await this.#run(name, () => handle(job.data));
        },
      );
    }
  }

  /** Runs `handle` by cron (UTC), once for all replicas. */
  async schedule(name: ScheduledJob, cron: string, handle: () => Promise<unknown>): Promise<void> {
    await this.#boss.schedule(name, cron);
    await this.#boss.work(name, { pollingIntervalSeconds: 2 }, async () => this.#run(name, handle));
  }

  async #run(name: JobName, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.warn('job_failed', {
        job: name,
        error: error instanceof Error ? error.name : 'unknown',
      });
      throw withoutWords(error);
    }
  }
}

/** The queue keeps why a job failed; an error's own words may quote a path, a number or a message. */
function withoutWords(error: unknown): Error {
  const kept = new Error('The job failed; the log has the kind of the error.');
  kept.name = error instanceof Error ? error.name : 'unknown';
  delete kept.stack;
  return kept;
}
