import { LeaError } from '../../../../domain/shared/errors.ts';

/** A place in a list: the sort columns of its last row, opaque to callers. */
export const writeCursor = (at: string, id: string): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** `key` says what the second part must look like, so that a forged cursor is refused before the database. */
export function readCursor(cursor: string, key: RegExp): readonly [at: string, id: string] {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (
      typeof at === 'string' &&
      typeof id === 'string' &&
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[\d.]*\+00$/.test(at) &&
      key.test(id)
    )
      return [at, id];
  } catch {
    // Said below.
  }
  throw new LeaError('invalid', 'invalid_cursor', 'This cursor is not one of ours.');
}

export const UUID_KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const SEQ_KEY = /^\d{1,18}$/;

/** Microseconds and UTC whatever the session's zone: a JavaScript date would round and rows would be skipped. */
export const cursorTime = (column: string): string =>
  `(${column} at time zone 'UTC')::text || '+00'`;
