export type IdempotencyBegin =
  /** Nobody used the key: do the work, then `finish` or `abandon`. */
  | { readonly kind: 'new' }
  | { readonly kind: 'replay'; readonly status: number; readonly body: unknown }
  /** The key was used for another request. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'in_progress' };

/**
 * Remembers what was answered under an `Idempotency-Key`, so that trying again after a lost answer does
 * nothing twice. Bodies name rows by id where they can, so that an erasure leaves no words behind here.
 */
export interface IdempotencyStore {
  /**
   * Claims the key in one step: of concurrent calls exactly one gets `new`. A claim that was neither
   * finished nor abandoned (the process died) lapses after a minute.
   */
  begin(scope: string, key: string, requestHash: string): Promise<IdempotencyBegin>;
  finish(
    scope: string,
    key: string,
    answer: { readonly status: number; readonly body: unknown },
  ): Promise<void>;
  /** The work failed and left nothing: the key is free again. */
  abandon(scope: string, key: string): Promise<void>;
}
