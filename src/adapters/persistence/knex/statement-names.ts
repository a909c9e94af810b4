/** A text asked for so often is worth a name. */
const OFTEN = 5;
/** Of names for each connection: PostgreSQL keeps each statement until the connection ends. */
const MOST_NAMES = 300;
/** Of texts that are counted; lists of changing length make ever new ones. */
const MOST_TEXTS = 3_000;

/**
 * Which statements are prepared once for each connection: those that come again and again. The rest would only
 * fill the server's memory.
 */
export class StatementNames {
  readonly #counts = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** Undefined while the text is rare. */
  of(sql: string): string | undefined {
    const name = this.#names.get(sql);
    if (name !== undefined || this.#names.size >= MOST_NAMES) return name;
    const count = (this.#counts.get(sql) ?? 0) + 1;
    if (count < OFTEN) {
      if (this.#counts.size >= MOST_TEXTS) this.#counts.clear();
      this.#counts.set(sql, count);
      return undefined;
    }
    this.#counts.delete(sql);
    const given = `lea_${this.#names.size + 1}`;
    this.#names.set(sql, given);
    return given;
  }
}
