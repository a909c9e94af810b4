import type { AuditEntry } from '../domain/audit/audit-entry.ts';
import type { Actor } from '../domain/shared/actor.ts';
import type { ShopSettings } from '../domain/shop/shop-settings.ts';
import type { Colleague } from './staff-reads.ts';

export interface SettingsVersion {
  /** 0 while the shop has changed nothing. */
  readonly version: number;
  readonly value: ShopSettings;
  readonly at: string | null;
  readonly by: Colleague | null;
}

export interface SettingsChange {
  readonly version: number;
  readonly at: string;
  readonly by: Colleague | null;
  /** Names of the settings that differ from the version before. */
  readonly changed: readonly string[];
}

/** Settings in versions that are only ever added to. */
export interface SettingsStore {
  newest(actor: Actor): Promise<SettingsVersion>;
  get(actor: Actor, version: number): Promise<SettingsVersion | null>;
  /**
   * Adds a version after `expected`, and with it a line of the audit log about that version; null when somebody
   * else was
   * faster.
   */
  append(
    actor: Actor,
    expected: number,
    value: ShopSettings,
    line: AuditEntry,
  ): Promise<SettingsVersion | null>;
  /** Newest first, below `before` when given. */
  history(actor: Actor, before: number | null, limit: number): Promise<readonly SettingsChange[]>;
}
