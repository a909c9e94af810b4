import { useTexts } from '../../../i18n/texts.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

interface CannedReply {
  readonly shortcut: string;
  readonly text: string;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Only a slash at the very beginning opens them: "24h/24" does not. */
export function cannedMatches(
  text: string,
  replies: readonly CannedReply[],
): readonly CannedReply[] {
  const asked = /^\/([^\s]{0,30})$/.exec(text)?.[1];
  if (asked === undefined) return [];
  return replies.filter((reply) => fold(reply.shortcut).includes(fold(asked))).slice(0, 8);
}

interface CannedRepliesProps {
  readonly replies: readonly CannedReply[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

export function CannedReplies({ replies, chosen, onChoose }: CannedRepliesProps) {
  const t = useTexts(inboxTexts);
  return (
    <div className={classes.canned} role="listbox" id="canned-replies" aria-label={t.canned}>
      {replies.map((reply, index) => (
        <div
          key={reply.shortcut}
          id={`canned-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={classes.cannedItem}
          // The text field keeps the focus: the press must not take it away.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(index);
          }}
        >
          <strong>/{reply.shortcut}</strong>
          <span>{reply.text}</span>
        </div>
      ))}
    </div>
  );
}
