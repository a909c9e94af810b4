import { Badge, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconBellCheck,
  IconHandStop,
  IconHistory,
  IconUrgent,
  IconUser,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../api/session.ts';
import { formatPhone, useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Pager, pageOf, Rows, type Column } from '../../ui/kit/Rows.tsx';
import { kitTexts } from '../../ui/kit/texts.ts';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { alertTexts, categoryName } from './texts.ts';
import {
  ALERT_PAGE,
  SEVERITIES,
  useAlerts,
  useMarkHandled,
  useTakeOver,
  type AlertItem,
  type Severity,
} from './use-alerts.ts';

const LOOK = {
  emergency: { color: 'red', variant: 'filled', icon: IconUrgent },
  urgent: { color: 'orange', variant: 'light', icon: IconAlertTriangle },
  handoff: { color: 'gray', variant: 'light', icon: IconUser },
} as const;

export function AlertsPage() {
  const t = useTexts(alertTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const navigate = useNavigate();
  const me = useMe().data;
  const [url, setUrl] = useUrlState('show', 'severity', 'page');
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  const open = url.show !== 'history';
  const severity = SEVERITIES.find((name) => name === url.severity) ?? null;
  const page = pageOf(url.page);
  const alerts = useAlerts({ open, severity, page });
  const take = useTakeOver();
  const handle = useMarkHandled(me?.id);

  const nameOf = (alert: AlertItem): string =>
    alert.customer?.name ??
    (alert.customer?.phone_number ? formatPhone(alert.customer.phone_number) : t.unknown);
  const goTo = (conversationId: string) =>
    void navigate({ to: '/inbox/$conversationId', params: { conversationId }, search: {} });
  const takeOver = (conversationId: string) =>
    take.mutate(conversationId, {
      onSuccess: () => goTo(conversationId),
      onError: (error) => notifyError(error, t.takeFailed),
    });
  const markHandled = (id: string) =>
    handle.mutate(id, {
      onSuccess: () => notifyDone(t.done),
      onError: (error) => notifyError(error, kit.actionFailed),
    });

  const buttons = (alert: AlertItem) => {
    const { conversation_id: id } = alert;
    if (!open)
      return (
        id !== null && (
          <Button
            size="xs"
            variant="default"
            aria-label={t.openFor(nameOf(alert))}
            onClick={() => goTo(id)}
          >
            {t.open}
          </Button>
        )
      );
    return (
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        {id === null ? (
          <Button
            size="xs"
            variant="default"
            loading={handle.isPending && handle.variables === alert.id}
            onClick={() => markHandled(alert.id)}
          >
            {t.markHandled}
          </Button>
        ) : (
          <>
            <Button
              size="xs"
              variant="default"
              aria-label={t.openFor(nameOf(alert))}
              onClick={() => goTo(id)}
            >
              {t.open}
            </Button>
            <Button
              size="xs"
              leftSection={<IconHandStop size={15} aria-hidden />}
              aria-label={t.takeFor(nameOf(alert))}
              loading={take.isPending && take.variables === id}
              onClick={() => takeOver(id)}
            >
              {t.take}
            </Button>
          </>
        )}
      </Group>
    );
  };
  const since = (alert: AlertItem) => (
    <Text size="sm" component="span" title={format.dateTime(alert.triggered_at)}>
      {format.age(alert.triggered_at, now)}
      {alert.raised_again_at !== null && ` · ${t.again}`}
    </Text>
  );
  const handler = (alert: AlertItem): string =>
    alert.handled_by === null
      ? '–'
      : alert.handled_by === me?.id
        ? t.you
        : (alert.handler?.name ?? t.colleague);
  const reason = (alert: AlertItem) => (
    <div>
      <Text size="sm" fw={600}>
        {categoryName(t, alert.category)}
      </Text>
      <Text size="sm" c="dimmed" lineClamp={3}>
        {alert.reason}
      </Text>
    </div>
  );
  const columns: Column<AlertItem>[] = [
    {
      key: 'severity',
      title: t.severity,
      width: 120,
      render: (alert) => <SeverityBadge severity={alert.severity} />,
    },
    { key: 'customer', title: t.customer, render: nameOf },
    { key: 'reason', title: t.reason, render: reason },
    ...(open
      ? [{ key: 'age', title: t.age, render: since }]
      : [
          {
            key: 'handled',
            title: t.handled,
            render: (alert: AlertItem) =>
              alert.handled_at === null ? '–' : format.dateTime(alert.handled_at),
          },
          { key: 'by', title: t.handledBy, render: handler },
        ]),
    { key: 'actions', title: kit.actions, align: 'right', render: buttons },
  ];

  return (
    <Page title={t.title} description={t.description}>
      <Group gap="sm">
        <SegmentedControl
          aria-label={t.show}
          value={open ? 'open' : 'history'}
          onChange={(show) => setUrl({ show: show === 'open' ? undefined : show, page: undefined })}
          data={[
            { value: 'open', label: t.queue },
            { value: 'history', label: t.history },
          ]}
        />
        <Select
          aria-label={t.severity}
          value={severity ?? 'all'}
          onChange={(value) =>
            setUrl({
              severity: value === 'all' ? undefined : (value ?? undefined),
              page: undefined,
            })
          }
          allowDeselect={false}
          w={150}
          data={[
            { value: 'all', label: t.anySeverity },
            ...SEVERITIES.map((name) => ({ value: name, label: t[name] })),
          ]}
        />
      </Group>
      <Loaded
        query={alerts}
        empty={{
          when: ({ items }) => items.length === 0 && !alerts.isPlaceholderData,
          show:
            severity !== null ? (
              <EmptyState icon={IconBellCheck} title={t.noMatch} />
            ) : open ? (
              <EmptyState icon={IconBellCheck} title={t.calm}>
                {t.calmText}
              </EmptyState>
            ) : (
              <EmptyState icon={IconHistory} title={t.noHistory} />
            ),
        }}
      >
        {({ items, total }) => (
          <Stack gap="md">
            <Rows
              label={open ? t.queue : t.history}
              rows={items}
              rowKey={(alert) => alert.id}
              columns={columns}
              busy={alerts.isPlaceholderData}
              card={(alert) => (
                <Stack gap={8}>
                  <Group justify="space-between" gap="xs">
                    <SeverityBadge severity={alert.severity} />
                    <Text size="xs" c="dimmed" component="span">
                      {open
                        ? t.waits(format.age(alert.triggered_at, now))
                        : `${handler(alert)} · ${format.brief(alert.handled_at ?? alert.triggered_at)}`}
                    </Text>
                  </Group>
                  <Text fw={600}>{nameOf(alert)}</Text>
                  {reason(alert)}
                  {buttons(alert)}
                </Stack>
              )}
            />
            {!open && (
              <Pager
                page={page}
                size={ALERT_PAGE}
                total={total}
                onPage={(next) => setUrl({ page: next === 1 ? undefined : String(next) })}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

/** By colour, icon and word. */
function SeverityBadge({ severity }: { readonly severity: Severity }) {
  const t = useTexts(alertTexts);
  const { color, variant, icon: IconOf } = LOOK[severity];
  return (
    <Badge
      color={severity === 'emergency' ? 'red.9' : color}
      variant={variant}
      leftSection={<IconOf size={13} aria-hidden />}
    >
      {t[severity]}
    </Badge>
  );
}
