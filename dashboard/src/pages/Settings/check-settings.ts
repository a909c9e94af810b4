import { shopSettings } from '@http/settings/contract.ts';
import { config as configureZod } from 'zod';
import { en, fr } from 'zod/locales';
import type { Language } from '../../i18n/language.tsx';
import type { Settings } from './use-settings.ts';

/** What the API's own schema says against the values, by field. Loaded when the form is first touched. */
export function checkSettings(values: Settings, language: Language): Record<string, string> {
  // The strict policy forbids compiled schemas.
  configureZod({ ...(language === 'fr' ? fr() : en()), jitless: true });
  const errors: Record<string, string> = {};
  for (const issue of shopSettings.safeParse(values).error?.issues ?? [])
    errors[issue.path.join('.')] ??= issue.message;
  return errors;
}
