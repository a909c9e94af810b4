import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { listInbox } from '@http/inbox/contract.ts';
import { call, type Answer } from '../../../api/client.ts';
import type { InboxSearch } from '../search.ts';

export type InboxItem = Answer<typeof listInbox>['items'][number];
export type InboxCounts = Answer<typeof listInbox>['counts'];

/** The list of one tab, page by page; what is known stays on screen while the next is fetched. */
export function useInbox(search: InboxSearch) {
  const { tab = 'all', q, label } = search;
  const query = useInfiniteQuery({
    queryKey: ['inbox', 'list', tab, q ?? '', label ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call<typeof listInbox>({
        method: 'GET',
        path: '/functions/inbox',
        query: {
          tab,
          limit: 30,
          ...(q !== undefined && { q }),
          ...(label !== undefined && { label }),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    maxPages: 20,
  });
  const pages = query.data?.pages ?? [];
  // A conversation that moved up while paging must not be listed twice.
  const seen = new Set<string>();
  const items = pages
    .flatMap((page) => page.items)
    .filter((item) => !seen.has(item.id) && seen.add(item.id));
  return { ...query, items, counts: pages[0]?.counts };
}
