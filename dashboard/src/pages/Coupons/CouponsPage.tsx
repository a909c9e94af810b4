import { Badge, Button, Code, Group, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconGift, IconSearchOff, IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../api/session.ts';
import { formatPhone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useDays } from '../../i18n/days.ts';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Pager, pageOf, Rows, type Column } from '../../ui/kit/Rows.tsx';
import { SearchBox } from '../../ui/kit/SearchBox.tsx';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { IssueDialog, Reasons } from './IssueDialog.tsx';
import { RedeemForm } from './RedeemForm.tsx';
import { couponTexts } from './texts.ts';
import { COUPON_PAGE, STATES, useCoupons, type CouponItem } from './use-coupons.ts';

export function CouponsPage() {
  const t = useTexts(couponTexts);
  const days = useDays();
  const isAdmin = useMe().data?.role === 'admin';
  const [url, setUrl] = useUrlState('q', 'state', 'page');
  const [issuing, setIssuing] = useState(false);
  const q = url.q ?? '';
  const state = STATES.find((name) => name === url.state) ?? null;
  const page = pageOf(url.page);
  const coupons = useCoupons(q, state, page, days.today);

  const nameOf = ({ customer }: CouponItem): string =>
    customer?.name ?? (customer?.phone_number ? formatPhone(customer.phone_number) : t.unknown);
  const badge = (coupon: CouponItem) =>
    coupon.used ? (
      <Badge color="gray">{t.used}</Badge>
    ) : coupon.valid_to < days.today ? (
      <Badge color="orange">{t.expired}</Badge>
    ) : (
      <Badge color="lea">{t.ready}</Badge>
    );
  const score = (coupon: CouponItem) =>
    coupon.reasons.length === 0 ? (
      (coupon.score ?? '–')
    ) : (
      <Popover width={320} withArrow shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button size="compact-sm" variant="default">
            {coupon.score ?? '–'} · {t.why}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t.why} tabIndex={0}>
          <Reasons verdict={coupon} />
        </Popover.Dropdown>
      </Popover>
    );
  const columns: Column<CouponItem>[] = [
    { key: 'code', title: t.code, render: (coupon) => <Code>{coupon.code}</Code> },
    { key: 'customer', title: t.customer, render: nameOf },
    {
      key: 'discount',
      title: t.discount,
      align: 'right',
      render: (coupon) => `${coupon.discount_pct} %`,
    },
    { key: 'validity', title: t.validity, render: (coupon) => t.until(days.show(coupon.valid_to)) },
    { key: 'score', title: t.score, render: score },
    { key: 'state', title: t.state, render: badge },
  ];

  return (
    <Page
      title={t.title}
      description={t.description}
      actions={
        isAdmin && (
          <Button leftSection={<IconGift size={16} aria-hidden />} onClick={() => setIssuing(true)}>
            {t.issue}
          </Button>
        )
      }
    >
      <RedeemForm />
      <Group gap="sm">
        <SearchBox
          label={t.search}
          value={q}
          onChange={(value) => setUrl({ q: value, page: undefined })}
        />
        <SegmentedControl
          aria-label={t.state}
          value={state ?? 'all'}
          onChange={(value) =>
            setUrl({ state: value === 'all' ? undefined : value, page: undefined })
          }
          data={[
            { value: 'all', label: t.any },
            ...STATES.map((name) => ({ value: name, label: t[name] })),
          ]}
        />
      </Group>
      <Loaded
        query={coupons}
        empty={{
          when: ({ items }) => items.length === 0 && !coupons.isPlaceholderData,
          show:
            q === '' && state === null ? (
              <EmptyState icon={IconTicket} title={t.empty}>
                {t.emptyText}
              </EmptyState>
            ) : (
              <EmptyState icon={IconSearchOff} title={t.noMatch} />
            ),
        }}
      >
        {({ items, total }) => (
          <Stack gap="md">
            <Rows
              label={t.list}
              rows={items}
              rowKey={(coupon) => coupon.id}
              columns={columns}
              busy={coupons.isPlaceholderData}
              card={(coupon) => (
                <Stack gap={6}>
                  <Group justify="space-between" gap="xs">
                    <Code>{coupon.code}</Code>
                    {badge(coupon)}
                  </Group>
                  <Text fw={600}>
                    {coupon.discount_pct} % · {nameOf(coupon)}
                  </Text>
                  <Group justify="space-between" gap="xs">
                    <Text size="sm" c="dimmed">
                      {t.until(days.show(coupon.valid_to))}
                    </Text>
                    {score(coupon)}
                  </Group>
                </Stack>
              )}
            />
            <Pager
              page={page}
              size={COUPON_PAGE}
              total={total}
              onPage={(next) => setUrl({ page: next === 1 ? undefined : String(next) })}
            />
          </Stack>
        )}
      </Loaded>
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </Page>
  );
}
