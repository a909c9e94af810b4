import pg from 'pg';
import type { Log } from '../../../ports/log.ts';
import { cut } from './connection-health.ts';
import { WORK_CHANNEL } from './knex-conversations.ts';

/** A connection that does not answer within this is dead, in milliseconds. */
const PROBE_TIMEOUT_MS = 3_000;
const PROBE_EVERY_MS = 4_000;
/** Between two tries to connect: quick at first, as most restarts take a second or two. */
const FIRST_RETRY_MS = 200;
const MAX_RETRY_MS = 3_000;

interface Listening {
  readonly url: string;
  readonly log: Log;
  readonly listener: (dueInMs: number) => void;
}

/**
 * Listens on a connection of its own and never gives up: it is probed, so that a half-open socket is noticed,
 * and made anew with what came due in between asked for at once. Answers how to stop. Fails only when the
 * first connection cannot be made.
 */
export async function listenForWork({
  url,
  log,
  listener,
}: Listening): Promise<() => Promise<void>> {
  let current: pg.Client | null = null;
  let probe: NodeJS.Timeout | null = null;
  let retry: NodeJS.Timeout | null = null;
  let stopped = false;

  const tell = (dueInMs: number): void => {
    try {
      if (!stopped) listener(dueInMs);
    } catch (error) {
      log.error('listener_failed', { error: nameOf(error) });
    }
  };

  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'lea-listen',
      keepAlive: true,
      connectionTimeoutMillis: PROBE_TIMEOUT_MS,
      query_timeout: PROBE_TIMEOUT_MS,
    });
    client.on('error', () => lost(client));
    client.on('end', () => lost(client));
    client.on('notification', ({ payload }) => tell(Number(payload) || 0));
    try {
      await client.connect();
      await client.query(`listen ${WORK_CHANNEL}`);
    } catch (error) {
      cut(client);
      throw error;
    }
    if (stopped) return cut(client);
    current = client;
    probe = setInterval(
      () => void client.query('select 1').catch(() => lost(client)),
      PROBE_EVERY_MS,
    );
  };

  const lost = (client: pg.Client): void => {
    if (client !== current || stopped) return;
    current = null;
    if (probe) clearInterval(probe);
    cut(client);
    log.warn('listen_lost');
    again(FIRST_RETRY_MS);
  };

  const again = (delayMs: number): void => {
    retry = setTimeout(() => {
      connect().then(
        () => {
          if (!stopped) log.info('listen_back');
          tell(0);
        },
        () => {
          if (!stopped) again(Math.min(MAX_RETRY_MS, delayMs * 2));
        },
      );
    }, delayMs);
  };

  await connect();
  return async () => {
    stopped = true;
    if (probe) clearInterval(probe);
    if (retry) clearTimeout(retry);
    await current?.end().catch(() => undefined);
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
