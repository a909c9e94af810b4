import type { Clock } from '../../../ports/clock.ts';

/** A clock that stands still until it is moved, forwards only. */
export class DemoClock implements Clock {
  #now: Date;
  #told = new Date(0);

  constructor(startsAt: Date) {
    this.#now = startsAt;
  }

  now(): Date {
    return this.#now;
  }

  moveTo(at: Date): void {
    if (at > this.#now) this.#now = at;
  }

  /** The time, if it is another than what was said last: for whoever keeps a clock beside this one. */
  news(): Date | null {
    if (this.#told === this.#now) return null;
    this.#told = this.#now;
    return this.#now;
  }
}
