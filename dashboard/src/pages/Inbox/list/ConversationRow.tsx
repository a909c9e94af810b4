import {
  IconCheck,
  IconChecks,
  IconLeaf,
  IconMicrophone,
  IconPhoto,
  IconZzz,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useMe } from '../../../api/session.ts';
import { formatPhone, useFormat } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import { Face } from '../Face.tsx';
import type { InboxItem } from '../hooks/use-inbox.ts';
import { kindLabel } from '../kind-label.ts';
import { inboxTexts, type InboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

interface ConversationRowProps {
  readonly item: InboxItem;
  readonly now: number;
  readonly selected: boolean;
  readonly onOpen: (id: string) => void;
}

export const ConversationRow = memo(function ConversationRow({
  item,
  now,
  selected,
  onOpen,
}: ConversationRowProps) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  const me = useMe().data;
  const name =
    item.customer.name ?? (item.customer.phone ? formatPhone(item.customer.phone) : t.unknown);
  const snoozed = item.snoozed_until !== null && Date.parse(item.snoozed_until) > now;
  return (
    <div className={classes.rowWrap}>
      <button
        type="button"
        className={classes.row}
        aria-current={selected || undefined}
        data-unread={item.unread_count > 0 || undefined}
        onClick={() => onOpen(item.id)}
      >
        <Face
          id={item.customer.id ?? item.id}
          name={item.customer.name}
          mode={item.status === 'closed' ? 'closed' : item.mode}
        />
        <span className={classes.rowText}>
          <span className={classes.rowLine}>
            <span className={classes.rowName}>{name}</span>
            <span className={classes.rowTime}>{format.brief(item.last_message_at)}</span>
          </span>
          <span className={classes.rowLine}>
            <span className={classes.rowPreview}>
              {item.match ?? <Preview item={item} t={t} />}
            </span>
            {item.unread_count > 0 && (
              <span className={classes.unread} aria-label={t.unread(item.unread_count)}>
                {item.unread_count > 99 ? '99+' : item.unread_count}
              </span>
            )}
          </span>
          <span className={classes.rowMarks}>
            {item.alert === 'emergency' && (
              <span className={classes.mark} data-tone="red">
                {t.emergency}
              </span>
            )}
            {item.alert === 'urgent' && (
              <span className={classes.mark} data-tone="orange">
                {t.urgent}
              </span>
            )}
            {item.status === 'open' && (item.mode === 'waiting' || item.waiting_since) && (
              <span className={classes.mark} data-tone="orange">
                {item.waiting_since
                  ? t.waitingFor(format.age(item.waiting_since, now))
                  : t.modeWaiting}
              </span>
            )}
            {item.mode === 'human' && item.status === 'open' && (
              <span className={classes.mark} data-tone="blue">
                {item.assigned_to?.id === me?.id
                  ? t.modeMine
                  : item.assigned_to?.name
                    ? t.modeHumanBy(item.assigned_to.name)
                    : t.modeHuman}
              </span>
            )}
            {item.mode === 'assistant' && item.status === 'open' && (
              <span className={classes.mark} data-tone="lea">
                <IconLeaf size={11} aria-hidden /> {t.lea}
              </span>
            )}
            {item.status === 'closed' && <span className={classes.mark}>{t.closed}</span>}
            {snoozed && (
              <span className={classes.mark}>
                <IconZzz size={11} aria-hidden /> {t.snoozed}
              </span>
            )}
            {item.labels.slice(0, 2).map((label) => (
              <span key={label} className={classes.label}>
                {label}
              </span>
            ))}
          </span>
        </span>
      </button>
    </div>
  );
});

function Preview({ item, t }: { readonly item: InboxItem; readonly t: InboxTexts }) {
  const last = item.last_message;
  if (!last) return null;
  return (
    <>
      {last.sender !== 'user' &&
        (last.status === 'read' || last.status === 'delivered' ? (
          <IconChecks
            size={14}
            aria-hidden
            className={classes.inlineIcon}
            data-read={last.status === 'read' || undefined}
          />
        ) : (
          <IconCheck size={14} aria-hidden className={classes.inlineIcon} />
        ))}
      {last.sender === 'assistant' && `${t.lea} : `}
      {last.kind === 'voice' && (
        <IconMicrophone size={14} aria-hidden className={classes.inlineIcon} />
      )}
      {last.kind === 'image' && <IconPhoto size={14} aria-hidden className={classes.inlineIcon} />}
      {last.text !== '' ? last.text : kindLabel(last.kind, t)}
    </>
  );
}
