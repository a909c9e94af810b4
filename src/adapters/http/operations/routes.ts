import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import type { ReportSystem } from '../../../application/operations/report-system.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { LogReads } from '../../../ports/log-reads.ts';
import { auditLog, deletionLog, system } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';

const COMMON = { tag: 'Operation' } as const;

export interface OperationsRoutesDeps {
  readonly logs: LogReads;
  readonly traceAccess: Pick<TraceAccess, 'execute'>;
  readonly reportSystem: Pick<ReportSystem, 'execute'>;
}

/** What an admin looks at when something is to be found out. */
export const operationsRoutes = ({
  logs,
  traceAccess,
  reportSystem,
}: OperationsRoutesDeps): readonly Route[] => [
  defineRoute(auditLog, {
    ...COMMON,
    who: 'audit.read',
    summary:
      'Who did or read what, about whom and from where: ids and names of columns, newest first',
    errors: { 400: 'invalid_request, invalid_cursor' },
    async handle({ actor, query }) {
      const page = await logs.audit(actor, {
        cursor: query.cursor,
        limit: query.limit,
        actorId: query.actor_id,
        subjectId: query.subject_id,
        action: query.action,
        outcome: query.outcome,
        kind: query.kind,
        table: query.table,
        rowId: query.row_id,
        from: query.from,
        to: query.to,
      });
      await traceAccess.execute({
        actor,
        action: 'audit.read',
        subjects: query.subject_id === undefined ? [] : [query.subject_id as UserId],
        sameAs: query.subject_id ?? '',
      });
      return page;
    },
  }),
  defineRoute(deletionLog, {
    ...COMMON,
    who: 'deletion.read',
    summary: 'Erasures, newest first: when, by whom asked for, how many rows',
    errors: { 400: 'invalid_request, invalid_cursor' },
    handle: async ({ actor, query }) => {
      const { items, next_cursor } = await logs.deletions(actor, query);
      await traceAccess.execute({ actor, action: 'deletion.read', sameAs: '' });
      return { items: items.map((item) => ({ ...item, counts: { ...item.counts } })), next_cursor };
    },
  }),
  defineRoute(system, {
    ...COMMON,
    who: 'system.read',
    summary: 'Providers, versions, work that waits or failed, and open incidents',
    handle: ({ actor }) => reportSystem.execute({ actor }),
  }),
];
