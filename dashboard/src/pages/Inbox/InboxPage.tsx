import { useMediaQuery } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { getRouteApi, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useAltShortcuts } from './hooks/use-shortcuts.ts';
import { useInbox } from './hooks/use-inbox.ts';
import { ConversationList } from './list/ConversationList.tsx';
import { inboxTexts } from './texts.ts';
import classes from './Inbox.module.css';

const loadConversation = () => import('./thread/ConversationView.tsx');
const ConversationView = lazy(() =>
  loadConversation().then((module) => ({ default: module.ConversationView })),
);
const route = getRouteApi('/shell/inbox');

/** The list at the left, the open conversation beside it; on a phone one after the other. */
export function InboxPage() {
  const t = useTexts(inboxTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { conversationId } = useParams({ strict: false });
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const inbox = useInbox(search);
  // The list is drawn first; a conversation will be opened next.
  useEffect(() => void loadConversation(), []);

  const open = useCallback(
    (id: string) =>
      void navigate({ to: '/inbox/$conversationId', params: { conversationId: id }, search: true }),
    [navigate],
  );
  const move = (step: number) => {
    const index = inbox.items.findIndex((item) => item.id === conversationId);
    const next = inbox.items[index === -1 ? 0 : index + step];
    if (next) open(next.id);
  };
  useAltShortcuts({ KeyJ: () => move(1), KeyK: () => move(-1) });

  return (
    <div className={classes.inbox}>
      {(!phone || conversationId === undefined) && (
        <ConversationList
          inbox={inbox}
          search={search}
          selected={conversationId}
          onOpen={open}
          onSearch={(next) => void navigate({ to: '.', search: next, replace: true })}
        />
      )}
      {conversationId !== undefined && (
        <Suspense fallback={<div className={classes.nothing} />}>
          <ConversationView
            key={conversationId}
            conversationId={conversationId}
            phone={phone}
            onBack={() => void navigate({ to: '/inbox', search: true })}
            onOpen={open}
          />
        </Suspense>
      )}
      {!phone && conversationId === undefined && (
        <div className={classes.nothing}>
          <EmptyState icon={IconMessages} title={t.pick}>
            {t.pickText}
          </EmptyState>
        </div>
      )}
    </div>
  );
}
