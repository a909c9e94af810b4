import type { Actor } from '../domain/shared/actor.ts';
import type { JobQueue } from './job-queue.ts';
import type { AuditTrail } from './repositories/audit-trail.ts';
import type { Campaigns } from './repositories/campaigns.ts';
import type { Catalogue } from './repositories/catalogue.ts';
import type { Conversations } from './repositories/conversations.ts';
import type { Coupons } from './repositories/coupons.ts';
import type { Customers } from './repositories/customers.ts';
import type { EarlyChanges } from './repositories/early-changes.ts';
import type { Erasure } from './repositories/erasure.ts';
import type { InboxMarks } from './repositories/inbox-marks.ts';
import type { Messages } from './repositories/messages.ts';
import type { Products } from './repositories/products.ts';
import type {
  Alerts,
  Orders,
  Quarantine,
  Recommendations,
  Turns,
  UnmetDemand,
} from './repositories/records.ts';

/** Repositories bound to one transaction. */
export interface Repositories {
  readonly customers: Customers;
  readonly conversations: Conversations;
  readonly messages: Messages;
  readonly earlyChanges: EarlyChanges;
  readonly marks: InboxMarks;
  readonly products: Products;
  readonly catalogue: Catalogue;
  readonly alerts: Alerts;
  readonly orders: Orders;
  readonly coupons: Coupons;
  readonly campaigns: Campaigns;
  readonly turns: Turns;
  readonly recommendations: Recommendations;
  readonly unmetDemand: UnmetDemand;
  readonly quarantine: Quarantine;
  readonly erasure: Erasure;
  readonly audit: AuditTrail;
  readonly jobs: JobQueue;
  /**
   * A step of the same transaction with the service's rights, for what the actor may cause but neither read nor
   * write; nothing else of the transaction may run meanwhile. When it fails, nothing of the transaction is kept.
   */
  readonly asService: <T>(step: () => Promise<T>) => Promise<T>;
}

export interface UnitOfWork {
  /**
   * Runs `work` in one transaction with the actor's rights: all of it is kept, or nothing. No network call
   * belongs inside.
   */
  run<T>(actor: Actor, work: (repositories: Repositories) => Promise<T>): Promise<T>;
}
