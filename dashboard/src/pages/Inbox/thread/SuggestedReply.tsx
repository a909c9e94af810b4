import { Button, Group, Textarea } from '@mantine/core';
import { IconPencil, IconSend, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../i18n/texts.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import type { OfferedProduct, ThreadMessage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { ProductStrip } from './ProductStrip.tsx';
import { RichText } from '../../../ui/RichText.tsx';
import classes from '../Inbox.module.css';

interface SuggestedReplyProps {
  readonly message: ThreadMessage;
  readonly product: OfferedProduct | undefined;
  readonly actions: ConversationActions;
  readonly onWhy: (turnId: string) => void;
}

/** Léa in "suggest": the advisor sends it in one tap, as it is or in their own words. */
export function SuggestedReply({ message, product, actions, onWhy }: SuggestedReplyProps) {
  const t = useTexts(inboxTexts);
  const [edited, setEdited] = useState<string | null>(null);
  const approve = () =>
    actions.approve.mutate({
      messageId: message.id,
      ...(edited !== null && edited.trim() !== message.content && { content: edited.trim() }),
    });
  return (
    <div className={classes.line} data-from="assistant">
      <div className={classes.suggested}>
        <div className={classes.author}>
          <IconSparkles size={14} aria-hidden /> {t.suggestion}
        </div>
        <div className={classes.hint}>{t.suggestionText}</div>
        {product && <ProductStrip product={product} />}
        {edited === null ? (
          <div className={classes.text}>
            <RichText text={message.content} />
          </div>
        ) : (
          <Textarea
            autosize
            minRows={2}
            maxRows={10}
            value={edited}
            aria-label={t.suggestion}
            autoFocus
            onChange={(event) => setEdited(event.currentTarget.value)}
          />
        )}
        <Group gap="xs" mt="xs">
          <Button
            size="xs"
            leftSection={<IconSend size={14} aria-hidden />}
            loading={actions.approve.isPending}
            disabled={edited?.trim() === ''}
            onClick={approve}
          >
            {t.approve}
          </Button>
          {edited === null ? (
            // A product's card is drawn from the catalogue when it is sent: there is no text of it to change.
            product === undefined && (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPencil size={14} aria-hidden />}
                onClick={() => setEdited(message.content)}
              >
                {t.editIt}
              </Button>
            )
          ) : (
            <Button size="xs" variant="default" onClick={() => setEdited(null)}>
              {t.cancel}
            </Button>
          )}
          {message.turn_id !== null && (
            <button
              type="button"
              className={classes.why}
              onClick={() => message.turn_id !== null && onWhy(message.turn_id)}
            >
              {t.why}
            </button>
          )}
        </Group>
      </div>
    </div>
  );
}
