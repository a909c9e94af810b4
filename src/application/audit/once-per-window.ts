import type { Clock } from '../../ports/clock.ts';

/** A shop's team reads some hundreds of people a day; beyond this, what is oldest is done again. */
const MOST_KEYS = 20_000;

interface Run {
  readonly until: number;
  readonly done: Promise<void>;
}

/**
 * Does something once for each key and window, in this process. Whoever comes while it is being done waits for it;
 * what failed was not done.
 */
export class OncePerWindow {
  readonly #clock: Clock;
  readonly #windowMs: number;
  readonly #runs = new Map<string, Run>();

  constructor(clock: Clock, windowMs: number) {
    this.#clock = clock;
    this.#windowMs = windowMs;
  }

  run(key: string, work: () => Promise<void>): Promise<void> {
    const now = this.#clock.now().getTime();
    const last = this.#runs.get(key);
    if (last !== undefined && last.until > now) return last.done;
    const run: Run = {
      until: now + this.#windowMs,
      done: work().catch((error: unknown) => {
        if (this.#runs.get(key) === run) this.#runs.delete(key);
        throw error;
      }),
    };
    this.#runs.delete(key);
    this.#runs.set(key, run);
    this.#forget(now);
    return run.done;
  }

  /** In the order of insertion, which is that of their ends: the first that is not over ends the search. */
  #forget(now: number): void {
    for (const [key, { until }] of this.#runs) {
      if (until > now && this.#runs.size <= MOST_KEYS) return;
      this.#runs.delete(key);
    }
  }
}
