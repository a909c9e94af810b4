import { MAX_ROWS, type RestQuery } from './parse-query.ts';
import { restProblem } from './rest-error.ts';

export interface Bounds {
  readonly limit: number;
  readonly offset: number;
}

/**
 * What `limit`, `offset` and the header `Range` leave together.
 * @throws HttpProblem 416 `invalid_range`
 */
export function boundsOf(
  query: Pick<RestQuery, 'limit' | 'offset'>,
  range: string,
  unit: string,
): Bounds {
  const asked = { limit: Math.min(query.limit ?? MAX_ROWS, MAX_ROWS), offset: query.offset ?? 0 };
  if (unit !== '' && unit.toLowerCase() !== 'items') return asked;
  const [, first, last = ''] = /^(?:items=)?(\d{1,10})-(\d{0,10})$/.exec(range.trim()) ?? [];
  if (first === undefined) return asked;
  const from = Math.max(asked.offset, Number(first));
  if (last !== '' && Number(first) > Number(last))
    throw restProblem(416, 'invalid_range', 'The range ends before it begins.', {
      details:
        'The lower boundary must be lower than or equal to the upper boundary in the Range header.',
    });
  const asksTo = query.limit === null ? Infinity : asked.offset + query.limit - 1;
  const end = Math.min(asksTo, last === '' ? Infinity : Number(last));
  return {
    offset: Math.min(from, 2_147_483_647),
    limit: Math.max(0, Math.min(end - from + 1, MAX_ROWS)),
  };
}

/** `0-24/573`; a star for no rows, and for a total that nobody asked for. */
export const contentRange = (offset: number, rows: number, total: number | null): string =>
  `${rows === 0 ? '*' : `${offset}-${offset + rows - 1}`}/${total ?? '*'}`;

/** 206 when the page is not all there is. @throws HttpProblem 416 when it begins behind the end */
export function pageStatus(offset: number, rows: number, total: number | null): 200 | 206 {
  if (total === null) return 200;
  if (offset > total)
    throw restProblem(416, 'invalid_range', 'Requested range not satisfiable', {
      details: `An offset of ${offset} was requested, but there are only ${total} rows.`,
    });
  return rows < total ? 206 : 200;
}
