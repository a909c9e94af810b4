import type { Knex } from 'knex';
import type { Actor } from '../../../domain/shared/actor.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { Repositories, UnitOfWork } from '../../../ports/unit-of-work.ts';
import { isDatabaseAway } from '../../network/out-of-order.ts';
import { become, identityOf, inTransactionAs, SERVICE_IDENTITY } from './database.ts';
import { KnexAlerts } from './knex-alerts.ts';
import { KnexAuditTrail } from './knex-audit-trail.ts';
import { KnexCampaigns } from './knex-campaigns.ts';
import { KnexCatalogue } from './knex-catalogue.ts';
import { KnexConversations } from './knex-conversations.ts';
import { KnexCoupons } from './knex-coupons.ts';
import { KnexCustomers } from './knex-customers.ts';
import { KnexEarlyChanges } from './knex-early-changes.ts';
import { KnexErasure } from './knex-erasure.ts';
import { KnexInboxMarks } from './knex-inbox-marks.ts';
import { KnexMessages } from './knex-messages.ts';
import { KnexOrders } from './knex-orders.ts';
import { KnexProducts, type KnownVocabulary } from './knex-products.ts';
import { KnexQuarantine, KnexRecommendations, KnexTurns, KnexUnmetDemand } from './knex-records.ts';
import { PgBossJobQueue, type Enqueue } from './pg-boss-job-queue.ts';

/** Transactions on PostgreSQL, each with the actor's rights. */
export class KnexUnitOfWork implements UnitOfWork {
  readonly #db: Knex;
  readonly #jobs: Enqueue;
  readonly #vocabulary: KnownVocabulary = {
    version: 0,
    words: { categories: [], brands: [], attributes: [] },
  };

  constructor(db: Knex, jobs: Enqueue) {
    this.#db = db;
    this.#jobs = jobs;
  }

  async run<T>(actor: Actor, work: (repositories: Repositories) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inTransactionAs(this.#db, identityOf(actor), (trx) =>
          workInside(trx, actor, { jobs: this.#jobs, vocabulary: this.#vocabulary }, work),
        );
      } catch (error) {
        if (attempt < MAX_ATTEMPTS && isPassing(error)) continue;
        throw translated(error);
      }
    }
  }
}

/** What a transaction's repositories need beside it. */
export interface WorkDeps {
  readonly jobs: Enqueue;
  readonly vocabulary: KnownVocabulary;
}

/** A unit of work inside a transaction that has the actor's rights already. */
export async function workInside<T>(
  trx: Knex.Transaction,
  actor: Actor,
  deps: WorkDeps,
  work: (repositories: Repositories) => Promise<T>,
): Promise<T> {
  let failure: { readonly error: unknown } | null = null;
  const asService: Repositories['asService'] = async (step) => {
    try {
      if (actor.kind === 'service') return await step();
      await become(trx, SERVICE_IDENTITY);
      const done = await step();
      await become(trx, identityOf(actor));
      return done;
    } catch (error) {
      // What goes on would do so as the service: whoever catches this, the transaction is over.
      failure ??= { error };
      throw error;
    }
  };
  const audit = new KnexAuditTrail(trx, asService);
  const result = await work({
    ...repositoriesOn(trx, deps),
    audit,
    asService,
  });
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
  return result;
}

const repositoriesOn = (
  trx: Knex.Transaction,
  { jobs, vocabulary }: WorkDeps,
): Omit<Repositories, 'asService' | 'audit'> => ({
  customers: new KnexCustomers(trx),
  conversations: new KnexConversations(trx),
  messages: new KnexMessages(trx),
  earlyChanges: new KnexEarlyChanges(trx),
  marks: new KnexInboxMarks(trx),
  products: new KnexProducts(trx, vocabulary),
  catalogue: new KnexCatalogue(trx),
  alerts: new KnexAlerts(trx),
  orders: new KnexOrders(trx),
  coupons: new KnexCoupons(trx),
  campaigns: new KnexCampaigns(trx),
  turns: new KnexTurns(trx),
  recommendations: new KnexRecommendations(trx),
  unmetDemand: new KnexUnmetDemand(trx),
  quarantine: new KnexQuarantine(trx),
  erasure: new KnexErasure(trx),
  jobs: new PgBossJobQueue(trx, jobs),
});

const MAX_ATTEMPTS = 4;
/**
 * Two transactions that wait for each other, of which the database undid one; or a row that another one removed
 * while this one wrote beside it, as an erasure does. Run again, it sees how things are now.
 */
const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '23503');

/** The database's refusals in the core's words; what is a defect of ours goes through as it is. */
export function translated(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === '42501') return new LeaError('forbidden', 'forbidden', 'Your role may not do this.');
  if (isDatabaseAway(error)) {
    return new LeaError(
      'unavailable',
      'database_unavailable',
      'The database cannot take this right now. Try again later.',
      { retryAfterSeconds: 10 },
    );
  }
  return error;
}
