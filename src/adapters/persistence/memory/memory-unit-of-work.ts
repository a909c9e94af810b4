import type { Actor } from '../../../domain/shared/actor.ts';
import type { Repositories, UnitOfWork } from '../../../ports/unit-of-work.ts';
import { MemoryAlerts } from './memory-alerts.ts';
import { MemoryAuditTrail } from './memory-audit-trail.ts';
import { MemoryCampaigns } from './memory-campaigns.ts';
import { MemoryCatalogue } from './memory-catalogue.ts';
import { MemoryConversations } from './memory-conversations.ts';
import { MemoryCoupons } from './memory-coupons.ts';
import { MemoryCustomers } from './memory-customers.ts';
import { MemoryEarlyChanges } from './memory-early-changes.ts';
import { MemoryErasure } from './memory-erasure.ts';
import { MemoryInboxMarks } from './memory-inbox-marks.ts';
import { MemoryJobQueue } from './memory-job-queue.ts';
import { MemoryMessages } from './memory-messages.ts';
import { MemoryOrders } from './memory-orders.ts';
import { MemoryProducts } from './memory-products.ts';
import {
  MemoryQuarantine,
  MemoryRecommendations,
  MemoryTurns,
  MemoryUnmetDemand,
} from './memory-records.ts';
import type { MemoryStore } from './memory-store.ts';

/** Transactions over a `MemoryStore`. Rights of the actor are the database's business and not imitated. */
export class MemoryUnitOfWork implements UnitOfWork {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  run<T>(_actor: Actor, work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return this.#store.exclusively(async () => {
      const transaction: Transaction = { over: false, failure: null };
      try {
        const result = await work(this.#repositories(transaction));
        if (transaction.failure !== null) throw transaction.failure.error;
        return result;
      } finally {
        transaction.over = true;
      }
    });
  }

  #repositories(transaction: Transaction): Repositories {
    const store = this.#store;
    const bound = <R extends object>(repository: R): R => bind(repository, transaction);
    return {
      customers: bound(new MemoryCustomers(store)),
      conversations: bound(new MemoryConversations(store)),
      messages: bound(new MemoryMessages(store)),
      earlyChanges: bound(new MemoryEarlyChanges(store)),
      marks: bound(new MemoryInboxMarks(store)),
      products: bound(new MemoryProducts(store)),
      catalogue: bound(new MemoryCatalogue(store)),
      alerts: bound(new MemoryAlerts(store)),
      orders: bound(new MemoryOrders(store)),
      coupons: bound(new MemoryCoupons(store)),
      campaigns: bound(new MemoryCampaigns(store)),
      turns: bound(new MemoryTurns(store)),
      recommendations: bound(new MemoryRecommendations(store)),
      unmetDemand: bound(new MemoryUnmetDemand(store)),
      quarantine: bound(new MemoryQuarantine(store)),
      erasure: bound(new MemoryErasure(store)),
      audit: bound(new MemoryAuditTrail(store)),
      jobs: bound(new MemoryJobQueue(store)),
      asService: async (step) => {
        try {
          return await step();
        } catch (error) {
          transaction.failure = { error };
          throw error;
        }
      },
    };
  }
}

interface Transaction {
  over: boolean;
  /** PostgreSQL keeps nothing of a transaction in which a statement failed, even if the caller caught it. */
  failure: { readonly error: unknown } | null;
}

function bind<R extends object>(repository: R, transaction: Transaction): R {
  return new Proxy(repository, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== 'function') return member;
      return async (...parameters: unknown[]): Promise<unknown> => {
        if (transaction.over) throw new Error('The transaction of this repository is over.');
        if (transaction.failure !== null)
          throw new Error('The transaction failed before; nothing more can be done in it.');
        try {
          return await (Reflect.apply(member, target, parameters) as Promise<unknown>);
        } catch (error) {
          transaction.failure = { error };
          throw error;
        }
      };
    },
  });
}
