import '../../../ui/styles-rest.ts';
import {
  Badge,
  Button,
  Group,
  ScrollArea,
  Skeleton,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../../api/session.ts';
import { formatFcfa, formatPhone, useFormat } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useTexts } from '../../../i18n/texts.ts';
import { Face } from '../Face.tsx';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { customerQuery } from '../hooks/use-customer.ts';
import { useThread } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { ProductStrip } from '../thread/ProductStrip.tsx';
import { CancelOrder } from '../../../orders/CancelOrder.tsx';
import { SoldButton } from '../thread/SoldButton.tsx';
import { Consents } from './Consents.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { factsOf } from './facts.ts';
import { Labels } from './Labels.tsx';
import { Section } from './Section.tsx';
import classes from '../Inbox.module.css';

interface CustomerPanelProps {
  readonly conversationId: string;
  readonly actions: ConversationActions;
  readonly onOpen: (id: string) => void;
  readonly onErased: () => void;
}

const ORDER_COLOR = { pending: 'orange', completed: 'lea', cancelled: 'gray' } as const;

/** Everything the shop knows about the person, beside what they say. */
export function CustomerPanel({ conversationId, actions, onOpen, onErased }: CustomerPanelProps) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const me = useMe().data;
  const { data, isPending } = useQuery(customerQuery(conversationId));
  const conversation = useThread(conversationId).data?.conversation;
  const [erasing, setErasing] = useState(false);
  if (isPending)
    return (
      <Stack p="md">
        {[80, 120, 90].map((height) => (
          <Skeleton key={height} h={height} radius="md" />
        ))}
      </Stack>
    );
  if (!data) return null;
  const { customer } = data;
  const facts = customer ? factsOf(customer.preferences, customer.health, language) : [];

  return (
    <ScrollArea h="100%" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t.panel }}>
      <Stack gap="lg" className={classes.panel}>
        {customer ? (
          <div className={classes.identity}>
            <Face id={customer.id} name={customer.name} size={60} />
            <Text fw={650} size="lg">
              {customer.name ?? t.unknown}
            </Text>
            {customer.phone && (
              <Text c="dimmed" size="sm">
                {formatPhone(customer.phone)}
              </Text>
            )}
            <Text c="dimmed" size="xs">
              {t.since(format.date(customer.created_at))} ·{' '}
              {customer.language === 'fr' ? 'Français' : 'English'}
            </Text>
          </div>
        ) : (
          <Text c="dimmed">{t.erased}</Text>
        )}
        <SoldButton conversationId={conversationId} actions={actions} fullWidth />
        {conversation && conversation.alerts.length > 0 && (
          <Section title={t.alertsOpen}>
            {conversation.alerts.map((alert) => (
              <div key={alert.id} className={classes.alert} data-severity={alert.severity}>
                <strong>
                  {alert.severity === 'emergency'
                    ? t.emergency
                    : alert.severity === 'urgent'
                      ? t.urgent
                      : t.modeWaiting}
                </strong>
                <span>{alert.reason}</span>
                <span className={classes.hint}>{format.dateTime(alert.triggered_at)}</span>
              </div>
            ))}
          </Section>
        )}
        {conversation && (
          <Section title={t.labels}>
            <Labels
              labels={conversation.labels}
              onChange={(labels) => actions.label.mutate(labels)}
            />
          </Section>
        )}
        {conversation?.summary && (
          <Section title={t.summary}>
            <Text size="sm">{conversation.summary}</Text>
          </Section>
        )}
        {customer && (
          <Section title={t.consent}>
            <Consents customer={customer} consents={data.consents} />
          </Section>
        )}
        <Section title={t.preferences}>
          {facts.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.preferencesNone}
            </Text>
          ) : (
            <Group gap={6}>
              {facts.map((fact) => (
                <Badge key={fact.text} color={fact.caution ? 'orange' : 'gray'} size="md">
                  {fact.text}
                </Badge>
              ))}
            </Group>
          )}
        </Section>
        <Section title={t.offered}>
          {data.offered.length === 0 && (
            <Text size="sm" c="dimmed">
              {t.offeredNone}
            </Text>
          )}
          <Stack gap={6}>
            {data.offered.map((product) => (
              <ProductStrip key={product.id} product={product} />
            ))}
          </Stack>
        </Section>
        <Section title={t.orders}>
          {data.orders.length === 0 && (
            <Text size="sm" c="dimmed">
              {t.ordersNone}
            </Text>
          )}
          {data.orders.map((order) => (
            <div key={order.id} className={classes.fact}>
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm" fw={600}>
                  {formatFcfa(order.amount_cfa)}
                </Text>
                <Badge size="sm" color={ORDER_COLOR[order.status]}>
                  {t[`order_${order.status}`]}
                </Badge>
              </Group>
              <Text size="xs" c="dimmed">
                {format.date(order.created_at)}
                {order.items.length > 0 &&
                  ` · ${order.items.map((item) => (item.quantity > 1 ? `${item.quantity} × ${item.name}` : item.name)).join(', ')}`}
              </Text>
              <CancelOrder order={order} />
            </div>
          ))}
        </Section>
        <Section title={t.coupons}>
          {data.coupons.length === 0 && (
            <Text size="sm" c="dimmed">
              {t.couponsNone}
            </Text>
          )}
          {data.coupons.map((coupon) => (
            <Group key={coupon.id} justify="space-between" wrap="nowrap">
              <Text size="sm" ff="monospace">
                {coupon.code} · −{coupon.discount_pct} %
              </Text>
              <Text size="xs" c="dimmed">
                {coupon.used ? t.couponUsed : t.couponUntil(format.date(coupon.valid_to))}
              </Text>
            </Group>
          ))}
        </Section>
        {data.ratings.length > 0 && (
          <Section title={t.ratings}>
            {data.ratings.map((rating) => (
              <Text key={rating.at} size="sm">
                <span role="img" aria-label={`${rating.score} / 5`}>
                  {'★'.repeat(rating.score)}
                  {'☆'.repeat(5 - rating.score)}
                </span>{' '}
                {rating.comment}
              </Text>
            ))}
          </Section>
        )}
        <Section title={t.history}>
          {data.conversations.length === 0 && (
            <Text size="sm" c="dimmed">
              {t.historyNone}
            </Text>
          )}
          {data.conversations.map((entry) => (
            <UnstyledButton
              key={entry.id}
              className={classes.past}
              onClick={() => onOpen(entry.id)}
            >
              <Text size="sm" fw={550}>
                {format.date(entry.started_at)}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={1}>
                {entry.last_text}
              </Text>
            </UnstyledButton>
          ))}
        </Section>
        {customer && me?.role === 'admin' && (
          <Section title={t.privacy}>
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                component="a"
                href={`/functions/export-user-folder?user_id=${customer.id}`}
                download={`lea-${customer.id}.zip`}
                leftSection={<IconDownload size={14} aria-hidden />}
              >
                {t.export}
              </Button>
              <Button
                size="xs"
                variant="outline"
                color="red"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => setErasing(true)}
              >
                {t.erase}
              </Button>
            </Group>
            <EraseDialog
              opened={erasing}
              onClose={() => setErasing(false)}
              userId={customer.id}
              actions={actions}
              onErased={onErased}
            />
          </Section>
        )}
      </Stack>
    </ScrollArea>
  );
}
