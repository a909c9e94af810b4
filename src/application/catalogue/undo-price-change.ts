import { trace } from '../../domain/audit/audit-entry.ts';
import { samePrices } from '../../domain/catalogue/price.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';
import { notePrices } from './price-changes.ts';
import { mustBeSound } from './product-rules.ts';

/** Prices become again what they were before a change: an edit's, or those of a whole import. */
export class UndoPriceChange {
  readonly #deps: CatalogueDeps;

  constructor(deps: CatalogueDeps) {
    this.#deps = deps;
  }

  /**
   * A price that somebody changed since then stays, and is counted as kept.
   * @throws LeaError `forbidden`, `price_change_not_found` (404), `invalid_product`
   */
  async execute(command: { readonly actor: Actor; readonly changeId: string }): Promise<{
    readonly changeId: string | null;
    readonly undone: number;
    readonly kept: number;
  }> {
    const { actor, changeId } = command;
    const { uow, clock, ids } = this.#deps;
    await authorise(uow, actor, 'product.undo_prices');
    return uow.run(actor, async ({ catalogue, audit }) => {
      const now = clock.now();
      const notes = await catalogue.priceChange(changeId);
      if (notes.length === 0) throw notFound('price_change');
      const products = await catalogue.lock(notes.map(({ productId }) => productId));
      const undone = notes.flatMap((note) => {
        const before = products.find(({ id }) => id === note.productId);
        return before !== undefined && samePrices(before, note.after)
          ? [{ before, after: { ...before, ...note.before } }]
          : [];
      });
      for (const { before, after } of undone) mustBeSound(after, before);
      await catalogue.put(
        undone.map(({ after }) => after),
        now,
      );
      const by = { actor, changeId: ids.uuid(), via: 'undo', at: now } as const;
      const again = await notePrices(catalogue, undone, by);
      await audit.record(
        trace(actor, 'product.undo_prices', {
          rows: undone.map(({ after }) => after.id),
          columns: ['price_cfa', 'promo_price_cfa'],
          count: undone.length,
        }),
      );
      return { changeId: again, undone: undone.length, kept: notes.length - undone.length };
    });
  }
}
