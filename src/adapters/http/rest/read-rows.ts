import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { TableName } from '../../../ports/shown-tables.ts';
import type { Filter, TableStore } from '../../../ports/table-store.ts';
import type { AppContext } from '../core/app-context.ts';
import { sendRows, wantsObject } from './answer.ts';
import { boundsOf, contentRange, pageStatus } from './page.ts';
import { parsePrefer } from './parse-prefer.ts';
import { parseQuery } from './parse-query.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface ReadDeps {
  readonly tables: TableStore;
  readonly traceAccess: Pick<TraceAccess, 'execute'>;
}

/** GET and HEAD of a table. What is about people leaves a trace before it goes out. */
export async function readRows(
  { tables, traceAccess }: ReadDeps,
  ctx: AppContext,
  actor: Actor,
  table: TableName,
  id: string | null,
): Promise<void> {
  const single = wantsObject(ctx.get('accept'));
  const query = parseQuery(table, ctx.querystring, id);
  const { count, applied } = parsePrefer(ctx.get('prefer'));
  const bounds = boundsOf(query, ctx.get('range'), ctx.get('range-unit'));
  const { columns, filters, order } = query;
  const { rows, total } = await tables.select(actor, {
    table,
    columns,
    filters,
    order,
    ...bounds,
    count,
  });
  // Everything but the shelf is about customers or staff.
  if (table !== 'products' && actor.kind !== 'anonymous')
    await traceAccess.execute({
      actor,
      action: 'table.read',
      table,
      subjects: askedFor(table, filters),
      columns: [...new Set(filters.map(({ column }) => column))],
      count: rows.length,
    });
  const status = pageStatus(bounds.offset, rows.length, total);
  sendRows(ctx, rows, single);
  ctx.status = single ? 200 : status;
  ctx.set({
    'Content-Range': contentRange(bounds.offset, rows.length, total),
    'Range-Unit': 'items',
    ...(applied.length === 0 ? {} : { 'Preference-Applied': applied.join(', ') }),
  });
}

/** The people that were asked for by their id. */
function askedFor(table: TableName, filters: readonly Filter[]): readonly UserId[] {
  const column = table === 'users' ? 'id' : 'user_id';
  return filters
    .filter((filter) => filter.column === column && !filter.negated)
    .flatMap(({ operator, value }) => (operator === 'eq' || operator === 'in' ? value : []))
    .filter((value): value is UserId => UUID.test(value));
}
