import type { Product } from '../../domain/catalogue/product.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { UnmetNeed } from '../../ports/repositories/catalogue.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { authorise } from '../audit/authorise.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';

const DAY_MS = 86_400_000;
/** More than anybody reads. */
const MOST = 200;

export interface CatalogueWatch {
  readonly lowStock: readonly Product[];
  readonly expiringSoon: readonly Product[];
  readonly expired: readonly Product[];
  readonly unmetDemand: readonly UnmetNeed[];
}

/** What the shop should look after: stock, dates, and what customers asked for in vain. */
export class WatchCatalogue {
  readonly #deps: Pick<CatalogueDeps, 'uow' | 'clock'> & {
    readonly settings: ShopSettingsSource;
  };

  constructor(
    deps: Pick<CatalogueDeps, 'uow' | 'clock'> & { readonly settings: ShopSettingsSource },
  ) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly expiryDays: number;
    readonly demandDays: number;
  }): Promise<CatalogueWatch> {
    const { uow, clock, settings } = this.#deps;
    await authorise(uow, command.actor, 'demand.read');
    const now = clock.now();
    const { timeZone } = settings.current();
    const today = localDay(now, timeZone);
    // The day after the last one that counts.
    const end = localDay(new Date(now.getTime() + (command.expiryDays + 1) * DAY_MS), timeZone);
    const since = new Date(now.getTime() - command.demandDays * DAY_MS);
    return uow.run(command.actor, async ({ catalogue }) => ({
      lowStock: await catalogue.lowStock(MOST),
      expiringSoon: await catalogue.expiring(today, end, MOST),
      expired: await catalogue.expiring(null, today, MOST),
      unmetDemand: await catalogue.unmetSince(since, MOST),
    }));
  }
}
