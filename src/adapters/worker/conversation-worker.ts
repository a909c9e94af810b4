import { setTimeout as sleep } from 'node:timers/promises';
import { LeaError } from '../../domain/shared/errors.ts';
import type { ConversationQueue, Lease } from '../../ports/conversation-queue.ts';
import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { ProviderError } from '../../ports/provider-error.ts';

export interface WorkerDeps {
  readonly queue: ConversationQueue;
  /** One turn of a conversation that is held. */
  readonly answer: { execute(lease: Lease): Promise<string> };
  readonly send: { execute(lease: Lease, mayStillSend: () => boolean): Promise<void> };
  /** Called once when a conversation is laid aside after `MAX_ATTEMPTS`. */
  readonly deadLetter: { execute(command: { readonly lease: Lease }): Promise<void> };
  readonly log: Log;
  readonly metrics: Metrics;
  /** Names this process among the workers. */
  readonly name: string;
  /** Conversations worked on at once; a turn mostly waits for its model. */
  readonly concurrency: number;
  /** Transactions that the store could begin right now without a wait; 0 or less when it is busy. */
  readonly capacity: () => number;
}

/** How long a conversation is held without a sign of life, in milliseconds. */
export const LEASE_MS = 12_000;
const RENEW_MS = 4_000;
/** Backstop for a lost notification. */
const POLL_MS = 1_000;
/** The most that one claim takes. */
const BATCH = 50;
/** How soon a busy store is looked at again. */
const BUSY_MS = 10;
/** A worker that has not asked for work for so long is stuck, or its database is away. */
const STUCK_MS = 10_000;
const MAX_ATTEMPTS = 5;
const MAX_BACKOFF_MS = 60_000;
const GIVE_BACK_TRIES = 10;
const GIVE_BACK_PAUSE_MS = 1_000;
/** While the gateway or the database is out of order, give or take half. */
const OUTAGE_RETRY_MS = 10_000;

/**
 * Claims due conversations, no more than the store can carry, and works each through turn and outbox; any number
 * may run anywhere.
 */
export class ConversationWorker {
  readonly #deps: WorkerDeps;
  readonly #running = new Set<Promise<void>>();
  #stopping = false;
  #askedForWorkAt = Number.NEGATIVE_INFINITY;
  #claiming = false;
  #again = false;
  #suspecting = false;
  #poll: NodeJS.Timeout | null = null;
  #busy: NodeJS.Timeout | null = null;
  #unlisten: (() => Promise<void>) | null = null;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
  }

  async start(): Promise<void> {
    this.#unlisten = await this.#deps.queue.onWork((dueInMs) => {
      // Timers fire a little early; a millisecond later the row is surely due.
      if (dueInMs <= 0) this.#wake();
      else setTimeout(() => this.#wake(), dueInMs + 1).unref();
    });
    this.#poll = setInterval(() => {
      this.#wake();
      this.#suspect();
    }, POLL_MS);
    this.#wake();
  }

  /** Takes nothing new and resolves when every turn in flight has ended and given its lease back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#poll) clearInterval(this.#poll);
    await this.#unlisten?.();
    while (this.#claiming || this.#suspecting || this.#running.size > 0) {
      await Promise.allSettled(this.#running);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Whether it goes on asking for work, or has its hands full. */
  isWorking(): boolean {
    return !this.#stopping && performance.now() - this.#askedForWorkAt < STUCK_MS;
  }

  #wake(): void {
    if (this.#claiming) {
      this.#again = true;
      return;
    }
    this.#claiming = true;
    void this.#claimAll()
      .catch((error: unknown) => this.#deps.log.error('claim_failed', { error: message(error) }))
      .finally(() => {
        this.#claiming = false;
        if (this.#again && !this.#stopping) {
          this.#again = false;
          this.#wake();
        }
      });
  }

  async #claimAll(): Promise<void> {
    while (!this.#stopping) {
      const free = this.#deps.concurrency - this.#running.size;
      if (free <= 0) {
        this.#askedForWorkAt = performance.now();
        return;
      }
      const wanted = Math.min(free, BATCH, this.#capacity());
      if (wanted <= 0) {
        this.#wakeSoon();
        return;
      }
      const askedAt = performance.now();
      const leases = await this.#deps.queue.claim(this.#deps.name, wanted, LEASE_MS);
      this.#askedForWorkAt = performance.now();
      for (const lease of leases) {
        // A full house left work behind.
        void this.#run(lease, askedAt).then(() => {
          if (this.#running.size === this.#deps.concurrency - 1) this.#wake();
        });
      }
      if (leases.length < wanted) return;
    }
  }

  #wakeSoon(): void {
    if (this.#busy !== null) return;
    this.#busy = setTimeout(() => {
      this.#busy = null;
      this.#wake();
    }, BUSY_MS).unref();
  }

  /**
   * What is claimed faster than the store can carry it waits under a lease, and so do renewals; unclaimed it
   * waits in the store, where any process may take it. One at a time goes on whoever else keeps the store busy.
   */
  #capacity(): number {
    return this.#running.size === 0 ? Math.max(1, this.#deps.capacity()) : this.#deps.capacity();
  }

  /** One suspect at a time: should it take this process down, it takes no other suspect with it. */
  #suspect(): void {
    if (this.#suspecting || this.#stopping) return;
    this.#suspecting = true;
    const askedAt = performance.now();
    void this.#deps.queue
      .claimSuspect(this.#deps.name, LEASE_MS)
      .then(async (lease) => {
        if (lease !== null) await this.#run(lease, askedAt);
        return lease !== null;
      })
      .catch((error: unknown) => {
        this.#deps.log.error('claim_failed', { error: message(error) });
        return false;
      })
      .then((more) => {
        this.#suspecting = false;
        if (more) this.#suspect();
      });
  }

  #run(lease: Lease, askedAt: number): Promise<void> {
    const work: Promise<void> = this.#work(lease, askedAt).finally(() =>
      this.#running.delete(work),
    );
    this.#running.add(work);
    return work;
  }

  /** `askedAt` is when the lease was asked for, by this process's own watch, which no one sets. */
  async #work(lease: Lease, askedAt: number): Promise<void> {
    const { queue, answer, send, log } = this.#deps;
    let heldUntil = askedAt + LEASE_MS;
    const mayStillSend = (): boolean => performance.now() < heldUntil;
    const renew = async (): Promise<void> => {
      const asked = performance.now();
      if (await queue.renew(lease, LEASE_MS)) heldUntil = asked + LEASE_MS;
    };
    const renewal = setInterval(
      () =>
        void renew().catch((error: unknown) => log.warn('renew_failed', { error: message(error) })),
      RENEW_MS,
    );
    try {
      // Its last holders all died over it.
      if (lease.attempts > MAX_ATTEMPTS) throw new LostTooOften();
      // What an earlier turn left unsent goes first, so that replies keep their order.
      if (lease.unsent) await send.execute(lease, mayStillSend);
      const outcome = await answer.execute(lease);
      if (outcome === 'lost') return;
      if (outcome !== 'nothing_to_do' && outcome !== 'overtaken')
        await send.execute(lease, mayStillSend);
      await queue.release(lease);
    } catch (error) {
      await this.#giveBack(lease, error);
    } finally {
      clearInterval(renewal);
    }
  }

  /** Tries again while the database is away: a lease that nobody gives back looks like a crash. */
  async #giveBack(lease: Lease, error: unknown): Promise<void> {
    for (let left = GIVE_BACK_TRIES; ; left -= 1) {
      try {
        return await this.#failed(lease, error);
      } catch (second) {
        if (left > 1 && !this.#stopping) {
          await sleep(GIVE_BACK_PAUSE_MS);
          continue;
        }
        return this.#deps.log.error('lease_not_returned', { error: message(second) });
      }
    }
  }

  async #failed(lease: Lease, error: unknown): Promise<void> {
    const { queue, deadLetter, log, metrics } = this.#deps;
    const { conversationId, attempts } = lease;
    log.warn('turn_failed', { conversationId, attempts, error: message(error) });
    if (isOutage(error)) {
      await queue.postpone(lease, Math.round(OUTAGE_RETRY_MS * (0.5 + Math.random())));
      return;
    }
    if (attempts < MAX_ATTEMPTS) {
      const backoff = Math.min(MAX_BACKOFF_MS, 1_000 * 3 ** (attempts - 1));
      await queue.fail(lease, Math.round(backoff * (0.75 + Math.random() / 2)));
      return;
    }
    metrics.count('lea_dead_letters_total');
    await deadLetter.execute({ lease });
    await queue.fail(lease, null);
  }
}

/** No fault of the conversation: the try is not counted. */
const isOutage = (error: unknown): boolean =>
  (error instanceof ProviderError && error.retryable) ||
  (error instanceof LeaError && error.code === 'database_unavailable');

class LostTooOften extends Error {
  override readonly name = 'LostTooOften';
}

/** The kind of a failure, never its values: a driver's message may quote a customer's words. */
const message = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}`
    : 'unknown';
