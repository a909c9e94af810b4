import { IconPhoto } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTexts } from '../../../i18n/texts.ts';
import type { ThreadMessage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

/** A picture from the customer; a touch shows it large in the browser's own dialog (Esc closes it). */
export function Photo({
  attachment,
}: {
  readonly attachment: NonNullable<ThreadMessage['attachment']>;
}) {
  const t = useTexts(inboxTexts);
  const dialog = useRef<HTMLDialogElement>(null);
  if (attachment.url === null)
    return (
      <div className={classes.file}>
        <IconPhoto size={18} aria-hidden /> {t.photoPending}
      </div>
    );
  return (
    <>
      <button
        type="button"
        className={classes.photo}
        onClick={() => dialog.current?.showModal()}
        aria-label={t.enlarge}
      >
        <img src={attachment.url} alt={t.photo} loading="lazy" />
      </button>
      <dialog
        ref={dialog}
        className={classes.lightbox}
        aria-label={t.photo}
        onClick={() => dialog.current?.close()}
      >
        <img src={attachment.url} alt={t.photo} loading="lazy" />
        <button type="button" className={classes.lightboxClose} aria-label={t.close}>
          ×
        </button>
      </dialog>
    </>
  );
}
