import type { Log } from '../../ports/log.ts';

/** Work that comes round at short intervals in every worker. */
export interface Round {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

/** Rounds beside conversations and jobs; one that takes longer than its interval is not overtaken by the next. */
export class Housekeeping {
  readonly #rounds: readonly Round[];
  readonly #log: Log;
  readonly #running = new Map<string, Promise<unknown>>();
  #timers: readonly NodeJS.Timeout[] = [];

  constructor(rounds: readonly Round[], log: Log) {
    this.#rounds = rounds;
    this.#log = log;
  }

  start(): void {
    this.#timers = this.#rounds.map((round) =>
      setInterval(() => this.#begin(round), round.everyMs).unref(),
    );
  }

  /** Begins no more rounds and waits for what runs. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#running.values());
  }

  #begin({ name, work }: Round): void {
    if (this.#running.has(name)) return;
    const round = work()
      .catch((error: unknown) =>
        this.#log.warn('housekeeping_failed', {
          work: name,
          error: error instanceof Error ? error.name : 'unknown',
        }),
      )
      .finally(() => this.#running.delete(name));
    this.#running.set(name, round);
  }
}
