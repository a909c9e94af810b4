import { Button, Code, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconClipboardList, IconEraser } from '@tabler/icons-react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Rows } from '../../ui/kit/Rows.tsx';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { auditTexts } from './texts.ts';
import { useAuditLog, useDeletionLog, type AuditEntry, type Deletion } from './use-logs.ts';

export function AuditPage() {
  const t = useTexts(auditTexts);
  const [url, setUrl] = useUrlState('log');
  const deletions = url.log === 'deletions';
  return (
    <Page title={t.title} description={t.description}>
      <SegmentedControl
        w="fit-content"
        aria-label={t.which}
        value={deletions ? 'deletions' : 'changes'}
        onChange={(log) => setUrl({ log: log === 'changes' ? undefined : log })}
        data={[
          { value: 'changes', label: t.changes },
          { value: 'deletions', label: t.deletions },
        ]}
      />
      {deletions ? <Deletions /> : <Changes />}
    </Page>
  );
}

function Changes() {
  const t = useTexts(auditTexts);
  const format = useFormat();
  const log = useAuditLog();
  const who = (entry: AuditEntry): string =>
    entry.actor?.name ?? (entry.actor_role === 'service_role' ? t.system : entry.actor_role);
  return (
    <Loaded
      query={log}
      empty={{
        when: (entries) => entries.length === 0,
        show: <EmptyState icon={IconClipboardList} title={t.emptyChanges} />,
      }}
    >
      {(entries) => (
        <Stack gap="md">
          <Rows
            label={t.changes}
            rows={entries}
            rowKey={(entry) => String(entry.id)}
            columns={[
              { key: 'at', title: t.at, render: (entry) => format.dateTime(entry.at) },
              { key: 'who', title: t.who, render: who },
              { key: 'action', title: t.action, render: (entry) => <Code>{entry.action}</Code> },
              { key: 'where', title: t.where, render: (entry) => entry.table_name },
              {
                key: 'columns',
                title: t.columns,
                render: (entry) => entry.columns.join(', ') || '–',
              },
            ]}
            card={(entry) => (
              <Stack gap={4}>
                <Group justify="space-between" gap="xs">
                  <Text size="sm" fw={600}>
                    {who(entry)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {format.dateTime(entry.at)}
                  </Text>
                </Group>
                <Text size="sm">
                  <Code>{entry.action}</Code> {entry.table_name}
                </Text>
                {entry.columns.length > 0 && (
                  <Text size="xs" c="dimmed">
                    {entry.columns.join(', ')}
                  </Text>
                )}
              </Stack>
            )}
          />
          <Earlier log={log} />
        </Stack>
      )}
    </Loaded>
  );
}

function Deletions() {
  const t = useTexts(auditTexts);
  const format = useFormat();
  const log = useDeletionLog();
  const total = (deletion: Deletion) =>
    t.rows(Object.values(deletion.counts).reduce((sum, count) => sum + count, 0));
  const detail = (deletion: Deletion) =>
    Object.entries(deletion.counts)
      .filter(([, count]) => count > 0)
      .map(([table, count]) => `${table} : ${count}`)
      .join(', ');
  const hash = (deletion: Deletion) =>
    deletion.subject_hash === '' ? t.faded : <Code>{deletion.subject_hash.slice(0, 12)}</Code>;
  return (
    <Loaded
      query={log}
      empty={{
        when: (entries) => entries.length === 0,
        show: (
          <EmptyState icon={IconEraser} title={t.emptyDeletions}>
            {t.emptyDeletionsText}
          </EmptyState>
        ),
      }}
    >
      {(entries) => (
        <Stack gap="md">
          <Rows
            label={t.deletions}
            rows={entries}
            rowKey={(deletion) => deletion.id}
            columns={[
              { key: 'at', title: t.at, render: (entry) => format.dateTime(entry.deleted_at) },
              {
                key: 'by',
                title: t.requested,
                render: (entry) => requester(t, entry.requested_by),
              },
              {
                key: 'counts',
                title: t.counts,
                render: (entry) => (
                  <>
                    <Text size="sm">{total(entry)}</Text>
                    <Text size="xs" c="dimmed">
                      {detail(entry)}
                    </Text>
                  </>
                ),
              },
              { key: 'hash', title: t.hash, render: hash },
            ]}
            card={(entry) => (
              <Stack gap={4}>
                <Group justify="space-between" gap="xs">
                  <Text size="sm" fw={600}>
                    {total(entry)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {format.dateTime(entry.deleted_at)}
                  </Text>
                </Group>
                <Text size="sm">
                  {t.requested} {requester(t, entry.requested_by)}
                </Text>
                <Text size="xs" c="dimmed">
                  {detail(entry)}
                </Text>
              </Stack>
            )}
          />
          <Earlier log={log} />
        </Stack>
      )}
    </Loaded>
  );
}

interface EarlierProps {
  readonly log: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

function Earlier({ log }: EarlierProps) {
  const t = useTexts(auditTexts);
  if (!log.hasNextPage) return null;
  return (
    <Button
      variant="default"
      w="fit-content"
      loading={log.isFetchingNextPage}
      onClick={() => void log.fetchNextPage()}
    >
      {t.earlier}
    </Button>
  );
}

/** In words where there are some; a newer server may name others. */
const requester = (t: (typeof auditTexts)['fr'], by: string): string =>
  by === 'customer' || by === 'retention'
    ? t[`requested_${by}`]
    : // A member of staff's id; older lines say no more than 'staff'.
      by === 'service'
      ? by
      : t.requested_staff;
