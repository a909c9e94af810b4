import type { Job, JobQueue } from '../../../ports/job-queue.ts';
import type { MemoryStore } from './memory-store.ts';

/** Collects jobs; they run when the harness says so. */
export class MemoryJobQueue implements JobQueue {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  /** Within a transaction, as its `jobs`. */
  async enqueue(job: Job): Promise<void> {
    this.#store.jobs.insert({ id: String(this.#store.nextSequence()), job });
  }

  /** Committed jobs that have not run yet, oldest first. */
  waiting(): Promise<readonly Job[]> {
    return this.#store.exclusively(async () => this.#store.jobs.all().map(({ job }) => job));
  }

  /**
   * Runs every waiting job and those that they enqueue, one after another; answers how many ran. A job whose
   * handler throws waits again, behind the others, and the error is passed on.
   */
  async drain(handler: (job: Job) => Promise<void>): Promise<number> {
    for (let done = 0; ; done += 1) {
      const job = await this.#take();
      if (job === null) return done;
      try {
        await handler(job);
      } catch (error) {
        await this.#store.exclusively(() => this.enqueue(job));
        throw error;
      }
    }
  }

  #take(): Promise<Job | null> {
    return this.#store.exclusively(async () => {
      const [next] = this.#store.jobs.all();
      if (next === undefined) return null;
      this.#store.jobs.deleteAll([next]);
      return next.job;
    });
  }
}
