import { trace } from '../../domain/audit/audit-entry.ts';
import type { Product, ProductId } from '../../domain/catalogue/product.ts';
import type { Language, UserId } from '../../domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { PersonalRows } from '../../ports/repositories/erasure.ts';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';
import { exportedFiles, type ExportedFile } from './exported-files.ts';
import { productIdsIn } from './product-ids-in.ts';
import type { PrivacyDeps } from './privacy-deps.ts';

export interface PersonalData {
  readonly language: Language;
  /** By table; what is left out, and why, stands in the register. */
  readonly tables: PersonalRows;
  /** Names for the products that are mentioned by id; those that have left the catalogue have none. */
  readonly products: readonly Pick<Product, 'id' | 'name'>[];
  /** Photos, voice notes and documents that are kept. */
  readonly files: readonly ExportedFile[];
}

type ExportDeps = PrivacyDeps & { readonly uow: UnitOfWork; readonly store: MediaStore };

/** Gives a person everything that is held. */
export class ExportUserData {
  readonly #deps: ExportDeps;

  constructor(deps: ExportDeps) {
    this.#deps = deps;
  }

  /** For staff. @throws LeaError `user_not_found` */
  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
  }): Promise<PersonalData> {
    const { actor, userId } = command;
    await authorise(this.#deps.uow, actor, 'customer.export');
    return this.#export(async ({ customers }) => {
      if ((await customers.get(userId)) === null) throw notFound('user');
      return { actor, userId };
    });
  }

  /** For the customer, by the one-time link. @throws LeaError `link_not_found` when unknown, used or expired */
  async byLink(token: string): Promise<PersonalData> {
    const { hash, clock } = this.#deps;
    return this.#export(async ({ erasure }) => {
      const userId = await erasure.takeExportLink(hash.of(token), clock.now());
      if (userId === null) throw notFound('link');
      return { actor: { kind: 'customer' }, userId };
    });
  }

  async #export(
    whose: (repositories: Repositories) => Promise<{
      readonly actor: Parameters<typeof trace>[0];
      readonly userId: UserId;
    }>,
  ): Promise<PersonalData> {
    const { uow, store } = this.#deps;
    const held = await uow.run(SERVICE, async (repositories) => {
      const { actor, userId } = await whose(repositories);
      await repositories.audit.record(
        trace(actor, 'customer.export', { rows: [userId], subjects: [userId] }),
      );
      const tables = await repositories.erasure.exportOf(userId);
      const products = await repositories.products.getMany(productIdsIn(tables) as ProductId[]);
      return { userId, tables, products };
    });
    const { userId, tables, products } = held;
    return {
      language: tables.users[0]?.['language'] === 'en' ? 'en' : 'fr',
      tables,
      products: products.map(({ id, name }) => ({ id, name })),
      files: await exportedFiles(store, userId, tables.messages),
    };
  }
}
