import { IconFile } from '@tabler/icons-react';
import { useTexts } from '../../../i18n/texts.ts';
import type { ThreadMessage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { Photo } from './Photo.tsx';
import { VoicePlayer } from './VoicePlayer.tsx';
import classes from '../Inbox.module.css';

interface AttachmentViewProps {
  readonly kind: string;
  readonly attachment: NonNullable<ThreadMessage['attachment']>;
}

/** What came with a message: voice notes and pictures are shown, other files are offered for opening. */
export function AttachmentView({ kind, attachment }: AttachmentViewProps) {
  const t = useTexts(inboxTexts);
  if (kind === 'voice' || attachment.mime_type.startsWith('audio/'))
    return <VoicePlayer attachment={attachment} />;
  if (kind === 'image' || kind === 'sticker' || attachment.mime_type.startsWith('image/'))
    return <Photo attachment={attachment} />;
  const name = attachment.file_name ?? (kind === 'video' ? t.video : t.document);
  if (attachment.url === null)
    return (
      <div className={classes.file}>
        <IconFile size={18} aria-hidden /> {name}
      </div>
    );
  return (
    <a className={classes.file} href={attachment.url} target="_blank" rel="noreferrer">
      <IconFile size={18} aria-hidden /> {name}
    </a>
  );
}
