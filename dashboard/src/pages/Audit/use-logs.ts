import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { auditLog, deletionLog } from '@http/operations/contract.ts';
import { call, type Answer } from '../../api/client.ts';
import { isDay, startOfDay } from '../../i18n/day-start.ts';
import { addDays } from '../../i18n/days.ts';

export type AuditEntry = Answer<typeof auditLog>['items'][number];
export type Deletion = Answer<typeof deletionLog>['items'][number];
const PAGE = 50;

export interface AuditSearch {
  readonly actor: string;
  readonly action: string;
  readonly kind: '' | 'reads' | 'changes';
  readonly outcome: '' | AuditEntry['outcome'];
  readonly subject: string;
  /** Days of the shop, both of them meant. */
  readonly from: string;
  readonly to: string;
}

interface LogPage<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}
const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: LogPage<unknown>) => page.next_cursor ?? undefined,
};

const given = <T extends string>(value: T | ''): T | undefined =>
  value === '' ? undefined : value;

export const useAuditLog = (search: AuditSearch, timeZone: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: ['audit', 'actions', search, timeZone],
    queryFn: ({ signal, pageParam }) =>
      call<typeof auditLog>({
        method: 'GET',
        path: '/functions/audit-log',
        query: {
          limit: PAGE,
          cursor: pageParam,
          actor_id: given(search.actor),
          action: given(search.action),
          kind: given(search.kind),
          outcome: given(search.outcome),
          subject_id: given(search.subject),
          ...(isDay(search.from) && { from: startOfDay(search.from, timeZone) }),
          ...(isDay(search.to) && { to: startOfDay(addDays(search.to, 1), timeZone) }),
        },
        signal,
      }),
    select: ({ pages }) => pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
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
