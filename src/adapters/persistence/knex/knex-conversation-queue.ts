import type { Knex } from 'knex';
import pg from 'pg';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { ConversationQueue, Lease } from '../../../ports/conversation-queue.ts';
import type { Log } from '../../../ports/log.ts';
import { inTransactionAs } from './database.ts';
import { WORK_CHANNEL } from './knex-conversations.ts';

/** A connection that does not answer within this is dead, in milliseconds. */
const PROBE_TIMEOUT_MS = 5_000;
const PROBE_EVERY_MS = 5_000;
const RECONNECT_MS = 1_000;

export class KnexConversationQueue implements ConversationQueue {
  readonly #db: Knex;
  readonly #listenUrl: string;
  readonly #log: Log;

  constructor(options: { readonly db: Knex; readonly listenUrl: string; readonly log: Log }) {
    this.#db = options.db;
    this.#listenUrl = options.listenUrl;
    this.#log = options.log;
  }

  async claim(owner: string, limit: number, leaseMs: number): Promise<readonly Lease[]> {
    const { rows } = await this.#as((trx) =>
      trx.raw<{ rows: { id: ConversationId; fence: number; attempts: number; due_at: Date }[] }>(
        `update conversations c set lease_owner = ?, lease_expires_at = now() + make_interval(secs => ?::float / 1000), fence = fence + 1, burst_started_at = null
         from (select id from conversations where due_at <= now() and (lease_expires_at is null or lease_expires_at < now())
               order by due_at limit ? for update skip locked) as due
         where c.id = due.id
         returning c.id, c.fence, c.attempts, c.due_at`,
        [owner, leaseMs, limit],
      ),
    );
    return rows
      .toSorted((a, b) => a.due_at.getTime() - b.due_at.getTime())
      .map(({ id, fence, attempts }) => ({ conversationId: id, owner, fence, attempts }));
  }

  async renew(lease: Lease, leaseMs: number): Promise<boolean> {
    return (
      (await this.#as((trx) =>
        held(trx, lease).update({
          lease_expires_at: trx.raw('now() + make_interval(secs => ?::float / 1000)', [leaseMs]),
        }),
      )) === 1
    );
  }

  async release(lease: Lease): Promise<void> {
    await this.#as(async (trx) => {
      // Locked first and looked at afterwards: a message that is just being stored is either seen here, or
      // its own scheduling comes after this.
      if ((await held(trx, lease).forUpdate().first('id')) === undefined) return;
      await trx.raw(
        `with work as (
           select exists (select from messages where conversation_id = :id and sender = 'user' and handled_at is null and deleted_at is null)
               or exists (select from messages where conversation_id = :id and status in ('queued', 'sending')) as left_over),
         released as (
           update conversations set lease_owner = null, lease_expires_at = null, attempts = 0,
             due_at = case when work.left_over then greatest(due_at, now()) end,
             burst_started_at = case when work.left_over then burst_started_at end
           from work where id = :id
           returning greatest(0, ceil(extract(epoch from due_at - now()) * 1000))::int as delay)
         select pg_notify('${WORK_CHANNEL}', delay::text) from released where delay is not null`,
        { id: lease.conversationId },
      );
    });
  }

  async fail(lease: Lease, retryInMs: number | null): Promise<void> {
    await this.#as(async (trx) => {
      const back = { lease_owner: null, lease_expires_at: null, attempts: trx.raw('attempts + 1') };
      const changed =
        retryInMs === null
          ? await held(trx, lease).update({
              ...back,
              due_at: null,
              burst_started_at: null,
              dead_at: trx.fn.now(),
            })
          : await held(trx, lease).update({
              ...back,
              due_at: trx.raw('now() + make_interval(secs => ?::float / 1000)', [retryInMs]),
            });
      if (changed === 1 && retryInMs !== null)
        await trx.raw(`select pg_notify('${WORK_CHANNEL}', ?)`, [String(Math.ceil(retryInMs))]);
    });
  }

  /** Survives restarts of the server and half-open sockets: the connection is probed and made anew. */
  async onWork(listener: (dueInMs: number) => void): Promise<() => Promise<void>> {
    let client: pg.Client | null = null;
    let stopped = false;
    let timer: NodeJS.Timeout | null = null;

    const connect = async (): Promise<void> => {
      const fresh = new pg.Client({
        connectionString: this.#listenUrl,
        application_name: 'lea-listen',
        keepAlive: true,
        connectionTimeoutMillis: PROBE_TIMEOUT_MS,
        query_timeout: PROBE_TIMEOUT_MS,
      });
      fresh.on('notification', ({ payload }) => {
        if (!stopped) listener(Number(payload ?? 0));
      });
      fresh.on('error', () => again(fresh));
      await fresh.connect();
      await fresh.query(`listen ${WORK_CHANNEL}`);
      client = fresh;
      timer = setInterval(
        () => void fresh.query('select 1').catch(() => again(fresh)),
        PROBE_EVERY_MS,
      );
    };
    const again = (lost: pg.Client): void => {
      if (client !== lost || stopped) return;
      client = null;
      if (timer) clearInterval(timer);
      this.#log.warn('listen_lost');
      void lost.end().catch(() => undefined);
      const retry = (): void => {
        if (stopped) return;
        // What came due while nobody listened is asked for at once.
        connect().then(
          () => listener(0),
          () => setTimeout(retry, RECONNECT_MS).unref(),
        );
      };
      retry();
    };
    await connect();
    return async () => {
      stopped = true;
      if (timer) clearInterval(timer);
      await client?.end().catch(() => undefined);
    };
  }

  #as<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransactionAs(this.#db, { role: 'service_role', claims: {} }, work);
  }
}

const held = (trx: Knex.Transaction, lease: Lease): Knex.QueryBuilder =>
  trx('conversations').where({
    id: lease.conversationId,
    fence: lease.fence,
    lease_owner: lease.owner,
  });
