import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { takeOver } from '@http/conversations/contract.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { listRows, oneOf, writeRow } from '../../api/rest.ts';

export const SEVERITIES = ['emergency', 'urgent', 'handoff'] as const;
export type Severity = (typeof SEVERITIES)[number];

interface AlertRow {
  readonly id: string;
  readonly conversation_id: string | null;
  readonly reason: string;
  readonly category: string;
  readonly severity: Severity;
  readonly triggered_at: string;
  readonly handled_by: string | null;
  readonly handled_at: string | null;
  readonly raised_again_at: string | null;
}
interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly phone_number: string | null;
}
export interface AlertItem extends AlertRow {
  readonly customer: Person | null;
  readonly handler: Person | null;
}
export interface AlertSearch {
  readonly open: boolean;
  readonly severity: Severity | null;
  readonly page: number;
}
export const ALERT_PAGE = 30;

/** The rows with the people that they are about; a role that may not see people gets the rows alone. */
export const useAlerts = ({ open, severity, page }: AlertSearch) =>
  useQuery({
    queryKey: ['alerts', 'list', open, severity, page],
    queryFn: async ({ signal }) => {
      const { rows, total } = await listRows<AlertRow>('advisor_alerts', {
        filters: [
          ['handled_at', open ? 'is.null' : 'not.is.null'],
          ...(severity === null ? [] : [['severity', `eq.${severity}`] as const]),
        ],
        // The queue is read whole and sorted by gravity below.
        order: open ? 'triggered_at.asc,id.asc' : 'handled_at.desc,id.desc',
        limit: open ? 500 : ALERT_PAGE,
        offset: open ? 0 : (page - 1) * ALERT_PAGE,
        signal,
      });
      const items = await withPeople(rows, signal);
      const grave = (alert: AlertItem) => SEVERITIES.indexOf(alert.severity);
      return { items: open ? items.toSorted((a, b) => grave(a) - grave(b)) : items, total };
    },
    placeholderData: keepPreviousData,
    refetchInterval: open ? 60_000 : false,
  });

async function withPeople(rows: readonly AlertRow[], signal: AbortSignal) {
  const conversations = await byId<{ readonly id: string; readonly user_id: string | null }>(
    'conversations',
    'id,user_id',
    rows.flatMap((row) => row.conversation_id ?? []),
    signal,
  );
  const people = await byId<Person>(
    'users',
    'id,name,phone_number',
    rows.flatMap((row) => [
      ...(row.handled_by === null ? [] : [row.handled_by]),
      ...(conversations.get(row.conversation_id ?? '')?.user_id ?? '').split(' ').filter(Boolean),
    ]),
    signal,
  );
  return rows.map((row): AlertItem => {
    const customerId = conversations.get(row.conversation_id ?? '')?.user_id ?? '';
    return {
      ...row,
      customer: people.get(customerId) ?? null,
      handler: people.get(row.handled_by ?? '') ?? null,
    };
  });
}

const MOST_IDS = 150;

async function byId<T extends { readonly id: string }>(
  table: 'users' | 'conversations',
  select: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, T>> {
  const wanted = [...new Set(ids)].slice(0, MOST_IDS);
  if (wanted.length === 0) return new Map();
  const listed = await listRows<T>(table, {
    select,
    filters: [['id', oneOf(wanted)]],
    limit: wanted.length,
    signal,
  }).catch(() => ({ rows: [] as readonly T[] }));
  return new Map(listed.rows.map((row) => [row.id, row]));
}

const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['alerts'] }),
    queryClient.invalidateQueries({ queryKey: ['inbox'] }),
  ]);

export const useTakeOver = () =>
  useMutation({
    mutationFn: (conversationId: string) =>
      call<typeof takeOver>({
        method: 'POST',
        path: '/functions/take-over',
        body: { conversation_id: conversationId },
      }),
    onSettled: refresh,
  });

export const useMarkHandled = (me: string | undefined) =>
  useMutation({
    mutationFn: (alertId: string) =>
      writeRow('PATCH', 'advisor_alerts', [['id', `eq.${alertId}`]], { handled_by: me }),
    onSettled: refresh,
  });
