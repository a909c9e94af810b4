import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { useMe } from '../../../api/session.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { useOutbox } from '../hooks/use-outbox.ts';
import type { ThreadPage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { entriesOf, type Entry } from './entries.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { NoteBubble } from './NoteBubble.tsx';
import { PendingBubble } from './PendingBubble.tsx';
import { Typing } from './Typing.tsx';
import classes from '../Inbox.module.css';

interface ThreadProps {
  readonly page: ThreadPage;
  readonly loadEarlier: () => Promise<void>;
  readonly loadingEarlier: boolean;
  readonly actions: ConversationActions;
  readonly onWhy: (turnId: string) => void;
}
const BASE = 1_000_000;

export function Thread({ page, loadEarlier, loadingEarlier, actions, onWhy }: ThreadProps) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  const outbox = useOutbox();
  const me = useMe().data?.id;
  const list = useRef<VirtuosoHandle>(null);
  const [atBottom, setAtBottom] = useState(true);
  const entries = useMemo(() => entriesOf(page, outbox, format.dayKey), [page, outbox, format]);
  const firstItemIndex = useFirstItemIndex(entries);
  const products = useMemo(
    () => new Map(page.products.map((product) => [product.id, product])),
    [page.products],
  );

  const jump = useJump(entries, page.earlier !== null, loadEarlier, list);

  return (
    <div className={classes.messages}>
      <Virtuoso
        ref={list}
        style={{ height: '100%' }}
        data={entries}
        tabIndex={0}
        aria-label={t.thread}
        role="log"
        firstItemIndex={firstItemIndex}
        initialTopMostItemIndex={{ index: 'LAST', align: 'end' }}
        alignToBottom
        followOutput={(bottom) => (bottom || writtenHere(entries.at(-1), me) ? 'smooth' : false)}
        atBottomThreshold={80}
        atBottomStateChange={setAtBottom}
        startReached={() => void loadEarlier()}
        increaseViewportBy={{ top: 600, bottom: 200 }}
        computeItemKey={(_, entry) => entry.key}
        components={{
          Header: () => (
            <div className={classes.edge}>
              {loadingEarlier ? t.earlier : page.earlier === null ? t.beginning : ' '}
            </div>
          ),
          Footer: () =>
            page.conversation.assistant_typing ? (
              <Typing label={t.leaWriting} />
            ) : (
              <div className={classes.foot} />
            ),
        }}
        itemContent={(_, entry) => (
          <div
            className={classes.entry}
            data-joined={entry.joined || undefined}
            data-found={jump.found === entry.key || undefined}
          >
            {entry.day !== null && (
              <div className={classes.day}>
                <span>{format.day(entry.day)}</span>
              </div>
            )}
            {entry.kind === 'message' && (
              <MessageBubble
                message={entry.message}
                joined={entry.joined}
                product={
                  entry.message.product_id === null
                    ? undefined
                    : products.get(entry.message.product_id)
                }
                quotedProduct={products.get(entry.message.quoted?.product_id ?? '')}
                onJump={jump.to}
                actions={actions}
                onWhy={onWhy}
              />
            )}
            {entry.kind === 'note' && <NoteBubble note={entry.note} />}
            {entry.kind === 'pending' && <PendingBubble pending={entry.pending} />}
          </div>
        )}
      />
      {!atBottom && (
        <button
          type="button"
          className={classes.toBottom}
          onClick={() =>
            list.current?.scrollToIndex({ index: 'LAST', align: 'end', behavior: 'smooth' })
          }
          aria-label={t.newMessages}
        >
          <IconArrowDown size={18} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** Goes to a message and marks it for a moment; what lies further back is loaded until it is there. */
function useJump(
  entries: readonly Entry[],
  hasEarlier: boolean,
  loadEarlier: () => Promise<void>,
  list: RefObject<VirtuosoHandle | null>,
) {
  const [wanted, setWanted] = useState<string | null>(null);
  const index = wanted === null ? -1 : entries.findIndex(({ key }) => key === wanted);
  const isFound = index !== -1;
  // Each page that does not have it yet asks for the one before.
  const searched = isFound ? 0 : entries.length;
  useEffect(() => {
    if (wanted !== null && !isFound && hasEarlier) void loadEarlier();
  }, [wanted, isFound, searched, hasEarlier, loadEarlier]);
  useEffect(() => {
    if (!isFound) return;
    list.current?.scrollToIndex({ index, align: 'center' });
    const timer = window.setTimeout(() => setWanted(null), 2_000);
    return () => window.clearTimeout(timer);
  }, [isFound, index, list]);
  return { to: setWanted, found: isFound ? wanted : null };
}

/** What one has just written is shown, wherever one was reading. */
function writtenHere(last: Entry | undefined, me: string | undefined): boolean {
  if (last?.kind === 'pending') return true;
  return (
    last?.kind === 'note' &&
    last.note.author?.id === me &&
    Date.now() - Date.parse(last.at) < 10_000
  );
}

/** Virtuoso keeps its place while older lines come in on top if the first one's index goes down by as many. */
function useFirstItemIndex(entries: readonly Entry[]): number {
  const first = entries[0]?.key;
  const [state, setState] = useState({ first, index: BASE });
  if (state.first === first) return state.index;
  const added = entries.findIndex((entry) => entry.key === state.first);
  const next = { first, index: added > 0 ? state.index - added : BASE };
  setState(next);
  return next.index;
}
