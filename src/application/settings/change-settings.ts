import { trace } from '../../domain/audit/audit-entry.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import { changedSettings } from '../../domain/shop/changed-settings.ts';
import { COUNTRIES } from '../../domain/shop/countries.ts';
import type { ShopSettings } from '../../domain/shop/shop-settings.ts';
import type { SettingsStore, SettingsVersion } from '../../ports/settings-store.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** What the shop itself says in the consent question; the rest has a version of its own. */
const CONSENTED_TO = ['consentTexts'] as const;

export interface ChangeSettingsDeps {
  readonly settingsStore: SettingsStore;
  readonly uow: UnitOfWork;
  /** Lets this replica work with the new version at once; the others follow within a second. */
  readonly applied: () => Promise<void>;
}

/** Replaces the settings by a new version; the old ones stay. */
export class ChangeSettings {
  readonly #deps: ChangeSettingsDeps;

  constructor(deps: ChangeSettingsDeps) {
    this.#deps = deps;
  }

  /**
   * @throws LeaError `invalid_settings`, `consent_version_needed`, `settings_changed` when `version` is not the
   * newest any more
   */
  async execute(command: {
    readonly actor: Actor;
    readonly version: number;
    readonly value: ShopSettings;
  }): Promise<SettingsVersion> {
    const { settingsStore: store, uow, applied } = this.#deps;
    const { actor, version, value } = command;
    await authorise(uow, actor, 'settings.change');
    if (!(value.country in COUNTRIES)) {
      throw new LeaError(
        'invalid',
        'invalid_settings',
        `value.country: must be one of ${Object.keys(COUNTRIES).join(', ')}.`,
        { field: 'value.country' },
      );
    }
    const { version: known, value: before } = await store.newest(actor);
    if (
      known === version &&
      value.consentVersion === before.consentVersion &&
      CONSENTED_TO.some((key) => JSON.stringify(value[key]) !== JSON.stringify(before[key]))
    ) {
      throw new LeaError(
        'invalid',
        'consent_version_needed',
        'value.consentVersion: a new version is needed, as what customers agree to has changed.',
        { field: 'value.consentVersion' },
      );
    }
    const stored = await store.append(
      actor,
      version,
      value,
      trace(actor, 'settings.change', { columns: changedSettings(before, value) }),
    );
    if (stored === null) {
      const { version: newest } = await store.newest(actor);
      throw new LeaError(
        'conflict',
        'settings_changed',
        'Somebody changed the settings meanwhile: read them again.',
        { version: newest },
      );
    }
    await applied();
    return stored;
  }
}
