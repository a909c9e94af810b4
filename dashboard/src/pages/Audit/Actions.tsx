import { Button, Group, Stack, Text } from '@mantine/core';
import { IconClipboardList, IconSearchOff } from '@tabler/icons-react';
import { useMe } from '../../api/session.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Rows } from '../../ui/kit/Rows.tsx';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { useStaff } from '../Team/use-staff.ts';
import { About, What, Who } from './entry-parts.tsx';
import { columnWord } from './column-words.ts';
import { Earlier } from './Earlier.tsx';
import { Filters } from './Filters.tsx';
import { auditTexts } from './texts.ts';
import { useAuditLog, type AuditEntry, type AuditSearch } from './use-logs.ts';

const KEYS = ['actor', 'action', 'kind', 'outcome', 'subject', 'from', 'to'] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CLEARED = Object.fromEntries(KEYS.map((key) => [key, undefined]));

/** Who did what, to whom, when and from where. */
export function Actions() {
  const t = useTexts(auditTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const timeZone = useMe().data?.shop.time_zone ?? 'Africa/Libreville';
  const staff = useStaff().data ?? [];
  const [url, setUrl] = useUrlState(...KEYS);
  const search: AuditSearch = {
    actor: UUID.test(url.actor ?? '') ? (url.actor ?? '') : '',
    action: /^[a-z_.]{1,64}$/.test(url.action ?? '') ? (url.action ?? '') : '',
    kind: url.kind === 'reads' || url.kind === 'changes' ? url.kind : '',
    outcome: url.outcome === 'denied' || url.outcome === 'failed' ? url.outcome : '',
    subject: UUID.test(url.subject ?? '') ? (url.subject ?? '') : '',
    from: url.from ?? '',
    to: url.to ?? '',
  };
  const log = useAuditLog(search, timeZone);
  const filtered = Object.values(search).some((value) => value !== '');
  const about = (entry: AuditEntry) => (
    <About entry={entry} staff={staff} onPerson={(subject) => setUrl({ subject })} />
  );
  const fields = ({ columns }: AuditEntry): string =>
    columns.map((column) => columnWord(language, column) ?? column).join(', ');

  return (
    <Stack gap="md">
      <Filters search={search} staff={staff} onChange={setUrl} />
      <Loaded
        query={log}
        empty={{
          when: (entries) => entries.length === 0 && !log.isPlaceholderData,
          show: filtered ? (
            <EmptyState icon={IconSearchOff} title={t.noMatch}>
              <Button variant="default" size="xs" onClick={() => setUrl(CLEARED)}>
                {t.reset}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState icon={IconClipboardList} title={t.emptyActions} />
          ),
        }}
      >
        {(entries) => (
          <Stack gap="md">
            <Rows
              label={t.actions}
              rows={entries}
              rowKey={(entry) => entry.id}
              busy={log.isPlaceholderData}
              columns={[
                { key: 'at', title: t.at, render: (entry) => format.dateTime(entry.at) },
                { key: 'who', title: t.who, render: (entry) => <Who entry={entry} /> },
                { key: 'action', title: t.action, render: (entry) => <What entry={entry} /> },
                { key: 'about', title: t.about, render: about },
                { key: 'columns', title: t.columns, render: (entry) => fields(entry) || '–' },
              ]}
              card={(entry) => (
                <Stack gap={4}>
                  <Group justify="space-between" gap="xs" align="flex-start">
                    <Who entry={entry} />
                    <Text size="xs" c="dimmed">
                      {format.dateTime(entry.at)}
                    </Text>
                  </Group>
                  <What entry={entry} />
                  {about(entry)}
                  {entry.columns.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {fields(entry)}
                    </Text>
                  )}
                </Stack>
              )}
            />
            <Earlier log={log} />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}
