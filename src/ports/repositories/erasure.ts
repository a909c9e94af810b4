import type { Language, UserId } from '../../domain/customer/customer.ts';

export interface DeletionEntry {
  readonly id: string;
  readonly subjectHash: string;
  readonly deletedAt: Date;
  readonly requestedBy: 'customer' | 'staff' | 'retention';
  readonly counts: Readonly<Record<string, number>>;
  readonly consents: readonly { readonly purpose: string; readonly given: boolean; readonly version: string | null; readonly at: string }[];
  readonly hashExpiresAt: Date;
}

/** All that is kept of an erased person until the last message is sent. */
export interface ErasureConfirmation {
  readonly id: string;
  readonly chatId: string;
  readonly language: Language;
}

export interface Erasure {
  /** What a late redelivery would carry: aliases and provider ids of the person. */
  traces(userId: UserId): Promise<{ readonly aliases: readonly string[]; readonly providerIds: readonly string[] }>;
  /**
   * Deletes everything about the person in the database and answers rows per table. Orders keep their
   * amounts, unlinked.
   */
  purge(userId: UserId): Promise<Readonly<Record<string, number>>>;
  consentsOf(userId: UserId): Promise<DeletionEntry['consents']>;
  log(entry: DeletionEntry): Promise<void>;
  /** Remembers keyed hashes so that a late redelivery creates nobody. */
  rememberKeys(hashes: readonly string[], expiresAt: Date): Promise<void>;
  /** Keeps the address for the one confirmation that is still owed. */
  oweConfirmation(confirmation: ErasureConfirmation): Promise<void>;
  getConfirmation(id: string): Promise<ErasureConfirmation | null>;
  /** The address goes once the confirmation was sent. */
  dropConfirmation(id: string): Promise<void>;
  /** Which of these keyed hashes belong to an erasure that has not faded. */
  erasedAmong(hashes: readonly string[], now: Date): Promise<ReadonlySet<string>>;
}
