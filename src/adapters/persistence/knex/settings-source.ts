import type { Knex } from 'knex';
import { completeSettings, type ShopSettings } from '../../../domain/shop/shop-settings.ts';
import type { ShopSettingsSource } from '../../../ports/shop-settings-source.ts';
import { inTransactionAs } from './database.ts';

const REFRESH_MS = 1_000;

/**
 * The newest version of the settings over the defaults of this installation. One small query a second keeps
 * every replica within a second of a change, with no connection held for it.
 */
export class KnexSettingsSource implements ShopSettingsSource {
  readonly #db: Knex;
  /** What holds where the shop has said nothing. */
  readonly defaults: ShopSettings;
  #version = 0;
  #current: ShopSettings;
  #toldZone: string | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(db: Knex, defaults: ShopSettings) {
    this.#db = db;
    this.defaults = defaults;
    this.#current = defaults;
  }

  current(): ShopSettings {
    return this.#current;
  }

  /** Loads the settings and keeps them fresh until `stop`. `onError` hears of a failed refresh. */
  async start(onError: (error: unknown) => void): Promise<void> {
    await this.#tick();
    this.#timer = setInterval(() => void this.#tick().catch(onError), REFRESH_MS);
    this.#timer.unref();
  }

  async refresh(): Promise<void> {
    const newest = await inTransactionAs(this.#db, { role: 'service_role', claims: {} }, (trx) =>
      trx('settings')
        .select<{ version: number; value: Partial<ShopSettings> }[]>('version', 'value')
        .where('version', '>', this.#version)
        .orderBy('version', 'desc')
        .first(),
    );
    if (newest === undefined) return;
    this.#version = newest.version;
    this.#current = completeSettings(this.defaults, newest.value);
  }

  async #tick(): Promise<void> {
    await this.refresh();
    await this.#tellZone();
  }

  /** The triggers that count by day begin a day where the shop does. */
  async #tellZone(): Promise<void> {
    const { timeZone } = this.#current;
    if (this.#toldZone === timeZone) return;
    await inTransactionAs(this.#db, { role: 'service_role', claims: {} }, (trx) =>
      trx.raw(
        `insert into kpi_clock as c (time_zone) values (?)
         on conflict (only_row) do update set time_zone = excluded.time_zone where c.time_zone <> excluded.time_zone`,
        [timeZone],
      ),
    );
    this.#toldZone = timeZone;
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }
}
