import { useTexts } from '../../../i18n/texts.ts';
import type { OfferedProduct, ThreadMessage } from '../hooks/use-thread.ts';
import { kindLabel } from '../kind-label.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

interface QuotedMessageProps {
  readonly quoted: NonNullable<ThreadMessage['quoted']>;
  readonly product: OfferedProduct | undefined;
  readonly onJump: (messageId: string) => void;
}

/** What a message answers to, above it; a tap goes there. */
export function QuotedMessage({ quoted, product, onJump }: QuotedMessageProps) {
  const t = useTexts(inboxTexts);
  const { id, here, gone, sender, kind, text } = quoted;
  if (id === null || gone)
    return (
      <div className={classes.quoted} data-gone>
        {gone ? t.quotedGone : t.quotedUnknown}
      </div>
    );
  const author = sender === 'user' ? t.quotedCustomer : sender === 'assistant' ? t.lea : t.advisor;
  const content = (
    <>
      {product?.image_url && <img src={product.image_url} alt="" className={classes.quotedImage} />}
      <span className={classes.quotedText}>
        <strong>{author}</strong>
        <span>{product?.name ?? (text === '' ? kindLabel(kind, t) : text)}</span>
      </span>
    </>
  );
  if (!here) return <div className={classes.quoted}>{content}</div>;
  return (
    <button
      type="button"
      className={classes.quoted}
      title={t.quotedJump}
      onClick={() => onJump(id)}
    >
      {content}
    </button>
  );
}
