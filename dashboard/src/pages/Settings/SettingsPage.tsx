import { useTexts } from '../../i18n/texts.ts';
import { shellTexts } from '../../app/shell/texts.ts';
import { Page } from '../../ui/Page.tsx';

export function SettingsPage() {
  return <Page title={useTexts(shellTexts).settings}>{null}</Page>;
}
