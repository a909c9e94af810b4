import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';

/** A connection that answered this recently is handed out as it is, in milliseconds. */
const FRESH_MS = 2_000;
/** A connection that does not answer within this is dead. */
const PROBE_TIMEOUT_MS = 3_000;
/** After a pause of the process an answer may lie there unread: it is read before its absence counts. */
const READING_MS = 100;

/**
 * Whether the connections of a pool still reach the server. Nothing tells a connection whose other end went
 * silently from one that is merely idle, so what has been idle for a while is asked before it is handed out;
 * and when the answer does not come, everything that has been as silent for as long is given up at once,
 * queries under way included.
 */
export class ConnectionHealth {
  readonly #answeredAt = new WeakMap<Client, number>();
  /** Connections that wait for answers: for how many, and since when nothing came. */
  readonly #waiting = new Map<Client, { answers: number; since: number }>();
  #askBefore = -Infinity;
  #deadBefore = -Infinity;

  /** Marks the connection as waiting while `query` runs. */
  async during<T>(connection: Client, query: () => Promise<T>): Promise<T> {
    const waiting = this.#waiting.get(connection) ?? { answers: 0, since: performance.now() };
    waiting.answers += 1;
    this.#waiting.set(connection, waiting);
    try {
      return await query();
    } finally {
      waiting.answers -= 1;
      waiting.since = performance.now();
      if (waiting.answers === 0) this.#waiting.delete(connection);
      this.#answeredAt.set(connection, waiting.since);
    }
  }

  /** Has every idle connection asked before it is used again: one of them was just found to be lost. */
  doubtAll(): void {
    this.#askBefore = performance.now();
  }

  /** Hands out none of the idle connections again. */
  retireAll(): void {
    this.#deadBefore = performance.now();
  }

  /** Whether the connection may be handed out. */
  async isAlive(connection: Client): Promise<boolean> {
    const now = performance.now();
    const answeredAt = this.#answeredAt.get(connection);
    // Just made.
    if (answeredAt === undefined) {
      this.#answeredAt.set(connection, now);
      return true;
    }
    if (answeredAt < this.#deadBefore) {
      cut(connection);
      return false;
    }
    return (
      (answeredAt >= this.#askBefore && now - answeredAt < FRESH_MS) || this.#probe(connection)
    );
  }

  async #probe(connection: Client): Promise<boolean> {
    const askedAt = performance.now();
    const timer = new AbortController();
    const answer = await Promise.race([
      connection.query('select 1').then(
        () => 'alive' as const,
        () => 'lost' as const,
      ),
      silence(timer.signal),
    ]);
    timer.abort();
    if (answer === 'alive') {
      this.#answeredAt.set(connection, performance.now());
      return true;
    }
    cut(connection);
    if (answer === 'silent') this.#giveUp(askedAt);
    return false;
  }

  #giveUp(before: number): void {
    this.#deadBefore = Math.max(this.#deadBefore, before);
    for (const [connection, { since }] of this.#waiting) if (since < before) cut(connection);
  }
}

async function silence(signal: AbortSignal): Promise<'silent' | 'answered'> {
  try {
    await delay(PROBE_TIMEOUT_MS, undefined, { signal });
    await delay(READING_MS, undefined, { signal });
    return 'silent';
  } catch {
    // Aborted: the answer was there first.
    return 'answered';
  }
}

/** Ends a connection without a goodbye: over a dead one its answer would be waited for in vain. */
export function cut(connection: Client): void {
  (
    connection as unknown as { readonly connection: { readonly stream: { destroy(): void } } }
  ).connection.stream.destroy();
}
