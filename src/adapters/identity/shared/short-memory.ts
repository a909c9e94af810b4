/** Remembers answers for a few seconds, so that a busy dashboard asks the database once. */
export class ShortMemory<T> {
  readonly #keepMs: number;
  readonly #size: number;
  readonly #kept = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();

  constructor(keepMs: number, size = 1_000) {
    this.#keepMs = keepMs;
    this.#size = size;
  }

  /** The remembered answer, or that of `ask`, which several callers at once then share. */
  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known !== undefined && known.until > performance.now()) return known.answer;
    const answer = ask();
    this.#kept.delete(key);
    this.#kept.set(key, { until: performance.now() + this.#keepMs, answer });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#size) break;
      this.#kept.delete(oldest);
    }
    try {
      return await answer;
    } catch (error) {
      // A failure is nothing to remember.
      if (this.#kept.get(key)?.answer === answer) this.#kept.delete(key);
      throw error;
    }
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}
