import type { Log } from '../../../ports/log.ts';

/** What goes on behind an answer; `settled` waits for it before the connections close. */
export class Background {
  readonly #log: Log;
  readonly #running = new Set<Promise<void>>();

  constructor(log: Log) {
    this.#log = log;
  }

  run(task: Promise<unknown>): void {
    const done = task.then(
      () => {},
      // Name only: a mail server's refusal repeats the address.
      (error: unknown) =>
        this.#log.error('identity.background_failed', {
          error: error instanceof Error ? error.name : typeof error,
        }),
    );
    this.#running.add(done);
    void done.then(() => this.#running.delete(done));
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
