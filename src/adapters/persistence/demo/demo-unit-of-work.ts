import type { Knex } from 'knex';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { Repositories, UnitOfWork } from '../../../ports/unit-of-work.ts';
import { become, identityOf } from '../knex/database.ts';
import { workInside, type WorkDeps } from '../knex/knex-unit-of-work.ts';
import type { Enqueue } from '../knex/pg-boss-job-queue.ts';
import type { DemoClock } from './demo-clock.ts';
import { tell } from './demo-transaction.ts';

/**
 * Every unit of work within one and the same transaction, with the rights of whoever acts: they cost no round
 * trips of their own. A unit that fails undoes all of them.
 */
export class DemoUnitOfWork implements UnitOfWork {
  readonly #trx: Knex.Transaction;
  readonly #clock: DemoClock;
  readonly #deps: WorkDeps;
  #acting = '';

  constructor(trx: Knex.Transaction, clock: DemoClock, jobs: Enqueue) {
    this.#trx = trx;
    this.#clock = clock;
    const words = { categories: [], brands: [], attributes: [] };
    this.#deps = { jobs, vocabulary: { version: 0, words } };
  }

  async run<T>(actor: Actor, work: (repositories: Repositories) => Promise<T>): Promise<T> {
    await tell(this.#trx, this.#clock);
    const identity = identityOf(actor);
    if (JSON.stringify(identity) !== this.#acting) await become(this.#trx, identity);
    this.#acting = JSON.stringify(identity);
    return workInside(this.#trx, actor, this.#deps, work);
  }

  /** Work on the same transaction that sets the rights itself, and leaves them as somebody's. */
  async beside<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    await tell(this.#trx, this.#clock);
    const done = await work();
    this.#acting = JSON.stringify(identityOf(actor));
    return done;
  }
}
