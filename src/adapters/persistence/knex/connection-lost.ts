/** Of sockets and of SQLSTATE: class 08 is connections, 57P0x a server going down or coming up. */
const UNREACHABLE =
  /^(?:ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|08\w{3}|57P0[1-5]|25P03|53300)$/;
/** What pg says without a code. */
const CONNECTION_LOST =
  /Connection terminated|Connection ended|not queryable|Client was closed|Query read timeout|timeout exceeded when trying to connect|timeout expired/;

/** Whether the database could not be reached, or no longer. */
export function isUnreachable(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return (
    UNREACHABLE.test(code) ||
    // The socket of a server that is down.
    (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') ||
    error.name === 'KnexTimeoutError' ||
    CONNECTION_LOST.test(error.message)
  );
}

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
