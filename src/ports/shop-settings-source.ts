import type { ShopSettings } from '../domain/shop/shop-settings.ts';

/** The settings in force, kept in memory and refreshed when a new version is stored. */
export interface ShopSettingsSource {
  current(): ShopSettings;
}
