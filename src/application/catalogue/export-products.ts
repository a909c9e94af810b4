import { trace } from '../../domain/audit/audit-entry.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { CatalogueProduct } from '../../ports/repositories/catalogue.ts';
import { authorise } from '../audit/authorise.ts';
import type { CatalogueMeans } from './catalogue-means.ts';

const PAGE = 1_000;

/** The whole shelf by name, page by page, so that its size does not matter. */
export class ExportProducts {
  readonly #means: Pick<CatalogueMeans, 'uow'>;

  constructor(means: Pick<CatalogueMeans, 'uow'>) {
    this.#means = means;
  }

  /** What the actor may see. */
  async *execute({
    actor,
  }: {
    readonly actor: Actor;
  }): AsyncGenerator<readonly CatalogueProduct[], void> {
    const { uow } = this.#means;
    await authorise(uow, actor, 'product.export');
    await uow.run(actor, ({ audit }) => audit.record(trace(actor, 'product.export')));
    let after: CatalogueProduct | null = null;
    for (;;) {
      const page: readonly CatalogueProduct[] = await uow.run(actor, ({ catalogue }) =>
        catalogue.page(after, PAGE),
      );
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page.at(-1) ?? null;
    }
  }
}
