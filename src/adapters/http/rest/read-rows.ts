import type { Actor } from '../../../domain/shared/actor.ts';
import type { TableName, TableStore } from '../../../ports/table-store.ts';
import type { AppContext } from '../app-context.ts';
import { sendRows, wantsObject } from './answer.ts';
import { boundsOf, contentRange, pageStatus } from './page.ts';
import { parsePrefer } from './parse-prefer.ts';
import { parseQuery } from './parse-query.ts';

/** GET and HEAD of a table. */
export async function readRows(
  tables: TableStore,
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
  const status = pageStatus(bounds.offset, rows.length, total);
  sendRows(ctx, rows, single);
  ctx.status = single ? 200 : status;
  ctx.set({
    'Content-Range': contentRange(bounds.offset, rows.length, total),
    'Range-Unit': 'items',
    ...(applied.length === 0 ? {} : { 'Preference-Applied': applied.join(', ') }),
  });
}
