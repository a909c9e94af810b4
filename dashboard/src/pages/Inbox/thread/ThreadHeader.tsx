import { ActionIcon, Button, Menu, Text, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconCheck,
  IconDots,
  IconEye,
  IconHandStop,
  IconLayoutSidebarRight,
  IconLeaf,
  IconZzz,
} from '@tabler/icons-react';
import { useMe } from '../../../api/session.ts';
import { formatPhone, useFormat } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { Face } from '../Face.tsx';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { useNow } from '../hooks/use-now.ts';
import type { Viewer } from '../hooks/use-presence.ts';
import type { ThreadConversation } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { SoldButton } from './SoldButton.tsx';
import { snoozeChoices } from './snooze.ts';
import classes from '../Inbox.module.css';

interface ThreadHeaderProps {
  readonly conversation: ThreadConversation;
  readonly actions: ConversationActions;
  readonly viewers: readonly Viewer[];
  readonly phone: boolean;
  readonly panelShown: boolean;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onPanel: () => void;
}

export function ThreadHeader({
  conversation,
  actions,
  viewers,
  phone,
  panelShown,
  onBack,
  onClose,
  onPanel,
}: ThreadHeaderProps) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  const me = useMe().data;
  const now = useNow(30_000);
  const { customer, mode, assigned_to: owner, status } = conversation;
  const open = status === 'open';
  // On a phone the list with the page's title is not there.
  const Heading = phone ? 'h1' : 'h2';
  const mine = mode === 'human' && owner?.id === me?.id;
  const state = !open
    ? t.closed
    : mode === 'assistant'
      ? t.modeAssistant
      : mode === 'waiting'
        ? conversation.waiting_since
          ? `${t.modeWaiting} · ${format.age(conversation.waiting_since, now)}`
          : t.modeWaiting
        : mine
          ? t.modeMine
          : owner?.name
            ? t.modeHumanBy(owner.name)
            : t.modeHuman;
  const snoozed =
    conversation.snoozed_until !== null && Date.parse(conversation.snoozed_until) > now;
  const writing = viewers.filter((viewer) => viewer.writing);
  const names = (list: readonly Viewer[]) =>
    list.map((viewer) => viewer.name ?? t.advisor).join(', ');

  return (
    <header className={classes.head}>
      {phone && (
        <ActionIcon size="lg" aria-label={t.back} onClick={onBack}>
          <IconArrowLeft size={22} />
        </ActionIcon>
      )}
      {!phone && (
        <Face
          id={customer.id ?? conversation.id}
          name={customer.name}
          size={38}
          mode={open ? mode : 'closed'}
        />
      )}
      <div className={classes.headText}>
        <Heading className={classes.headName}>
          {customer.name ?? (customer.phone ? formatPhone(customer.phone) : t.unknown)}
        </Heading>
        <div className={classes.headState}>
          <span
            className={classes.mark}
            data-tone={
              !open
                ? undefined
                : mode === 'assistant'
                  ? 'lea'
                  : mode === 'waiting'
                    ? 'orange'
                    : 'blue'
            }
          >
            {state}
          </span>
          {snoozed && (
            <span className={classes.mark}>
              <IconZzz size={11} aria-hidden /> {t.snoozed}
            </span>
          )}
          {viewers.length > 0 && (
            <Tooltip
              label={writing.length > 0 ? t.writing(names(writing)) : t.looking(names(viewers))}
            >
              <span className={classes.viewers} role="status">
                <IconEye size={13} aria-hidden />
                {!phone &&
                  (writing.length > 0 ? t.writing(names(writing)) : t.looking(names(viewers)))}
              </span>
            </Tooltip>
          )}
        </div>
      </div>
      <div className={classes.headActions}>
        {!mine && open && (
          <Button
            size={phone ? 'compact-sm' : 'xs'}
            leftSection={phone ? null : <IconHandStop size={16} aria-hidden />}
            onClick={() => actions.takeOver.mutate()}
          >
            {mode === 'human' ? t.takeOverFrom : t.takeOver}
          </Button>
        )}
        {open && mode !== 'assistant' && (mine || !phone) && (
          <Button
            size={phone ? 'compact-sm' : 'xs'}
            variant="default"
            leftSection={phone ? null : <IconLeaf size={16} aria-hidden />}
            onClick={() =>
              actions.handBack.mutate(undefined, { onSuccess: () => notifyDone(t.handedBack) })
            }
          >
            {t.handBack}
          </Button>
        )}
        {!phone && !panelShown && <SoldButton conversationId={conversation.id} actions={actions} />}
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon size="lg" aria-label={t.more}>
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {open && (
              <Menu.Item
                leftSection={<IconCheck size={16} />}
                rightSection={
                  <Text size="xs" c="dimmed">
                    Alt E
                  </Text>
                }
                onClick={onClose}
              >
                {t.close}
              </Menu.Item>
            )}
            {open && mode !== 'assistant' && !mine && phone && (
              <Menu.Item
                leftSection={<IconLeaf size={16} />}
                onClick={() => actions.handBack.mutate()}
              >
                {t.handBack}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Label>
              {snoozed && conversation.snoozed_until
                ? t.snoozedUntil(format.dateTime(conversation.snoozed_until))
                : t.snooze}
            </Menu.Label>
            {snoozed ? (
              <Menu.Item
                leftSection={<IconZzz size={16} />}
                onClick={() => actions.snooze.mutate(null)}
              >
                {t.unsnooze}
              </Menu.Item>
            ) : (
              snoozeChoices(me?.shop.time_zone ?? 'UTC').map(({ label, until }) => (
                <Menu.Item
                  key={label}
                  leftSection={<IconZzz size={16} />}
                  onClick={() => actions.snooze.mutate(until())}
                >
                  {t[label]}
                </Menu.Item>
              ))
            )}
          </Menu.Dropdown>
        </Menu>
        <Tooltip label={t.panel}>
          <ActionIcon size="lg" aria-label={t.panel} aria-pressed={panelShown} onClick={onPanel}>
            <IconLayoutSidebarRight size={20} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
