/** Kinds of change that staff's screens hear of. */
export type LiveType = 'conversation' | 'message' | 'alert' | 'order' | 'product' | 'settings';

/** Something changed. Ids only: what it is now is read with the reader's own rights. */
export interface LiveChange {
  /** Where it stands in the order of changes; several may share one place. */
  readonly position: string;
  readonly type: LiveType;
  /** Null stands for many at once. */
  readonly id: string | null;
  readonly conversationId: string | null;
}

export interface LiveListener {
  changed(changes: readonly LiveChange[]): void;
  /** Changes were missed: read everything again. */
  reset(): void;
}

/** Changes as they happen, from every replica. */
export interface LiveEvents {
  /** Tells of what commits from when this resolves; answers how to stop listening. */
  subscribe(listener: LiveListener): Promise<() => void>;
  /** What changed since a place, some of it perhaps told before; null when that is too long ago or too much. */
  since(position: string): Promise<readonly LiveChange[] | null>;
}
