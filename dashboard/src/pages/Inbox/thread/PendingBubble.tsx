import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTexts } from '../../../i18n/texts.ts';
import { discard, retry, type Pending } from '../hooks/use-outbox.ts';
import { inboxTexts } from '../texts.ts';
import { RichText } from '../../../ui/RichText.tsx';
import classes from '../Inbox.module.css';

export function PendingBubble({ pending }: { readonly pending: Pending }) {
  const t = useTexts(inboxTexts);
  const failed = pending.state === 'failed';
  return (
    <div className={classes.line} data-from="human">
      <div className={classes.bubble} data-from="human" data-failed={failed || undefined}>
        <div className={classes.text}>
          <RichText text={pending.content} />
        </div>
        <div className={classes.meta}>
          {failed ? (
            <IconAlertTriangle size={13} aria-hidden />
          ) : (
            <IconClock size={13} aria-hidden />
          )}
          {failed ? t.failed : t.sending}
        </div>
        {failed && (
          <div role="alert">
            <div className={classes.problem}>{pending.problem}</div>
            <Group gap="xs" mt={6}>
              <Button size="compact-xs" onClick={() => retry(pending.echoId)}>
                {t.retry}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => discard(pending.echoId)}>
                {t.discard}
              </Button>
            </Group>
          </div>
        )}
      </div>
    </div>
  );
}
