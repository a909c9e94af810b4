import type { ConversationQueue, Lease } from '../../ports/conversation-queue.ts';
import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';

export interface WorkerMeans {
  readonly queue: ConversationQueue;
  /** One turn of a conversation that is held. */
  readonly answer: { execute(lease: Lease): Promise<string> };
  readonly send: { execute(lease: Lease): Promise<void> };
  /** Called once when a conversation is laid aside after `MAX_ATTEMPTS`. */
  readonly deadLetter: { execute(command: { readonly lease: Lease }): Promise<void> };
  readonly log: Log;
  readonly metrics: Metrics;
  /** Names this process among the workers. */
  readonly name: string;
  /** Conversations worked on at once; a turn mostly waits for its model. */
  readonly concurrency: number;
}

const LEASE_MS = 12_000;
const RENEW_MS = 4_000;
/** Backstop for a lost notification. */
const POLL_MS = 1_000;
const MAX_ATTEMPTS = 5;
const MAX_BACKOFF_MS = 60_000;

/** Claims due conversations and works each through turn and outbox; any number may run anywhere. */
export class ConversationWorker {
  readonly #means: WorkerMeans;
  readonly #running = new Set<Promise<void>>();
  #stopping = false;
  #claiming = false;
  #again = false;
  #poll: NodeJS.Timeout | null = null;
  #unlisten: (() => Promise<void>) | null = null;

  constructor(means: WorkerMeans) {
    this.#means = means;
  }

  async start(): Promise<void> {
    this.#unlisten = await this.#means.queue.onWork((dueInMs) => {
      // Timers fire a little early; a millisecond later the row is surely due.
      if (dueInMs <= 0) this.#wake();
      else setTimeout(() => this.#wake(), dueInMs + 1).unref();
    });
    this.#poll = setInterval(() => this.#wake(), POLL_MS);
    this.#wake();
  }

  /** Takes nothing new and resolves when every turn in flight has ended and given its lease back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#poll) clearInterval(this.#poll);
    await this.#unlisten?.();
    while (this.#claiming || this.#running.size > 0) {
      await Promise.allSettled(this.#running);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #wake(): void {
    if (this.#claiming) {
      this.#again = true;
      return;
    }
    this.#claiming = true;
    void this.#claimAll()
      .catch((error: unknown) => this.#means.log.error('claim_failed', { error: message(error) }))
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
      const free = this.#means.concurrency - this.#running.size;
      if (free <= 0) return;
      const wanted = Math.min(free, 50);
      const leases = await this.#means.queue.claim(this.#means.name, wanted, LEASE_MS);
      for (const lease of leases) {
        const work: Promise<void> = this.#work(lease).finally(() => {
          this.#running.delete(work);
          // A full house left work behind.
          if (this.#running.size === this.#means.concurrency - 1) this.#wake();
        });
        this.#running.add(work);
      }
      if (leases.length < wanted) return;
    }
  }

  async #work(lease: Lease): Promise<void> {
    const { queue, answer, send, log } = this.#means;
    const renewal = setInterval(
      () =>
        void queue
          .renew(lease, LEASE_MS)
          .catch((error: unknown) => log.warn('renew_failed', { error: message(error) })),
      RENEW_MS,
    );
    try {
      // What an earlier turn left unsent goes first, so that replies keep their order.
      await send.execute(lease);
      const outcome = await answer.execute(lease);
      if (outcome === 'lost') return;
      if (outcome !== 'nothing_to_do' && outcome !== 'overtaken') await send.execute(lease);
      await queue.release(lease);
    } catch (error) {
      await this.#failed(lease, error).catch((second: unknown) =>
        log.error('lease_not_returned', { error: message(second) }),
      );
    } finally {
      clearInterval(renewal);
    }
  }

  async #failed(lease: Lease, error: unknown): Promise<void> {
    const { queue, deadLetter, log, metrics } = this.#means;
    const attempts = lease.attempts + 1;
    log.warn('turn_failed', {
      conversationId: lease.conversationId,
      attempts,
      error: message(error),
    });
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

/** The kind of a failure, never its values: a driver's message may quote a customer's words. */
const message = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}`
    : 'unknown';
