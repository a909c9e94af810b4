import pg from 'pg';
import type { Log } from '../../../ports/log.ts';

/** Sign-in is a small part of the traffic; its bursts must not take the connections of the conversations. */
const CONNECTIONS = 4;
/** Sign-in reads and writes single rows; a server that is gone must not hold a request for long. */
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * The server's own login for sign-in. better-auth names its tables without a schema, so they are found by the
 * search path; everything of ours is written `public.…`.
 */
export function openServerPool(
  url: string,
  log: Log,
  answerTimeoutMs = ANSWER_TIMEOUT_MS,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'lea-sign-in',
    max: CONNECTIONS,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: answerTimeoutMs,
    verify: (client, done) => client.query('set search_path to lea_auth', (error) => done(error)),
  });
  // An idle connection that the server closes (a restart) is replaced by the next request.
  pool.on('error', () => log.warn('identity.connection_lost'));
  return pool;
}
