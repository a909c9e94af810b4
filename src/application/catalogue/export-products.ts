import type { Product } from '../../domain/catalogue/product.ts';
import { trace } from '../../domain/audit/audit-entry.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { authorise } from '../audit/authorise.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';

const PAGE = 1_000;

/** The whole shelf by name, page by page, so that its size does not matter. */
export class ExportProducts {
  readonly #deps: Pick<CatalogueDeps, 'uow'>;

  constructor(deps: Pick<CatalogueDeps, 'uow'>) {
    this.#deps = deps;
  }

  /** What the actor may see. */
  async *execute({ actor }: { readonly actor: Actor }): AsyncGenerator<readonly Product[], void> {
    const { uow } = this.#deps;
    await authorise(uow, actor, 'product.export');
    await uow.run(actor, ({ audit }) => audit.record(trace(actor, 'product.export')));
    let after: Product | null = null;
    for (;;) {
      const page: readonly Product[] = await uow.run(actor, ({ catalogue }) =>
        catalogue.page(after, PAGE),
      );
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page.at(-1) ?? null;
    }
  }
}
