import { useInfiniteQuery } from '@tanstack/react-query';
import type { auditLog, deletionLog } from '@contracts/operations.ts';
import { call, type Answer } from '../../api/client.ts';

export type AuditEntry = Answer<typeof auditLog>['items'][number];
export type Deletion = Answer<typeof deletionLog>['items'][number];
const PAGE = 50;

interface LogPage<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}
const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: LogPage<unknown>) => page.next_cursor ?? undefined,
};

export const useAuditLog = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: ['audit', 'changes'],
    queryFn: ({ signal, pageParam }) =>
      call<typeof auditLog>({
        method: 'GET',
        path: '/functions/audit-log',
        query: { limit: PAGE, cursor: pageParam },
        signal,
      }),
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });

export const useDeletionLog = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: ['audit', 'deletions'],
    queryFn: ({ signal, pageParam }) =>
      call<typeof deletionLog>({
        method: 'GET',
        path: '/functions/deletion-log',
        query: { limit: PAGE, cursor: pageParam },
        signal,
      }),
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
