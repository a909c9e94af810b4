import { Badge, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconSearchOff, IconSpeakerphone } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { listRows } from '../../api/rest.ts';
import { Pager, pageOf, Rows, type Column } from '../../ui/kit/Rows.tsx';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { campaignTexts } from './texts.ts';

interface CampaignMessage {
  readonly id: string;
  readonly type: 'survey' | 'reactivation' | 'usage_tip' | 'restock';
  readonly status: 'pending' | 'sent' | 'failed';
  readonly due_at: string;
  readonly sent_at: string | null;
  readonly replied_at: string | null;
  readonly failure: string | null;
}
const STATUSES = ['pending', 'sent', 'failed'] as const;
const COLOR = { pending: 'blue', sent: 'lea', failed: 'red' } as const;
const SIZE = 30;

/** Every message that was sent or is planned. */
export function MessageLog() {
  const t = useTexts(campaignTexts);
  const format = useFormat();
  const [url, setUrl] = useUrlState('status', 'page');
  const status = STATUSES.find((name) => name === url.status) ?? null;
  const page = pageOf(url.page);
  const messages = useQuery({
    queryKey: ['campaign-messages', status, page],
    queryFn: ({ signal }) =>
      listRows<CampaignMessage>('campaign_messages', {
        filters: status === null ? [] : [['status', `eq.${status}`]],
        order: 'due_at.desc,id.desc',
        limit: SIZE,
        offset: (page - 1) * SIZE,
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const badge = (message: CampaignMessage) => (
    <Badge color={COLOR[message.status]}>{t[message.status]}</Badge>
  );
  const day = (at: string | null) => (at === null ? '–' : format.dateTime(at));
  const columns: Column<CampaignMessage>[] = [
    { key: 'type', title: t.type, render: (message) => t[message.type] },
    {
      key: 'status',
      title: t.status,
      render: (message) => (
        <>
          {badge(message)}
          {message.failure !== null && (
            <Text size="xs" c="dimmed">
              {message.failure}
            </Text>
          )}
        </>
      ),
    },
    { key: 'due', title: t.due, render: (message) => day(message.due_at) },
    { key: 'sent', title: t.sentAt, render: (message) => day(message.sent_at) },
    { key: 'replied', title: t.replied, render: (message) => day(message.replied_at) },
  ];
  return (
    <Stack gap="md">
      <SegmentedControl
        w="fit-content"
        aria-label={t.status}
        value={status ?? 'all'}
        onChange={(value) =>
          setUrl({ status: value === 'all' ? undefined : value, page: undefined })
        }
        data={[
          { value: 'all', label: t.any },
          ...STATUSES.map((name) => ({ value: name, label: t[name] })),
        ]}
      />
      <Loaded
        query={messages}
        empty={{
          when: ({ rows }) => rows.length === 0 && !messages.isPlaceholderData,
          show:
            status === null ? (
              <EmptyState icon={IconSpeakerphone} title={t.empty}>
                {t.emptyText}
              </EmptyState>
            ) : (
              <EmptyState icon={IconSearchOff} title={t.noMatch} />
            ),
        }}
      >
        {({ rows, total }) => (
          <Stack gap="md">
            <Rows
              label={t.list}
              rows={rows}
              rowKey={(message) => message.id}
              columns={columns}
              busy={messages.isPlaceholderData}
              card={(message) => (
                <Stack gap={4}>
                  <Group justify="space-between" gap="xs">
                    <Text size="sm" fw={600}>
                      {t[message.type]}
                    </Text>
                    {badge(message)}
                  </Group>
                  <Text size="xs" c="dimmed">
                    {message.sent_at === null
                      ? `${t.due} ${day(message.due_at)}`
                      : `${t.sentAt} ${day(message.sent_at)}`}
                  </Text>
                </Stack>
              )}
            />
            <Pager
              page={page}
              size={SIZE}
              total={total}
              onPage={(next) => setUrl({ page: next === 1 ? undefined : String(next) })}
            />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}
