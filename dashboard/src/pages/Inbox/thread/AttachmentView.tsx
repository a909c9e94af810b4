import { Modal } from '@mantine/core';
import { IconFile, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../i18n/texts.ts';
import type { ThreadMessage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { VoicePlayer } from './VoicePlayer.tsx';
import classes from '../Inbox.module.css';

type Attachment = NonNullable<ThreadMessage['attachment']>;

/** What came with a message, by what it is rather than by what it says it is. */
export function AttachmentView({ kind, attachment }: { readonly kind: string; readonly attachment: Attachment }) {
  const t = useTexts(inboxTexts);
  if (kind === 'voice' || attachment.mime_type.startsWith('audio/')) return <VoicePlayer attachment={attachment} />;
  if (kind === 'image' || kind === 'sticker' || attachment.mime_type.startsWith('image/')) return <Photo attachment={attachment} />;
  const name = attachment.file_name ?? (kind === 'video' ? t.video : t.document);
  if (attachment.url === null) return <div className={classes.file}><IconFile size={18} aria-hidden /> {name}</div>;
  return <a className={classes.file} href={attachment.url} target="_blank" rel="noreferrer"><IconFile size={18} aria-hidden /> {name}</a>;
}

function Photo({ attachment }: { readonly attachment: Attachment }) {
  const t = useTexts(inboxTexts);
  const [large, setLarge] = useState(false);
  if (attachment.url === null) return <div className={classes.file}><IconPhoto size={18} aria-hidden /> {t.photoPending}</div>;
  return (
    <>
      <button type="button" className={classes.photo} onClick={() => setLarge(true)} aria-label={t.enlarge}>
        <img src={attachment.url} alt={t.photo} loading="lazy" />
      </button>
      <Modal opened={large} onClose={() => setLarge(false)} size="auto" title={t.photo} closeButtonProps={{ 'aria-label': t.close }}>
        <img src={attachment.url} alt={t.photo} style={{ display: 'block', maxWidth: '86vw', maxHeight: '78vh', margin: 'auto', borderRadius: 8 }} />
      </Modal>
    </>
  );
}
