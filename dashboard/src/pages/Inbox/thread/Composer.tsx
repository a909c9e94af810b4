import { ActionIcon, Textarea } from '@mantine/core';
import { IconLock, IconSend2 } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { useMe } from '../../../api/session.ts';
import { useTexts } from '../../../i18n/texts.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { useDraft } from '../hooks/use-draft.ts';
import { send } from '../hooks/use-outbox.ts';
import type { ThreadConversation } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { CannedReplies, cannedMatches } from './CannedReplies.tsx';
import classes from '../Inbox.module.css';

/** What WhatsApp takes in one message; more goes out as several. */
const MESSAGE = 4_096;
const LONGEST_REPLY = 16_000;
const LONGEST_NOTE = 4_000;

export type ComposerMode = 'reply' | 'note';

interface ComposerProps {
  readonly conversation: ThreadConversation;
  readonly actions: ConversationActions;
  readonly mode: ComposerMode;
  readonly onMode: (mode: ComposerMode) => void;
  readonly onWriting: (writing: boolean) => void;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly phone: boolean;
}

export function Composer({
  conversation,
  actions,
  mode,
  onMode,
  onWriting,
  inputRef,
  phone,
}: ComposerProps) {
  const t = useTexts(inboxTexts);
  const me = useMe().data;
  const [text, setText] = useDraft(conversation.id, mode);
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const canned =
    mode === 'reply' && !dismissed ? cannedMatches(text, me?.shop.canned_replies ?? []) : [];
  const mine = conversation.mode === 'human' && conversation.assigned_to?.id === me?.id;
  useEffect(() => onWriting(text !== '' && mode === 'reply'), [text, mode, onWriting]);

  const most = mode === 'reply' ? LONGEST_REPLY : LONGEST_NOTE;
  const length = text.trim().length;
  const hint =
    length > most
      ? t.tooLong(most, length)
      : mode === 'reply' && length > MESSAGE
        ? t.inSeveral(Math.ceil(length / MESSAGE))
        : null;

  const submit = () => {
    const content = text.trim();
    if (content === '' || content.length > most) return;
    setText('');
    if (mode === 'reply') send(conversation.id, content);
    else actions.note.mutate(content, { onError: () => setText(content) });
  };
  const insert = (index: number) => {
    const reply = canned[index];
    if (!reply) return;
    setText(reply.text);
    inputRef.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter while an accent or a word is being composed belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (canned.length > 0) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setChosen((chosen + (event.key === 'ArrowDown' ? 1 : canned.length - 1)) % canned.length);
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        insert(chosen);
        return;
      }
      if (event.key === 'Escape') {
        setDismissed(true);
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !phone) {
      event.preventDefault();
      submit();
    }
  };

  return (
    <div className={classes.composer} data-mode={mode}>
      {canned.length > 0 && <CannedReplies replies={canned} chosen={chosen} onChoose={insert} />}
      <div className={classes.modes} role="group" aria-label={t.reply}>
        <button type="button" aria-pressed={mode === 'reply'} onClick={() => onMode('reply')}>
          {t.reply}
        </button>
        <button type="button" aria-pressed={mode === 'note'} onClick={() => onMode('note')}>
          <IconLock size={13} aria-hidden /> {t.note}
        </button>
        <span
          className={classes.composerHint}
          data-long={hint !== null || undefined}
          aria-live="polite"
        >
          {hint ?? (mode === 'reply' && !mine ? t.takesOver : phone ? '' : t.shortcutHint)}
        </span>
      </div>
      <div className={classes.compose}>
        <Textarea
          ref={inputRef}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
            setDismissed(false);
          }}
          onKeyDown={onKeyDown}
          placeholder={
            mode === 'note' ? t.notePlaceholder : phone ? t.replyShort : t.replyPlaceholder
          }
          aria-label={mode === 'reply' ? t.reply : t.note}
          {...(canned.length > 0 && {
            'aria-controls': 'canned-replies',
            'aria-activedescendant': `canned-${chosen}`,
          })}
          autosize
          minRows={phone ? 1 : 2}
          maxRows={8}
          variant="unstyled"
          className={classes.input}
        />
        <ActionIcon
          size={40}
          radius="xl"
          variant="filled"
          color={mode === 'reply' ? 'lea' : 'yellow'}
          aria-label={mode === 'reply' ? t.send : t.addNote}
          disabled={length === 0 || length > most}
          onClick={submit}
        >
          {mode === 'reply' ? <IconSend2 size={20} /> : <IconLock size={18} />}
        </ActionIcon>
      </div>
    </div>
  );
}
