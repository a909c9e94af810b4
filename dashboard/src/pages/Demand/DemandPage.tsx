import { Anchor, Badge, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconDownload, IconRadar2, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { catalogueWatch } from '@http/catalogue/contract.ts';
import { call, type Answer } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Rows, type Column } from '../../ui/kit/Rows.tsx';
import { kitTexts } from '../../ui/kit/texts.ts';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { saveCsv } from '../../csv/save-csv.ts';
import { demandTexts } from './texts.ts';

type Need = Answer<typeof catalogueWatch>['unmet_demand'][number];
const PERIODS = ['7', '30', '90'] as const;
const REASONS = ['not_found', 'out_of_stock', 'too_expensive', 'unsuitable'] as const;
const isReason = (text: string): text is (typeof REASONS)[number] =>
  (REASONS as readonly string[]).includes(text);

export function DemandPage() {
  const t = useTexts(demandTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const [url, setUrl] = useUrlState('days', 'reason');
  const period = PERIODS.find((days) => days === url.days) ?? '30';
  const reason = REASONS.find((name) => name === url.reason) ?? null;
  const demand = useQuery({
    queryKey: ['demand', period],
    queryFn: async ({ signal }) =>
      (
        await call<typeof catalogueWatch>({
          method: 'GET',
          path: '/functions/catalogue-watch',
          query: { demand_days: Number(period) },
          signal,
        })
      ).unmet_demand,
    placeholderData: keepPreviousData,
  });
  const countOf = (need: Need) => (reason === null ? need.count : (need.reasons[reason] ?? 0));
  const needs = (demand.data ?? [])
    .filter((need) => countOf(need) > 0)
    .toSorted((a, b) => countOf(b) - countOf(a));

  const reasons = (need: Need) => (
    <Group gap={4}>
      {Object.entries(need.reasons).map(([name, count]) => (
        <Badge key={name} color={name === 'out_of_stock' ? 'orange' : 'gray'}>
          {isReason(name) ? t[name] : name}
          {Object.keys(need.reasons).length > 1 && ` · ${count}`}
        </Badge>
      ))}
    </Group>
  );
  const find = (need: Need) => (
    <Anchor
      size="sm"
      aria-label={t.searchFor(need.need_key)}
      renderRoot={(props) => (
        <Link to="/catalogue" search={{ q: need.need_key } as never} {...props} />
      )}
    >
      {t.search}
    </Anchor>
  );
  const columns: Column<Need>[] = [
    {
      key: 'need',
      title: t.need,
      render: (need) => (
        <Text size="sm" fw={600} component="span">
          {need.need_key}
        </Text>
      ),
    },
    { key: 'category', title: t.category, render: (need) => need.category ?? '–' },
    {
      key: 'count',
      title: t.count,
      align: 'right',
      render: (need) => format.number(countOf(need)),
    },
    { key: 'reasons', title: t.reason, render: reasons },
    { key: 'last', title: t.last, render: (need) => format.date(need.last_asked_at) },
    { key: 'actions', title: kit.actions, align: 'right', render: find },
  ];
  const download = () =>
    void saveCsv(
      `${t.file}-${format.dayKey(new Date())}.csv`,
      [t.need, t.category, t.count, ...REASONS.map((name) => t[name]), t.last],
      needs.map((need) => [
        need.need_key,
        need.category ?? '',
        need.count,
        ...REASONS.map((name) => need.reasons[name] ?? 0),
        format.dayKey(need.last_asked_at),
      ]),
    );

  return (
    <Page
      title={t.title}
      description={t.description}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={needs.length === 0}
          onClick={download}
        >
          {t.csv}
        </Button>
      }
    >
      <Group gap="sm">
        <SegmentedControl
          aria-label={t.period}
          value={period}
          onChange={(days) => setUrl({ days: days === '30' ? undefined : days })}
          data={PERIODS.map((days) => ({ value: days, label: t.days(days) }))}
        />
        <Select
          aria-label={t.reason}
          value={reason ?? 'all'}
          onChange={(name) => setUrl({ reason: name === 'all' ? undefined : (name ?? undefined) })}
          allowDeselect={false}
          data={[
            { value: 'all', label: t.anyReason },
            ...REASONS.map((name) => ({ value: name, label: t[name] })),
          ]}
        />
      </Group>
      <Loaded
        query={demand}
        empty={{
          when: () => needs.length === 0,
          show:
            reason === null ? (
              <EmptyState icon={IconRadar2} title={t.empty}>
                {t.emptyText}
              </EmptyState>
            ) : (
              <EmptyState icon={IconSearchOff} title={t.noMatch} />
            ),
        }}
      >
        {() => (
          <Rows
            label={t.list}
            rows={needs}
            rowKey={(need) => need.need_key}
            columns={columns}
            busy={demand.isPlaceholderData}
            card={(need) => (
              <Stack gap={6}>
                <Group justify="space-between" gap="xs" wrap="nowrap">
                  <Text fw={600}>{need.need_key}</Text>
                  <Text size="sm" fw={600}>
                    {t.times(countOf(need))}
                  </Text>
                </Group>
                {reasons(need)}
                <Group justify="space-between">
                  <Text size="xs" c="dimmed">
                    {[need.category, format.brief(need.last_asked_at)].filter(Boolean).join(' · ')}
                  </Text>
                  {find(need)}
                </Group>
              </Stack>
            )}
          />
        )}
      </Loaded>
    </Page>
  );
}
