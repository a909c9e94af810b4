import { stockingReport } from '../../domain/catalogue/stocking-report.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mailer } from '../../ports/mailer.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

const WEEK_MS = 7 * 86_400_000;
/** A mail that is read to its end. */
const LINES = 15;

/** Once a week: what to stock, by mail to the shop's owner. */
export class SendStockingReport {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly settings: ShopSettingsSource;
    readonly mailer: Mailer;
    readonly ownerEmail: string;
  };

  constructor(deps: {
    uow: UnitOfWork;
    clock: Clock;
    settings: ShopSettingsSource;
    mailer: Mailer;
    ownerEmail: string;
  }) {
    this.#deps = deps;
  }

  /** @throws ProviderError for the job queue to try again */
  async execute(): Promise<{ readonly sent: boolean }> {
    const { uow, clock, settings, mailer, ownerEmail } = this.#deps;
    const now = clock.now();
    const { shopName, timeZone } = settings.current();
    const since = new Date(now.getTime() - WEEK_MS);
    const report = await uow.run(SERVICE, async ({ catalogue }) =>
      stockingReport({
        shopName,
        ...(await catalogue.stockingDemand(since, localDay(now, timeZone), LINES)),
        lowStock: (await catalogue.lowStock(LINES)).filter(({ stockQty }) => stockQty > 0),
      }),
    );
    if (report === null) return { sent: false };
    await mailer.send({ to: ownerEmail, ...report });
    return { sent: true };
  }
}
