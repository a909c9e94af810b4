/** What was done to a message that is not here yet: channels keep no order. */
export interface EarlyChange {
  readonly providerId: string;
  readonly chatId: string | null;
  /** Its new words; null when its writer took it back. */
  readonly text: string | null;
}

/** Changes that came before their message. */
export interface EarlyChanges {
  /** A later edit replaces an earlier one; nothing replaces a deletion. */
  keep(changes: readonly EarlyChange[], now: Date): Promise<void>;
  /** Hands out those of these messages, which are then kept no longer. */
  take(providerIds: readonly string[]): Promise<readonly EarlyChange[]>;
  /** The messages that have come all the same: in the same moment as the change, unseen by it. */
  met(limit: number): Promise<readonly string[]>;
  /** Whose message never came. Answers how many. */
  dropBefore(instant: Date): Promise<number>;
}
