import type { UseFormReturnType } from '@mantine/form';
import type { Settings } from './use-settings.ts';

/** What the form and its fields share. */
export type SettingsFormState = UseFormReturnType<Settings>;
