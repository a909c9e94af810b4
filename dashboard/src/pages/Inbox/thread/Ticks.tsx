import { IconAlertTriangle, IconCheck, IconChecks, IconClock, IconHelp } from '@tabler/icons-react';
import { useTexts } from '../../../i18n/texts.ts';
import type { ThreadMessage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

/** WhatsApp's ticks, said aloud as well. */
export function Ticks({ status }: { readonly status: ThreadMessage['status'] }) {
  const t = useTexts(inboxTexts);
  switch (status) {
    case 'queued':
    case 'sending':
      return <IconClock size={13} role="img" aria-label={t.sending} />;
    case 'sent':
      return <IconCheck size={15} role="img" aria-label={t.sent} />;
    case 'delivered':
      return <IconChecks size={15} role="img" aria-label={t.delivered} />;
    case 'read':
      return <IconChecks size={15} role="img" aria-label={t.read} className={classes.readTick} />;
    case 'failed':
      return <IconAlertTriangle size={13} role="img" aria-label={t.failed} />;
    case 'unknown':
      return <IconHelp size={13} role="img" aria-label={t.unknownState} />;
    default:
      return null;
  }
}
