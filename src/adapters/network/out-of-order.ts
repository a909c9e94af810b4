/**
 * Of SQLSTATE: connections (08), a full disk or too many connections (53), a server going down or coming up (57), its
 * system's errors (58), a database that may only be read (25006); and of sockets.
 */
const AWAY =
  /^(?:08\w{3}|53[013-9]\w{2}|57P\w{2}|58\w{3}|25006|25P03|ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
/** What one request may do to itself as well: memory, a time limit, a lock or a turn that was not had. */
const BUSY = /^(?:532\w{2}|57014|55P03|40\w{3})$/;
/** What pg says without a code. */
const CONNECTION_LOST =
  /Connection terminated|Connection ended|not queryable|Client was closed|Query read timeout|timeout exceeded when trying to connect|timeout expired/;
/** A disk that is full, over its quota, read-only or broken, and a process without descriptors to open a file with. */
const NO_ROOM = /^(?:ENOSPC|EDQUOT|EROFS|EIO|EMFILE|ENFILE)$/;

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** Whether the database cannot be reached or can take nothing now: the same request succeeds later. */
export function isDatabaseAway(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (
    AWAY.test(code) ||
    // The socket of a server that is down.
    (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') ||
    error.name === 'KnexTimeoutError' ||
    CONNECTION_LOST.test(error.message)
  );
}

/** Whether the database gave this request up; it may succeed later, or be too much for it. */
export const isDatabaseBusy = (error: unknown): error is Error =>
  error instanceof Error && BUSY.test(codeOf(error));

/** Whether files cannot be written or opened now. */
export const isStorageAway = (error: unknown): error is Error =>
  error instanceof Error && NO_ROOM.test(codeOf(error));
