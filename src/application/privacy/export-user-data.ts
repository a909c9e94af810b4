import { trace } from '../../domain/audit/audit-entry.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';
import type { PrivacyMeans } from './privacy-means.ts';

export type PersonalData = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Gives a person everything that is held, by table. */
export class ExportUserData {
  readonly #means: PrivacyMeans & { readonly uow: UnitOfWork };

  constructor(means: PrivacyMeans & { readonly uow: UnitOfWork }) {
    this.#means = means;
  }

  /** For staff. @throws LeaError `user_not_found` */
  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
  }): Promise<PersonalData> {
    const { actor, userId } = command;
    await authorise(this.#means.uow, actor, 'customer.export');
    return this.#means.uow.run(SERVICE, async ({ customers, erasure, audit }) => {
      if ((await customers.get(userId)) === null) throw notFound('user');
      await audit.record(trace(actor, 'customer.export', { rows: [userId], subjects: [userId] }));
      return erasure.exportOf(userId);
    });
  }

  /** For the customer, by the one-time link. @throws LeaError `link_not_found` when unknown, used or expired */
  async byLink(token: string): Promise<PersonalData> {
    const { uow, hash, clock } = this.#means;
    return uow.run(SERVICE, async ({ erasure, audit }) => {
      const userId = await erasure.takeExportLink(hash.of(token), clock.now());
      if (userId === null) throw notFound('link');
      await audit.record(
        trace({ kind: 'customer' }, 'customer.export', { rows: [userId], subjects: [userId] }),
      );
      return erasure.exportOf(userId);
    });
  }
}
