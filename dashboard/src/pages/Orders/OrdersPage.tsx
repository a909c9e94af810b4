import { Anchor, Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconDownload,
  IconSearchOff,
  IconShoppingBag,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/session.ts';
import { formatFcfa, useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Pager, pageOf, Rows, type Column } from '../../ui/kit/Rows.tsx';
import { SearchBox } from '../../ui/kit/SearchBox.tsx';
import { usePhone } from '../../ui/kit/use-phone.ts';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { CancelOrder } from '../../orders/CancelOrder.tsx';
import { saveCsv } from '../../csv/save-csv.ts';
import { orderTexts } from './texts.ts';
import {
  allOrders,
  MOST_EXPORTED,
  ORDER_PAGE,
  SOURCES,
  STATUSES,
  useOrders,
  type Order,
} from './use-orders.ts';

const LOOK = {
  pending: { color: 'orange', icon: IconClock },
  completed: { color: 'lea', icon: IconCircleCheck },
  cancelled: { color: 'gray', icon: IconCircleX },
} as const;

export function OrdersPage() {
  const t = useTexts(orderTexts);
  const format = useFormat();
  const phone = usePhone();
  const timeZone = useMe().data?.shop.time_zone ?? 'Africa/Libreville';
  const [url, setUrl] = useUrlState('q', 'status', 'source', 'from', 'to', 'order', 'page');
  const search = {
    q: url.q ?? '',
    status: STATUSES.find((status) => status === url.status) ?? '',
    source: SOURCES.find((source) => source === url.source) ?? '',
    from: url.from ?? '',
    to: url.to ?? '',
    order: /^(created_at|amount_cfa|clicks)\.(asc|desc)$/.test(url.order ?? '')
      ? (url.order ?? 'created_at.desc')
      : 'created_at.desc',
  };
  const page = pageOf(url.page);
  const orders = useOrders(search, page, timeZone);
  const filtered = search.q + search.status + search.source + search.from + search.to !== '';
  const filter = (changes: Parameters<typeof setUrl>[0]) => setUrl({ page: undefined, ...changes });

  const exporting = useMutation({
    mutationFn: async () => {
      const rows = await allOrders(search, timeZone);
      const when = (at: string | null) =>
        at === null ? '' : `${format.dayKey(at)} ${format.time(at)}`;
      await saveCsv(
        `${t.file}-${format.dayKey(new Date())}.csv`,
        [
          t.code,
          t.status,
          t.source,
          t.amount,
          t.currency,
          t.clicks,
          t.created,
          t.closed,
          t.delivered,
          t.cancelledAt,
          t.cancelReason,
        ],
        rows.map((order) => [
          order.code ?? order.id,
          t[order.status],
          t[order.source],
          order.amount_cfa,
          order.currency,
          order.clicks,
          when(order.created_at),
          when(order.completed_at),
          when(order.delivered_at),
          when(order.cancelled_at),
          order.cancel_reason ?? '',
        ]),
      );
      if (rows.length >= MOST_EXPORTED) notifyDone(t.exportCut(format.number(MOST_EXPORTED)));
    },
    onError: (error) => notifyError(error, t.exportFailed),
  });

  const codeOf = (order: Order) => order.code ?? order.id.slice(0, 8);
  const links = (order: Order) => (
    <Group gap="sm" wrap="nowrap" justify="flex-end">
      {order.tracking_url !== null && /^https?:\/\//.test(order.tracking_url) && (
        <Anchor
          href={order.tracking_url}
          target="_blank"
          rel="noreferrer noopener"
          size="sm"
          aria-label={t.trackingOf(codeOf(order))}
        >
          {t.tracking}
        </Anchor>
      )}
      {order.conversation_id !== null && (
        <Anchor
          size="sm"
          aria-label={t.conversationOf(codeOf(order))}
          renderRoot={(props) => (
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: order.conversation_id ?? '' }}
              search={{}}
              {...props}
            />
          )}
        >
          {t.open}
        </Anchor>
      )}
      <CancelOrder order={order} />
    </Group>
  );
  const columns: Column<Order>[] = [
    {
      key: 'code',
      title: t.code,
      render: (order) => (
        <Text size="sm" fw={600} component="span">
          {codeOf(order)}
        </Text>
      ),
    },
    { key: 'status', title: t.status, render: (order) => <StatusBadge status={order.status} /> },
    { key: 'source', title: t.source, render: (order) => t[order.source] },
    {
      key: 'amount',
      title: t.amount,
      sort: 'amount_cfa',
      align: 'right',
      render: (order) => formatFcfa(order.amount_cfa),
    },
    {
      key: 'clicks',
      title: t.clicks,
      sort: 'clicks',
      align: 'right',
      render: (order) => order.clicks,
    },
    {
      key: 'created',
      title: t.created,
      sort: 'created_at',
      render: (order) => format.dateTime(order.created_at),
    },
    {
      key: 'delivered',
      title: t.delivered,
      render: (order) => (order.delivered_at === null ? '–' : format.date(order.delivered_at)),
    },
    { key: 'links', title: t.conversation, align: 'right', render: links },
  ];

  return (
    <Page
      title={t.title}
      {...(!phone && { description: t.description })}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={exporting.isPending}
          disabled={(orders.data?.total ?? 0) === 0}
          onClick={() => exporting.mutate()}
        >
          {t.export}
        </Button>
      }
    >
      <Group gap="sm" align="flex-end">
        <SearchBox label={t.search} value={search.q} onChange={(q) => filter({ q })} />
        <Select
          aria-label={t.status}
          w={phone ? 'calc(50% - 6px)' : 160}
          value={search.status === '' ? 'all' : search.status}
          onChange={(status) =>
            filter({ status: status === 'all' ? undefined : (status ?? undefined) })
          }
          allowDeselect={false}
          data={[
            { value: 'all', label: t.any },
            ...STATUSES.map((status) => ({ value: status, label: t[status] })),
          ]}
        />
        <Select
          aria-label={t.source}
          w={phone ? 'calc(50% - 6px)' : 170}
          value={search.source === '' ? 'all' : search.source}
          onChange={(source) =>
            filter({ source: source === 'all' ? undefined : (source ?? undefined) })
          }
          allowDeselect={false}
          data={[
            { value: 'all', label: t.anySource },
            ...SOURCES.map((source) => ({ value: source, label: t[source] })),
          ]}
        />
        <TextInput
          type="date"
          label={t.from}
          w={phone ? 'calc(50% - 6px)' : 150}
          value={search.from}
          max={search.to || undefined}
          onChange={(event) => filter({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t.to}
          w={phone ? 'calc(50% - 6px)' : 150}
          value={search.to}
          min={search.from || undefined}
          onChange={(event) => filter({ to: event.currentTarget.value })}
        />
      </Group>
      <Loaded
        query={orders}
        bars={8}
        empty={{
          when: ({ rows }) => rows.length === 0 && !orders.isPlaceholderData,
          show: filtered ? (
            <EmptyState icon={IconSearchOff} title={t.noMatch}>
              <Button
                variant="default"
                size="xs"
                onClick={() =>
                  filter({
                    q: undefined,
                    status: undefined,
                    source: undefined,
                    from: undefined,
                    to: undefined,
                  })
                }
              >
                {t.reset}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState icon={IconShoppingBag} title={t.empty}>
              {t.emptyText}
            </EmptyState>
          ),
        }}
      >
        {({ rows, total }) => (
          <Stack gap="md">
            <Rows
              label={t.list}
              rows={rows}
              rowKey={(order) => order.id}
              columns={columns}
              order={search.order}
              onOrder={(order) => filter({ order })}
              busy={orders.isPlaceholderData}
              card={(order) => (
                <Stack gap={6}>
                  <Group justify="space-between" gap="xs">
                    <Text fw={600}>{codeOf(order)}</Text>
                    <StatusBadge status={order.status} />
                  </Group>
                  <Group justify="space-between" gap="xs">
                    <Text fw={600}>{formatFcfa(order.amount_cfa)}</Text>
                    <Text size="sm" c="dimmed">
                      {t[order.source]} · {format.brief(order.created_at)}
                    </Text>
                  </Group>
                  {links(order)}
                </Stack>
              )}
            />
            <Pager
              page={page}
              size={ORDER_PAGE}
              total={total}
              onPage={(next) => setUrl({ page: next === 1 ? undefined : String(next) })}
            />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function StatusBadge({ status }: { readonly status: Order['status'] }) {
  const t = useTexts(orderTexts);
  const { color, icon: IconOf } = LOOK[status];
  return (
    <Badge color={color} leftSection={<IconOf size={13} aria-hidden />}>
      {t[status]}
    </Badge>
  );
}
