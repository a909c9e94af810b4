/** Whether a connection that there was is gone; not that none could be made. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(?:ECONNRESET|EPIPE|57P0[12])$/.test(code) ||
    /Connection (?:terminated|ended)|not queryable/.test(error.message)
  );
}

/** What pg says when `query_timeout` is over. */
export const isReadTimeout = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Query read timeout';

/** Whether a prepared statement no longer fits its tables, which PostgreSQL says as "feature not supported". */
export const isPlanOutdated = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '0A000' &&
  error.message.includes('cached plan');
