import type { Knex } from 'knex';
import { SERVICE, type Actor } from '../../../domain/shared/actor.ts';
import type { Repositories, UnitOfWork } from '../../../ports/unit-of-work.ts';
import { become, identityOf } from '../knex/database.ts';
import { repositoriesOn } from '../knex/knex-unit-of-work.ts';
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
  readonly #repositories: Omit<Repositories, 'asService'>;
  #acting = '';

  constructor(trx: Knex.Transaction, clock: DemoClock, jobs: Enqueue) {
    this.#trx = trx;
    this.#clock = clock;
    this.#repositories = repositoriesOn(trx, jobs, {
      version: 0,
      words: { categories: [], brands: [], attributes: [] },
    });
  }

  async run<T>(actor: Actor, work: (repositories: Repositories) => Promise<T>): Promise<T> {
    await tell(this.#trx, this.#clock);
    await this.#actAs(actor);
    const asService: Repositories['asService'] = async (step) => {
      await this.#actAs(SERVICE);
      const done = await step();
      await this.#actAs(actor);
      return done;
    };
    return work({ ...this.#repositories, asService });
  }

  /** Work on the same transaction that sets the rights itself, and leaves them as somebody's. */
  async beside<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    await tell(this.#trx, this.#clock);
    const done = await work();
    this.#acting = JSON.stringify(actor);
    return done;
  }

  async #actAs(actor: Actor): Promise<void> {
    const wanted = JSON.stringify(actor);
    if (wanted === this.#acting) return;
    await become(this.#trx, identityOf(actor));
    this.#acting = wanted;
  }
}
