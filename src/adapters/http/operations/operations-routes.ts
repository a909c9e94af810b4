import type { ReportSystem } from '../../../application/operations/report-system.ts';
import type { LogReads } from '../../../ports/log-reads.ts';
import { auditLog, deletionLog, system } from '../contracts/operations.ts';
import { defineRoute, type Route } from '../define-route.ts';

const COMMON = { tag: 'Operation' } as const;

export interface OperationsRoutesMeans {
  readonly logs: LogReads;
  readonly reportSystem: Pick<ReportSystem, 'execute'>;
}

/** What an admin looks at when something is to be found out. */
export const operationsRoutes = ({
  logs,
  reportSystem,
}: OperationsRoutesMeans): readonly Route[] => [
  defineRoute(auditLog, {
    ...COMMON,
    who: 'audit.read',
    summary: 'What members of staff changed: ids and names of columns, newest first',
    errors: { 400: 'invalid_request, invalid_cursor' },
    handle: ({ actor, query }) =>
      logs.audit(actor, {
        cursor: query.cursor,
        limit: query.limit,
        actorId: query.actor_id,
        table: query.table,
        rowId: query.row_id,
      }),
  }),
  defineRoute(deletionLog, {
    ...COMMON,
    who: 'deletion.read',
    summary: 'Erasures, newest first: when, by whom asked for, how many rows',
    errors: { 400: 'invalid_request, invalid_cursor' },
    handle: async ({ actor, query }) => {
      const { items, next_cursor } = await logs.deletions(actor, query);
      return { items: items.map((item) => ({ ...item, counts: { ...item.counts } })), next_cursor };
    },
  }),
  defineRoute(system, {
    ...COMMON,
    who: 'system.read',
    summary: 'Providers, versions, work that waits or failed, and open incidents',
    handle: () => reportSystem.execute(),
  }),
];
