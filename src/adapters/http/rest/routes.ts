import { z } from 'zod';
import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import type { HandleAlerts } from '../../../application/staff/handle-alerts.ts';
import type { LogConsent } from '../../../application/staff/log-consent.ts';
import type { StaffAction } from '../../../domain/audit/staff-actions.ts';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { TableName } from '../../../ports/shown-tables.ts';
import type { TableStore } from '../../../ports/table-store.ts';
import type { AppContext } from '../core/app-context.ts';
import { newProductBody, productChanges } from '../catalogue/contract.ts';
import { endpoint, type Endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { alertChanges, consentBody, rows } from './contract.ts';
import { readRows } from './read-rows.ts';
import { inPostgrestShape, restProblem } from './rest-error.ts';
import { isTable, TABLES } from '../../../ports/shown-tables.ts';
import { patchAlerts } from './write-alerts.ts';
import { insertConsents } from './write-consents.ts';
import {
  deleteProducts,
  insertProducts,
  patchProducts,
  type ProductWrites,
} from './write-products.ts';
import { readWrite, type WriteRequest } from './write-request.ts';

export interface RestDeps extends ProductWrites {
  readonly tables: TableStore;
  readonly logConsent: Pick<LogConsent, 'execute'>;
  readonly handleAlerts: Pick<HandleAlerts, 'execute'>;
  readonly traceAccess: Pick<TraceAccess, 'execute' | 'authorise' | 'denied'>;
}

type Method = 'POST' | 'PATCH' | 'DELETE';
interface Write {
  /** Asked before anything is read: who may not write learns nothing else. */
  readonly action: StaffAction;
  /** What is left of it to the service. */
  readonly ofService?: StaffAction;
  readonly body?: z.ZodType;
  readonly work: (deps: RestDeps, request: WriteRequest) => Promise<void>;
}

const listOrOne = <S extends z.ZodType>(schema: S) => z.union([schema, z.array(schema)]);

/** The only writes that are offered; every other one has its own endpoint with its own rules. */
const WRITES: Readonly<Partial<Record<TableName, Readonly<Partial<Record<Method, Write>>>>>> = {
  products: {
    POST: { action: 'product.create', body: listOrOne(newProductBody), work: insertProducts },
    // The service may change the stock, which the use case knows.
    PATCH: {
      action: 'product.update',
      ofService: 'product.set_stock',
      body: productChanges,
      work: patchProducts,
    },
    DELETE: { action: 'product.delete', work: deleteProducts },
  },
  consent_logs: {
    POST: {
      action: 'consent.log',
      body: listOrOne(consentBody),
      work: (deps, request) => insertConsents(deps.logConsent, request),
    },
  },
  advisor_alerts: {
    PATCH: {
      action: 'alert.take',
      body: alertChanges,
      work: (deps, request) => patchAlerts(deps.handleAlerts, request),
    },
  },
};

const readQuery = z.object({
  select: z.string().optional().describe('Columns, or *'),
  order: z.string().optional().describe('Such as name.asc,price_cfa.desc.nullslast'),
  limit: z.string().optional().describe('At most 1000'),
  offset: z.string().optional(),
});

/** `/rest/v1` in PostgREST's conventions: the documented routes first, then refusals for everything else below it. */
export function restRoutes(deps: RestDeps): Route[] {
  const documented = TABLES.flatMap((table) => [
    tableRoute(
      deps,
      { method: 'GET', path: `/rest/v1/${table}`, query: readQuery, response: rows },
      `Rows of ${table}; filters as column=operator.value`,
    ),
    ...(Object.entries(WRITES[table] ?? {}) as [Method, Write][]).map(([method, { body }]) => {
      const contract = {
        method,
        path: `/rest/v1/${table}`,
        ...(body === undefined ? {} : { body }),
        response: rows,
      };
      return tableRoute(deps, contract, `${SUMMARY[method]} ${table}`);
    }),
  ]);
  const anything = (['GET', 'POST', 'PATCH', 'DELETE'] as const).flatMap((method) => [
    tableRoute(
      deps,
      { method, path: '/rest/v1/:table', response: rows },
      `${SUMMARY[method]} a table`,
    ),
    ...(method === 'POST'
      ? []
      : [
          tableRoute(
            deps,
            { method, path: '/rest/v1/:table/:id', response: rows },
            `${SUMMARY[method]} the row with an id, as ?id=eq.`,
          ),
        ]),
  ]);
  return [...documented, ...anything];
}

const WRITE_ERRORS = {
  403: 'forbidden',
  409: 'barcode_taken, price_swing with X-Price-Swing: ask, alert_taken, duplicate',
  413: 'too_large',
  415: 'unsupported_media_type',
  422: 'what the rules of the shop do not allow',
};

const SUMMARY = {
  GET: 'Reads',
  POST: 'Inserts into',
  PATCH: 'Changes rows of',
  DELETE: 'Removes rows of',
} as const;

function tableRoute(deps: RestDeps, contract: Endpoint, summary: string): Route {
  const fixed = contract.path.split('/')[3] ?? '';
  return defineRawRoute(endpoint(contract), {
    summary,
    tag: 'Tables',
    who: 'anyone',
    ...(contract.method === 'GET'
      ? { answers: { 206: 'Not all there is, and it was counted' } }
      : {}),
    ...(contract.method === 'POST' ? { status: 201 } : {}),
    ...(contract.method === 'PATCH' || contract.method === 'DELETE'
      ? { answers: { 204: 'Done, and no rows were asked for' } }
      : {}),
    errors: {
      400: 'unknown_column, invalid_filter, unsupported_operator',
      404: 'unknown_table',
      406: 'PGRST116, not_acceptable',
      416: 'invalid_range',
      ...(contract.method === 'GET' ? {} : WRITE_ERRORS),
    },
    handle: (ctx, actor) =>
      inPostgrestShape(ctx, async () => {
        const { table = fixed, id = null } = ctx.params as {
          readonly table?: string;
          readonly id?: string;
        };
        if (!isTable(table))
          throw restProblem(404, 'unknown_table', `There is no table "${table.slice(0, 80)}".`, {
            hint: `Tables: ${TABLES.join(', ')}.`,
          });
        ctx.state.route = `/rest/v1/${table}`;
        await (contract.method === 'GET'
          ? readRows(deps, ctx, actor, table, id)
          : write(deps, ctx, actor, table, id));
      }),
  });
}

async function write(
  deps: RestDeps,
  ctx: AppContext,
  actor: Actor,
  table: TableName,
  id: string | null,
): Promise<void> {
  const offered = WRITES[table]?.[ctx.method as Method];
  if (offered === undefined) {
    if (actor.kind !== 'anonymous') await deps.traceAccess.denied(actor, 'table.write', table);
    throw restProblem(403, 'forbidden', `${ctx.method} on ${table} is nobody's right here.`, {
      hint: 'Conversations, messages, orders and coupons are changed by /functions.',
    });
  }
  const { action, ofService = action } = offered;
  await deps.traceAccess.authorise(actor, actor.kind === 'service' ? ofService : action);
  await offered.work(deps, readWrite(ctx, actor, deps.tables, table, id));
}
