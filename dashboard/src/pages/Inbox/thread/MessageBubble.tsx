import { IconHelpCircle, IconLeaf } from '@tabler/icons-react';
import { memo } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import type { OfferedProduct, ThreadMessage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { AttachmentView } from './AttachmentView.tsx';
import { Carried } from './Carried.tsx';
import { ProductStrip, SentProduct } from './ProductStrip.tsx';
import { QuotedMessage } from './QuotedMessage.tsx';
import { RichText } from '../../../ui/RichText.tsx';
import { SuggestedReply } from './SuggestedReply.tsx';
import { Ticks } from './Ticks.tsx';
import classes from '../Inbox.module.css';

interface MessageBubbleProps {
  readonly message: ThreadMessage;
  readonly joined: boolean;
  readonly product: OfferedProduct | undefined;
  readonly quotedProduct: OfferedProduct | undefined;
  readonly onJump: (messageId: string) => void;
  readonly actions: ConversationActions;
  readonly onWhy: (turnId: string) => void;
}

export const MessageBubble = memo(function MessageBubble({
  message,
  joined,
  product,
  quotedProduct,
  onJump,
  actions,
  onWhy,
}: MessageBubbleProps) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  if (message.status === 'suggested')
    return <SuggestedReply message={message} product={product} actions={actions} onWhy={onWhy} />;
  const shop = message.sender !== 'user';
  return (
    <div className={classes.line} data-from={message.sender}>
      <div
        className={classes.bubble}
        data-from={message.sender}
        data-dropped={message.status === 'dropped' || undefined}
        data-failed={message.status === 'failed' || undefined}
      >
        {shop && !joined && (
          <div className={classes.author}>
            {message.sender === 'assistant' ? (
              <>
                <IconLeaf size={13} aria-hidden /> {t.lea}
              </>
            ) : (
              (message.author?.name ?? t.advisor)
            )}
          </div>
        )}
        {message.quoted && !message.deleted && (
          <QuotedMessage quoted={message.quoted} product={quotedProduct} onJump={onJump} />
        )}
        {message.deleted ? (
          <div className={classes.gone}>{t.deleted}</div>
        ) : (
          <>
            <Carried message={message} />
            {message.attachment && (
              <AttachmentView kind={message.kind} attachment={message.attachment} />
            )}
            {product && message.content !== '' ? (
              <SentProduct product={product}>
                <RichText text={message.content} />
              </SentProduct>
            ) : product ? (
              <ProductStrip product={product} />
            ) : message.content !== '' &&
              !(message.kind === 'voice' && message.attachment?.transcript === message.content) ? (
              <div className={classes.text}>
                <RichText text={message.content} />
              </div>
            ) : null}
            {message.choices !== null && message.choices.length > 0 && (
              <div className={classes.choices}>
                {message.choices.map((choice) => (
                  <span key={choice.id}>{choice.title}</span>
                ))}
              </div>
            )}
          </>
        )}
        <div className={classes.meta}>
          {message.sender === 'assistant' && message.turn_id !== null && (
            <button
              type="button"
              className={classes.why}
              onClick={() => message.turn_id !== null && onWhy(message.turn_id)}
            >
              <IconHelpCircle size={13} aria-hidden /> {t.why}
            </button>
          )}
          {message.edited && <span>{t.edited}</span>}
          <time dateTime={message.timestamp}>{format.time(message.timestamp)}</time>
          {shop && <Ticks status={message.status} />}
        </div>
        {message.status === 'failed' && (
          <div className={classes.problem} role="note">
            {t.failedProvider}
          </div>
        )}
        {message.status === 'dropped' && <div className={classes.problem}>{t.dropped}</div>}
      </div>
    </div>
  );
});
