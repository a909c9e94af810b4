import { useTexts } from '../../i18n/texts.ts';
import { shellTexts } from '../../app/shell/texts.ts';
import { Page } from '../../ui/Page.tsx';

export function CampaignsPage() {
  return <Page title={useTexts(shellTexts).campaigns}>{null}</Page>;
}
