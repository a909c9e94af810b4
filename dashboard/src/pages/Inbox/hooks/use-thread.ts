import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { readThread } from '@http/inbox/contract.ts';
import { call, type Answer } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';

export type ThreadPage = Answer<typeof readThread>;
export type ThreadMessage = ThreadPage['messages'][number];
export type ThreadNote = ThreadPage['notes'][number];
export type ThreadConversation = ThreadPage['conversation'];
export type OfferedProduct = ThreadPage['products'][number];

const PAGE = 50;
export const threadKey = (conversationId: string) => ['inbox', 'thread', conversationId] as const;

const fetchPage = (conversationId: string, before?: string, signal?: AbortSignal) =>
  call<typeof readThread>({
    method: 'GET',
    path: '/functions/inbox/thread',
    query: {
      conversation_id: conversationId,
      limit: PAGE,
      ...(before !== undefined && { before }),
    },
    ...(signal && { signal }),
  });

const byId = <T extends { readonly id: string }>(older: readonly T[], newer: readonly T[]): T[] => [
  ...new Map([...older, ...newer].map((item) => [item.id, item])).values(),
];
const inOrder = (a: ThreadMessage, b: ThreadMessage): number =>
  Date.parse(a.timestamp) - Date.parse(b.timestamp) || a.seq - b.seq;

/** What was loaded before stays, unless so much came since that there would be a hole. */
function join(known: ThreadPage | undefined, fresh: ThreadPage): ThreadPage {
  if (!known || fresh.earlier === null) return fresh;
  const ids = new Set(known.messages.map((message) => message.id));
  if (!fresh.messages.some((message) => ids.has(message.id))) return fresh;
  const oldest = fresh.messages[0];
  const before = known.messages.filter((message) => oldest && inOrder(message, oldest) < 0);
  return {
    ...fresh,
    messages: [...before, ...fresh.messages],
    notes: byId(known.notes, fresh.notes),
    products: byId(known.products, fresh.products),
    earlier: before.length > 0 ? known.earlier : fresh.earlier,
  };
}

/** The newest messages, kept fresh by live events, with what lies before them on demand. */
export function useThread(conversationId: string) {
  const key = threadKey(conversationId);
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      join(
        queryClient.getQueryData<ThreadPage>(key),
        await fetchPage(conversationId, undefined, signal),
      ),
    // While Léa is at work the reply is near; the event may have been missed.
    refetchInterval: (state) => (state.state.data?.conversation.assistant_typing ? 1500 : false),
  });
  const [loadingEarlier, setLoadingEarlier] = useState(false);
  const busy = useRef(false);
  const earlier = query.data?.earlier ?? null;

  const loadEarlier = useCallback(async () => {
    if (earlier === null || busy.current) return;
    busy.current = true;
    setLoadingEarlier(true);
    try {
      const page = await fetchPage(conversationId, earlier);
      queryClient.setQueryData<ThreadPage>(
        threadKey(conversationId),
        (known) =>
          known && {
            ...known,
            messages: byId(page.messages, known.messages),
            notes: byId(page.notes, known.notes),
            products: byId(page.products, known.products),
            earlier: page.earlier,
          },
      );
    } catch {
      // Scrolling again tries again.
    } finally {
      busy.current = false;
      setLoadingEarlier(false);
    }
  }, [conversationId, earlier]);

  return { ...query, loadEarlier, loadingEarlier };
}
