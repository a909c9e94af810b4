import type { Knex } from 'knex';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import {
  FURTHEST_AHEAD_MS,
  SUSPECT_AFTER,
  type ConversationQueue,
  type Lease,
} from '../../../ports/conversation-queue.ts';
import type { Log } from '../../../ports/log.ts';
import { literal, SERVICE_IDENTITY, statementAs } from './database.ts';
import { WORK_CHANNEL } from './knex-conversations.ts';
import { NOT_SENT } from './knex-messages.ts';
import { listenForWork } from './listen-for-work.ts';

/** Every operation is one statement and one round trip: it is the hottest path there is. */
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
    return this.#take(owner, leaseMs, `not (${SUSPECT}) order by due_at limit ${literal(limit)}`);
  }

  async claimSuspect(owner: string, leaseMs: number): Promise<Lease | null> {
    const taken = await this.#take(owner, leaseMs, `${SUSPECT} order by attempts, due_at limit 1`);
    return taken[0] ?? null;
  }

  async #take(owner: string, leaseMs: number, which: string): Promise<readonly Lease[]> {
    const { rows } = await this.#do<{
      id: ConversationId;
      fence: number;
      attempts: number;
      due_at: Date;
      unsent: boolean;
    }>(
      `update conversations c set lease_owner = ${literal(owner)}, lease_expires_at = now() + ${milliseconds(leaseMs)},
         fence = fence + 1, attempts = attempts + 1, burst_started_at = null
       from (select id from conversations where due_at <= now() and (lease_expires_at is null or lease_expires_at < now())
               and ${which} for no key update skip locked) as due
       where c.id = due.id
       returning c.id, c.fence, c.attempts, c.due_at, exists (${unsentOf('c.id')}) as unsent`,
    );
    return rows
      .toSorted((a, b) => a.due_at.getTime() - b.due_at.getTime())
      .map(({ id, fence, attempts, unsent }) => ({
        conversationId: id,
        owner,
        fence,
        attempts,
        unsent,
      }));
  }

  async renew(lease: Lease, leaseMs: number): Promise<boolean> {
    const { rowCount } = await this.#do(
      `update conversations set lease_expires_at = now() + ${milliseconds(leaseMs)} where ${held(lease)}`,
    );
    return rowCount === 1;
  }

  async release(lease: Lease): Promise<void> {
    const id = literal(lease.conversationId);
    // Locked first and looked at by a statement of its own: a message that is just being stored is either seen
    // here, or its own scheduling comes after this.
    await this.#do(
      `select from conversations where ${held(lease)} for update;
       with work as (
         select exists (select from messages where conversation_id = ${id} and sender = 'user' and handled_at is null and deleted_at is null)
             or exists (${unsentOf(id)}) as left_over),
       released as (
         update conversations set lease_owner = null, lease_expires_at = null, attempts = 0,
           due_at = case when work.left_over then greatest(due_at, now()) end,
           burst_started_at = case when work.left_over then burst_started_at end
         from work where ${held(lease)}
         returning due_at)
       ${WAKE} from released where due_at is not null`,
    );
  }

  async fail(lease: Lease, retryInMs: number | null): Promise<void> {
    await this.#giveBack(
      lease,
      retryInMs === null
        ? 'due_at = null, burst_started_at = null, dead_at = now()'
        : `due_at = now() + ${milliseconds(retryInMs)}`,
    );
  }

  async postpone(lease: Lease, retryInMs: number): Promise<void> {
    const again = `due_at = now() + ${milliseconds(retryInMs)}`;
    await this.#giveBack(lease, `attempts = greatest(0, attempts - 1), ${again}`);
  }

  async #giveBack(lease: Lease, changes: string): Promise<void> {
    await this.#do(
      `with failed as (
         update conversations set lease_owner = null, lease_expires_at = null, ${changes}
         where ${held(lease)} returning due_at)
       ${WAKE} from failed where due_at is not null`,
    );
  }

  async straighten(leaseMs: number): Promise<number> {
    const limit = `now() + ${milliseconds(FURTHEST_AHEAD_MS)}`;
    const { rows } = await this.#do<{ count: number }>(
      `with astray as (
         update conversations set
           lease_expires_at = case when lease_expires_at > ${limit} then now() + ${milliseconds(leaseMs)} else lease_expires_at end,
           burst_started_at = case when due_at > ${limit} then null else burst_started_at end,
           due_at = case when due_at > ${limit} then now() else due_at end
         where due_at is not null and (due_at > ${limit} or lease_expires_at > ${limit})
         returning due_at),
       woken as (${WAKE} from astray where due_at <= now())
       select (select count(*) from astray)::int as count, (select count(*) from woken) as woken`,
    );
    return rows[0]!.count;
  }

  onWork(listener: (dueInMs: number) => void): Promise<() => Promise<void>> {
    return listenForWork({ url: this.#listenUrl, log: this.#log, listener });
  }

  #do<Row>(sql: string): Promise<{ readonly rows: readonly Row[]; readonly rowCount: number }> {
    return statementAs<Row>(this.#db, SERVICE_IDENTITY, sql);
  }
}

const unsentOf = (id: string): string =>
  `select from messages where conversation_id = ${id} and ${NOT_SENT} and status in ('queued', 'sending')`;
/** A lease that was given back leaves no expiry behind. */
const SUSPECT = `lease_expires_at is not null and attempts >= ${SUSPECT_AFTER}`;
const milliseconds = (ms: number): string => `make_interval(secs => ${literal(ms / 1000)})`;
const held = ({ conversationId, owner, fence }: Lease): string =>
  `id = ${literal(conversationId)} and fence = ${literal(fence)} and lease_owner = ${literal(owner)}`;
/** Tells the workers when it will be due; they hear it once the statement is committed. */
const WAKE = `select pg_notify('${WORK_CHANNEL}', greatest(0, ceil(extract(epoch from due_at - now()) * 1000))::int::text)`;
