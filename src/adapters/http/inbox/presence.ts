import type { Clock } from '../../../ports/clock.ts';

interface Place {
  readonly conversationId: string;
  readonly writing: boolean;
  readonly at: number;
}

const GONE_AFTER_MS = 20_000;

/**
 * Who looks at which conversation just now. A courtesy between colleagues, kept in this process: with several
 * replicas one sees those of one's own, and nothing else depends on it.
 */
export class Presence {
  readonly #clock: Clock;
  readonly #places = new Map<string, Place>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes where `userId` is, and answers who else is there. */
  look(
    userId: string,
    conversationId: string | null,
    writing: boolean,
  ): readonly { readonly userId: string; readonly writing: boolean }[] {
    const now = this.#clock.now().getTime();
    for (const [id, place] of this.#places)
      if (now - place.at > GONE_AFTER_MS) this.#places.delete(id);
    if (conversationId === null) {
      this.#places.delete(userId);
      return [];
    }
    this.#places.set(userId, { conversationId, writing, at: now });
    return [...this.#places]
      .filter(([id, place]) => id !== userId && place.conversationId === conversationId)
      .map(([id, place]) => ({ userId: id, writing: place.writing }));
  }
}
