import { useTexts } from '../../i18n/texts.ts';
import { shellTexts } from '../../app/shell/texts.ts';
import { Page } from '../../ui/Page.tsx';

export function TeamPage() {
  return <Page title={useTexts(shellTexts).team}>{null}</Page>;
}
