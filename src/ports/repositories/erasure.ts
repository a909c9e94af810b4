import type { ExportedTable } from '../../domain/privacy/export-rules.ts';
import type { Language, UserId } from '../../domain/customer/customer.ts';

export type PersonalRow = Readonly<Record<string, unknown>>;
export type PersonalRows = Readonly<Record<ExportedTable, readonly PersonalRow[]>>;

/** The customer by keyword, the retention period, a program with the service key, or a member of staff by id. */
export type RequestedBy = 'customer' | 'retention' | 'service' | UserId;

export interface DeletionEntry {
  readonly id: string;
  readonly subjectHash: string;
  readonly deletedAt: Date;
  readonly requestedBy: RequestedBy;
  readonly counts: Readonly<Record<string, number>>;
  readonly consents: readonly {
    readonly purpose: string;
    readonly given: boolean;
    readonly version: string | null;
    readonly at: string;
  }[];
  readonly hashExpiresAt: Date;
}

/** All that is kept of an erased person until the last message is sent. */
export interface ErasureConfirmation {
  readonly id: string;
  readonly chatId: string;
  readonly language: Language;
}

/** Files of an erased person that are still to be deleted. */
export interface MediaPurge {
  readonly id: string;
  /** Beginnings of keys in the media store. */
  readonly folders: readonly string[];
}

/** What leads to a person from elsewhere. */
export interface Traces {
  readonly aliases: readonly string[];
  /** What a late redelivery would carry. */
  readonly providerIds: readonly string[];
  /** Keys of their files in the media store. */
  readonly files: readonly string[];
}

export interface Erasure {
  traces(userId: UserId): Promise<Traces>;
  /** Where the person last wrote from; null: nowhere that a message could go. */
  lastChatOf(userId: UserId): Promise<string | null>;
  /**
   * Deletes everything about the person in the database and answers rows per table (the schema's names; zeros
   * for an unknown person). Orders keep their amounts, unlinked, and are counted as well.
   */
  purge(userId: UserId): Promise<Readonly<Record<string, number>>>;
  /** Oldest first. */
  consentsOf(userId: UserId): Promise<DeletionEntry['consents']>;
  log(entry: DeletionEntry): Promise<void>;
  /** Remembers keyed hashes so that a late redelivery creates nobody. */
  rememberKeys(hashes: readonly string[], expiresAt: Date): Promise<void>;
  oweMediaPurge(purge: MediaPurge): Promise<void>;
  getMediaPurge(id: string): Promise<MediaPurge | null>;
  /** The folders' names go once they are empty. */
  dropMediaPurge(id: string): Promise<void>;
  /** Purges that are owed since before, the oldest first. */
  mediaPurgesBefore(moment: Date): Promise<readonly string[]>;
  /** Keeps the address for the one confirmation that is still owed. */
  oweConfirmation(confirmation: ErasureConfirmation): Promise<void>;
  getConfirmation(id: string): Promise<ErasureConfirmation | null>;
  /** The address goes once the confirmation was sent. */
  dropConfirmation(id: string): Promise<void>;
  /** A one-time link to everything held; only the token's hash is kept. */
  addExportLink(link: {
    readonly tokenHash: string;
    readonly userId: UserId;
    readonly expiresAt: Date;
  }): Promise<void>;
  /** Uses up a link: null when unknown, used or expired. */
  takeExportLink(tokenHash: string, now: Date): Promise<UserId | null>;
  /**
   * What a person is given of herself: of each table the columns that `EXPORT_RULES` names, null where an adapter
   * keeps no such thing, in the order given there.
   */
  exportOf(userId: UserId): Promise<PersonalRows>;
  /** Which of these keyed hashes belong to an erasure that has not faded. */
  erasedAmong(hashes: readonly string[], now: Date): Promise<ReadonlySet<string>>;
}
