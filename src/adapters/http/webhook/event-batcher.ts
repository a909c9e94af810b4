import { LeaError } from '../../../domain/shared/errors.ts';
import type { ChannelEvent } from '../../../ports/inbound-channel.ts';

interface Waiting {
  readonly events: readonly ChannelEvent[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface BatcherLimits {
  /** Commits at the same time. */
  readonly lanes?: number;
  /** Events in one commit; a single larger request goes alone. */
  readonly maxEvents?: number;
  /** Requests that may wait before new ones are told to come back. */
  readonly maxWaiting?: number;
}

/** So many failing one after the other are not poison: the store is down, and trying on only adds load. */
const GIVE_UP_AFTER = 3;

/**
 * Commits the events of concurrent requests together: one commit costs about as much as one hundred. Every
 * request is answered only after the commit that holds its events.
 */
export class EventBatcher {
  readonly #store: (events: readonly ChannelEvent[]) => Promise<unknown>;
  readonly #limits: Required<BatcherLimits>;
  #waiting: Waiting[] = [];
  #busy = 0;
  #scheduled = false;

  constructor(
    store: (events: readonly ChannelEvent[]) => Promise<unknown>,
    limits: BatcherLimits = {},
  ) {
    this.#store = store;
    this.#limits = { lanes: 2, maxEvents: 500, maxWaiting: 10_000, ...limits };
  }

  /** Resolves when the events are stored. @throws LeaError `overloaded` (503), or the store's failure */
  async submit(events: readonly ChannelEvent[]): Promise<void> {
    if (events.length === 0) return;
    if (this.#waiting.length >= this.#limits.maxWaiting) {
      throw new LeaError('unavailable', 'overloaded', 'Too much is waiting to be stored.', {
        retryAfterSeconds: 5,
      });
    }
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ events, resolve, reject });
      this.#schedule();
    });
  }

  /** After this round of the event loop, so that requests which arrived together commit together. */
  #schedule(): void {
    if (this.#scheduled || this.#busy >= this.#limits.lanes) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    const batch = this.#take();
    if (batch.length === 0) return;
    this.#busy += 1;
    this.#schedule();
    await this.#commit(batch);
    this.#busy -= 1;
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Whole requests only, in the order of their arrival. */
  #take(): readonly Waiting[] {
    let events = 0;
    const tooFar = this.#waiting.findIndex((request, index) => {
      events += request.events.length;
      return index > 0 && events > this.#limits.maxEvents;
    });
    return this.#waiting.splice(0, tooFar === -1 ? this.#waiting.length : tooFar);
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#store(batch.flatMap(({ events }) => events));
      for (const request of batch) request.resolve();
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else await this.#commitOneByOne(batch);
    }
  }

  /** One request that cannot be stored must not fail the others. */
  async #commitOneByOne(batch: readonly Waiting[]): Promise<void> {
    let failuresInARow = 0;
    let last: unknown;
    for (const request of batch) {
      if (failuresInARow >= GIVE_UP_AFTER) {
        request.reject(last);
        continue;
      }
      try {
        await this.#store(request.events);
        failuresInARow = 0;
        request.resolve();
      } catch (error) {
        last = error;
        failuresInARow += 1;
        request.reject(error);
      }
    }
  }
}
