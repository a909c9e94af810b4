import type { ChangeSettings } from '../../../application/settings/change-settings.ts';
import { notFound } from '../../../domain/shared/errors.ts';
import type { SettingsStore, SettingsVersion } from '../../../ports/settings-store.ts';
import type { z } from 'zod';
import { changeSettings, readSettings, settingsHistory } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';

const TAG = 'Settings';

export interface SettingsRoutesDeps {
  readonly settingsStore: SettingsStore;
  readonly changeSettings: Pick<ChangeSettings, 'execute'>;
}

/** The domain's lists are read-only; the document's are lists. */
const shown = (version: SettingsVersion) =>
  version as unknown as z.input<typeof readSettings.response>;

export const settingsRoutes = ({
  settingsStore: store,
  changeSettings: change,
}: SettingsRoutesDeps): readonly Route[] => [
  defineRoute(readSettings, {
    summary: 'The settings in force, or an older version',
    tag: TAG,
    who: 'staff',
    errors: { 404: 'settings_not_found' },
    async handle({ actor, query }) {
      const version =
        query.version === undefined
          ? await store.newest(actor)
          : await store.get(actor, query.version);
      if (version === null) throw notFound('settings');
      return shown(version);
    },
  }),
  defineRoute(changeSettings, {
    summary: 'Replaces the settings; every replica works with them within a second',
    tag: TAG,
    who: 'settings.change',
    errors: { 400: 'invalid_request, invalid_settings', 409: 'settings_changed' },
    handle: async ({ actor, body }) => shown(await change.execute({ actor, ...body })),
  }),
  defineRoute(settingsHistory, {
    summary: 'Who changed which settings when, newest first',
    tag: TAG,
    who: 'settings.history',
    async handle({ actor, query }) {
      const items = await store.history(actor, query.before ?? null, query.limit);
      return {
        items,
        next_before: items.length < query.limit ? null : (items.at(-1)?.version ?? null),
      };
    },
  }),
];
