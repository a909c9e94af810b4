import { IconLock } from '@tabler/icons-react';
import { useFormat } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import type { ThreadNote } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

/** For the team only: another colour, the whole width, a lock. */
export function NoteBubble({ note }: { readonly note: ThreadNote }) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  return (
    <div className={classes.noteLine}>
      <div className={classes.noteHead}>
        <IconLock size={13} aria-hidden />
        {t.noteBy(note.author?.name ?? t.advisor)} · {format.time(note.created_at)}
      </div>
      <div className={classes.text}>{note.content}</div>
    </div>
  );
}
