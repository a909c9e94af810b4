import { Code, Group, Stack, Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Rows } from '../../ui/kit/Rows.tsx';
import { Earlier } from './Earlier.tsx';
import { auditTexts } from './texts.ts';
import { useDeletionLog, type Deletion } from './use-logs.ts';

/** Erasures: when, on whose request, and how much. */
export function Deletions() {
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
                render: (entry) => requester(t, entry),
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
                  {t.requested} {requester(t, entry)}
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

/** By name where it was a member of staff; older lines say no more than that it was one. */
function requester(
  t: (typeof auditTexts)['fr'],
  { requested_by: by, requester: person }: Deletion,
): string {
  if (by === 'customer' || by === 'retention' || by === 'service') return t[`requested_${by}`];
  return person?.name ?? t.requested_staff;
}
