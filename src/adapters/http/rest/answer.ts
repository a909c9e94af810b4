import type { Row } from '../../../ports/table-store.ts';
import type { AppContext } from '../core/app-context.ts';
import { notSingular, restProblem } from './rest-error.ts';

const OBJECT = 'application/vnd.pgrst.object+json';

/** Whether one object is wanted instead of a list. @throws HttpProblem 406 for anything that is no JSON */
export function wantsObject(accept: string): boolean {
  if (accept.trim() === '') return false;
  const types = accept.split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
  const known = types.find((type) =>
    [
      OBJECT,
      'application/json',
      'application/vnd.pgrst.array+json',
      'application/*',
      '*/*',
    ].includes(type),
  );
  if (known === undefined)
    throw restProblem(406, 'not_acceptable', 'Only JSON is answered here.', {
      hint: `application/json, or ${OBJECT} for one row`,
    });
  return known === OBJECT;
}

/** @throws HttpProblem 406 `PGRST116` when one object is wanted and there is not exactly one row */
export function sendRows(ctx: AppContext, rows: readonly Row[], single: boolean): void {
  const [first] = rows;
  if (single && (rows.length !== 1 || first === undefined)) throw notSingular(rows.length);
  ctx.body = single ? JSON.stringify(first) : JSON.stringify(rows);
  ctx.type = `${single ? OBJECT : 'application/json'}; charset=utf-8`;
}
