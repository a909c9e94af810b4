import type { Knex } from 'knex';
import type { ShopSettings } from '../../../domain/shop/shop-settings.ts';
import type { ShopSettingsSource } from '../../../ports/shop-settings-source.ts';
import { inTransactionAs } from './database.ts';

const REFRESH_MS = 1_000;

/**
 * The newest version of the settings over the defaults of this installation. One small query a second keeps
 * every replica within a second of a change, with no connection held for it.
 */
export class KnexSettingsSource implements ShopSettingsSource {
  readonly #db: Knex;
  readonly #defaults: ShopSettings;
  #version = 0;
  #current: ShopSettings;
  #timer: NodeJS.Timeout | null = null;

  constructor(db: Knex, defaults: ShopSettings) {
    this.#db = db;
    this.#defaults = defaults;
    this.#current = defaults;
  }

  current(): ShopSettings {
    return this.#current;
  }

  /** Loads the settings and keeps them fresh until `stop`. `onError` hears of a failed refresh. */
  async start(onError: (error: unknown) => void): Promise<void> {
    await this.refresh();
    this.#timer = setInterval(() => void this.refresh().catch(onError), REFRESH_MS);
    this.#timer.unref();
  }

  async refresh(): Promise<void> {
    const newest = await inTransactionAs(this.#db, { role: 'service_role', claims: {} }, (trx) =>
      trx('settings').select<{ version: number; value: Partial<ShopSettings> }[]>('version', 'value').where('version', '>', this.#version).orderBy('version', 'desc').first(),
    );
    if (newest === undefined) return;
    this.#version = newest.version;
    this.#current = { ...this.#defaults, ...newest.value };
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }
}
