import { Button, Drawer, Skeleton, Stack } from '@mantine/core';
import { useDisclosure, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconPlugConnectedX, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { markRead } from '@http/inbox/actions-contract.ts';
import { ApiError, call } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { useMe } from '../../../api/session.ts';
import { useTexts } from '../../../i18n/texts.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { notifyDone } from '../../../ui/notify.ts';
import { useConversationActions } from '../hooks/use-actions.ts';
import { usePresence } from '../hooks/use-presence.ts';
import { useAltShortcuts } from '../hooks/use-shortcuts.ts';
import { useThread } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import { Composer, type ComposerMode } from './Composer.tsx';
import { Thread } from './Thread.tsx';
import { ThreadHeader } from './ThreadHeader.tsx';
import classes from '../Inbox.module.css';

// Beside the conversation, and so after it.
const CustomerPanel = lazy(() =>
  import('../side/CustomerPanel.tsx').then((module) => ({ default: module.CustomerPanel })),
);
const WhyDrawer = lazy(() =>
  import('./WhyDrawer.tsx').then((module) => ({ default: module.WhyDrawer })),
);

interface ConversationViewProps {
  readonly conversationId: string;
  readonly phone: boolean;
  readonly onBack: () => void;
  readonly onOpen: (id: string) => void;
}

/** One open conversation: who has it, what was said, the reply, and the customer beside it. */
export function ConversationView({ conversationId, phone, onBack, onOpen }: ConversationViewProps) {
  const t = useTexts(inboxTexts);
  const me = useMe().data;
  const thread = useThread(conversationId);
  const actions = useConversationActions(conversationId, {
    id: me?.id ?? '',
    name: me?.name ?? null,
  });
  const [mode, setMode] = useState<ComposerMode>('reply');
  const [writing, setWriting] = useState(false);
  const [why, setWhy] = useState<string | null | undefined>();
  const wide = useMediaQuery('(min-width: 82em)', undefined, { getInitialValueInEffect: false });
  const [panel, setPanel] = useLocalStorage({
    key: 'lea.panel',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const [drawer, drawerActions] = useDisclosure();
  const input = useRef<HTMLTextAreaElement>(null);
  const viewers = usePresence(conversationId, writing);
  useMarkRead(conversationId, thread.data?.messages.length ?? 0);

  const focus = useCallback((next: ComposerMode) => {
    setMode(next);
    window.setTimeout(() => input.current?.focus(), 0);
  }, []);
  const close = useCallback(
    () => actions.close.mutate(undefined, { onSuccess: () => notifyDone(t.closedDone) }),
    [actions.close, t.closedDone],
  );
  useAltShortcuts({ KeyP: () => focus('note'), KeyL: () => focus('reply'), KeyE: close });

  if (thread.isPending)
    return (
      <section className={classes.thread}>
        <Stack p="lg">
          {[60, 40, 70, 50].map((width) => (
            <Skeleton key={width} h={46} w={`${width}%`} radius="lg" />
          ))}
        </Stack>
      </section>
    );
  // Erased while it was open: what this page still holds of the person is not shown any more.
  if (thread.error instanceof ApiError && thread.error.status === 404)
    return (
      <section className={classes.thread}>
        <EmptyState icon={IconTrash} title={t.gone}>
          {t.goneText}
        </EmptyState>
        <Button variant="default" mx="auto" mb="xl" onClick={onBack}>
          {t.back}
        </Button>
      </section>
    );
  if (thread.isError && !thread.data) {
    return (
      <section className={classes.thread}>
        <EmptyState icon={IconPlugConnectedX} title={t.loadError}>
          {thread.error.message}
        </EmptyState>
      </section>
    );
  }
  const page = thread.data;
  const customerPanel = (
    <Suspense fallback={null}>
      <CustomerPanel
        conversationId={conversationId}
        actions={actions}
        onOpen={onOpen}
        onErased={onBack}
      />
    </Suspense>
  );

  return (
    <>
      <section className={classes.thread} aria-label={t.thread}>
        <ThreadHeader
          conversation={page.conversation}
          actions={actions}
          viewers={viewers}
          phone={phone}
          onBack={onBack}
          onClose={close}
          panelShown={wide && panel}
          onPanel={() => (wide ? setPanel(!panel) : drawerActions.open())}
        />
        <Thread
          page={page}
          loadEarlier={thread.loadEarlier}
          loadingEarlier={thread.loadingEarlier}
          actions={actions}
          onWhy={setWhy}
        />
        <Composer
          conversation={page.conversation}
          actions={actions}
          mode={mode}
          onMode={setMode}
          onWriting={setWriting}
          inputRef={input}
          phone={phone}
        />
      </section>
      {wide && panel && (
        <aside className={classes.side} aria-label={t.panel}>
          {customerPanel}
        </aside>
      )}
      <Drawer
        opened={drawer && !wide}
        onClose={drawerActions.close}
        position="right"
        size={380}
        title={t.panel}
      >
        {customerPanel}
      </Drawer>
      {why !== undefined && (
        <Suspense fallback={null}>
          <WhyDrawer
            conversationId={conversationId}
            turnId={why}
            onClose={() => setWhy(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

/** What is on screen is read: the badge goes for the whole team. */
function useMarkRead(conversationId: string, count: number): void {
  useEffect(() => {
    if (count === 0 || document.hidden) return;
    call<typeof markRead>({
      method: 'POST',
      path: '/functions/inbox/read',
      body: { conversation_id: conversationId },
    })
      .then(() => queryClient.invalidateQueries({ queryKey: ['inbox', 'list'] }))
      .catch(() => undefined);
  }, [conversationId, count]);
}
