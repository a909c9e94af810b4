import type { Actor } from '../../domain/shared/actor.ts';
import type { CatalogueProduct } from '../../ports/repositories/catalogue.ts';
import { mustEditCatalogue, type CatalogueMeans } from './catalogue-means.ts';

const PAGE = 1_000;

/** The whole shelf by name, page by page, so that its size does not matter. */
export class ExportProducts {
  readonly #means: Pick<CatalogueMeans, 'uow'>;

  constructor(means: Pick<CatalogueMeans, 'uow'>) {
    this.#means = means;
  }

  /** @throws LeaError `forbidden`, before the first page */
  async *execute({
    actor,
  }: {
    readonly actor: Actor;
  }): AsyncGenerator<readonly CatalogueProduct[], void> {
    mustEditCatalogue(actor);
    let after: CatalogueProduct | null = null;
    for (;;) {
      const page: readonly CatalogueProduct[] = await this.#means.uow.run(actor, ({ catalogue }) =>
        catalogue.page(after, PAGE),
      );
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page.at(-1) ?? null;
    }
  }
}
