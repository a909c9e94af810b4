import { SegmentedControl } from '@mantine/core';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/Page.tsx';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { Actions } from './Actions.tsx';
import { Deletions } from './Deletions.tsx';
import { auditTexts } from './texts.ts';

export function AuditPage() {
  const t = useTexts(auditTexts);
  const [url, setUrl] = useUrlState('log');
  const deletions = url.log === 'deletions';
  return (
    <Page title={t.title} description={t.description}>
      <SegmentedControl
        w="fit-content"
        aria-label={t.which}
        value={deletions ? 'deletions' : 'actions'}
        onChange={(log) => setUrl({ log: log === 'actions' ? undefined : log })}
        data={[
          { value: 'actions', label: t.actions },
          { value: 'deletions', label: t.deletions },
        ]}
      />
      {deletions ? <Deletions /> : <Actions />}
    </Page>
  );
}
