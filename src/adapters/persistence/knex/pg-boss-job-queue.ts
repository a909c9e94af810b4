import type { Knex } from 'knex';
import type { Job, JobQueue } from '../../../ports/job-queue.ts';

/** What enqueues within a transaction; `JobRunner` in a running installation. */
export interface Enqueue {
  enqueue(trx: Knex.Transaction, job: Job): Promise<void>;
}

/** Jobs of pg-boss, bound to one transaction. */
export class PgBossJobQueue implements JobQueue {
  readonly #trx: Knex.Transaction;
  readonly #jobs: Enqueue;

  constructor(trx: Knex.Transaction, jobs: Enqueue) {
    this.#trx = trx;
    this.#jobs = jobs;
  }

  enqueue(job: Job): Promise<void> {
    return this.#jobs.enqueue(this.#trx, job);
  }
}
