interface Entry {
  readonly at: number;
  readonly happens: () => Promise<void>;
}

/** What is still to happen, in the order of time; what was planned first goes first. */
export class Timeline {
  readonly #entries: Entry[] = [];

  plan(at: Date, happens: () => Promise<void>): void {
    const time = at.getTime();
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle]!.at <= time) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, { at: time, happens });
  }

  /** Takes what is next, unless it is after `end`. */
  next(end: Date): { readonly at: Date; readonly happens: () => Promise<void> } | null {
    const first = this.#entries[0];
    if (first === undefined || first.at > end.getTime()) return null;
    this.#entries.shift();
    return { at: new Date(first.at), happens: first.happens };
  }
}
