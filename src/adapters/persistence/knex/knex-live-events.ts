import type { Knex } from 'knex';
import type { LiveChange, LiveEvents, LiveListener, LiveType } from '../../../ports/live-events.ts';
import type { Log } from '../../../ports/log.ts';
import { inTransactionAs } from './database.ts';
import { KnexLiveListener } from './knex-live-listener.ts';

/** What is not announced (see migration 0004), or was while the connection was lost, is found by looking. */
const LOOK_EVERY_MS = 500;
/** Many notifications in one moment lead to one look. */
const GATHER_MS = 50;
/** More than that at once is told as "read everything again". */
const MANY = 1_000;
/** A transaction that began before the last told change may have committed after it; so much is told again. */
const OVERLAP = '60 seconds';
/** A browser that was away for longer reads everything again. */
const KEPT = '10 minutes';

interface Row {
  readonly tx: string;
  readonly id: string;
  readonly type: LiveType;
  readonly row_id: string | null;
  readonly conversation_id: string | null;
}

/**
 * Reads the changes that triggers write, in the order of transactions: everything below the horizon (the
 * oldest transaction still running) is final and was told; above it, what was told is remembered.
 */
export class KnexLiveEvents implements LiveEvents {
  readonly #db: Knex;
  readonly #log: Log;
  readonly #listener: KnexLiveListener;
  readonly #subscribers = new Set<LiveListener>();
  #horizon: string | null = null;
  #told = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #gathering: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #failed = false;

  constructor(deps: { readonly db: Knex; readonly listenUrl: string; readonly log: Log }) {
    this.#db = deps.db;
    this.#log = deps.log;
    this.#listener = new KnexLiveListener(deps.listenUrl, 'lea_events', () => this.#gather());
  }

  start(): void {
    this.#listener.start();
    this.#timer = setInterval(() => this.#lookForSomebody(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    if (this.#gathering) clearTimeout(this.#gathering);
    this.#subscribers.clear();
    await this.#listener.stop();
    await this.#looking;
  }

  async subscribe(listener: LiveListener): Promise<() => void> {
    // What happened before is told to those who were there, and is never this listener's news.
    await this.#looking;
    if (this.#subscribers.size === 0) this.#horizon = null;
    await this.#look();
    this.#subscribers.add(listener);
    return () => void this.#subscribers.delete(listener);
  }

  async since(position: string): Promise<readonly LiveChange[] | null> {
    if (!/^\d{1,19}$/.test(position)) return null;
    const { rows } = await this.#as((trx) =>
      trx.raw<{ rows: Row[] }>(
        `select tx::text, id, type, row_id, conversation_id from live_changes
         where at >= (select max(at) from live_changes where tx <= ?::xid8) - interval '${OVERLAP}'
         order by live_changes.tx, id limit ?`,
        [position, MANY + 1],
      ),
    );
    return rows.length === 0 || rows.length > MANY ? null : changesOf(rows);
  }

  #gather(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = null;
      this.#lookForSomebody();
    }, GATHER_MS);
  }

  #lookForSomebody(): void {
    if (this.#subscribers.size > 0) void this.#look();
  }

  #look(): Promise<void> {
    this.#looking ??= this.#read()
      .then(() => {
        if (this.#failed) for (const subscriber of this.#subscribers) subscriber.reset();
        this.#failed = false;
      })
      .catch((error: unknown) => {
        if (!this.#failed)
          this.#log.warn('live_events_lost', {
            error: error instanceof Error ? error.name : 'unknown',
          });
        this.#failed = true;
      })
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  async #read(): Promise<void> {
    const from = this.#horizon;
    const { rows } = await this.#as((trx) =>
      trx.raw<{ rows: [{ horizon: string; changes: Row[] }] }>(
        `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
           (select coalesce(json_agg(one), '[]') from (select tx::text, id, type, row_id, conversation_id from live_changes
              where tx >= coalesce(?::xid8, pg_snapshot_xmin(pg_current_snapshot())) order by live_changes.tx, id limit ?) as one) as changes`,
        [from, MANY + 1],
      ),
    );
    const { horizon, changes } = rows[0];
    this.#horizon = horizon;
    if (changes.length > MANY) {
      this.#told.clear();
      for (const subscriber of this.#subscribers) subscriber.reset();
      return;
    }
    const fresh = changes.filter(({ id }) => !this.#told.has(id));
    this.#told = new Set(
      changes.filter(({ tx }) => BigInt(tx) >= BigInt(horizon)).map(({ id }) => id),
    );
    if (fresh.length === 0) return;
    const news = changesOf(fresh);
    for (const subscriber of this.#subscribers) subscriber.changed(news);
  }

  #as<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransactionAs(this.#db, { role: 'service_role', claims: {} }, work);
  }
}

/** The same thing changed twice is told once, at its last place. */
function changesOf(rows: readonly Row[]): readonly LiveChange[] {
  const last = new Map<string, LiveChange>();
  for (const { tx, type, row_id, conversation_id } of rows) {
    const key = `${type} ${row_id}`;
    last.delete(key);
    last.set(key, { position: tx, type, id: row_id, conversationId: conversation_id });
  }
  return [...last.values()];
}

/** Forgets what nobody will resume from any more. */
export async function pruneLiveChanges(db: Knex): Promise<void> {
  await inTransactionAs(db, { role: 'service_role', claims: {} }, (trx) =>
    trx.raw(`delete from live_changes where at < now() - interval '${KEPT}'`),
  );
}
