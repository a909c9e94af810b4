import type {
  ConsentPurpose,
  Customer,
  CustomerChanges,
  UserId,
} from '../../domain/customer/customer.ts';
import type { MessageId } from '../../domain/message/message.ts';

/** Somebody who wrote: every alias of one entry belongs to one person; the first alias is the main one. */
export interface Contact {
  /** E.164 numbers (current numbering first) and `@lid` ids, or those of a simulated person. */
  readonly aliases: readonly string[];
  readonly phone: string | null;
  readonly name: string | null;
}

export interface Customers {
  /**
   * The person behind each contact, in the same order; unknown ones are created with the given id. Aliases
   * learnt on the way are kept, and so are a phone and a name not known before. A contact that joins two people
   * makes them one: the older stays and takes over all that belongs to the other. Safe when several
   * transactions meet the same newcomer. Only one
   * person has a phone: a simulated one gives it up to a real one.
   */
  resolve(
    contacts: readonly (Contact & { readonly newId: UserId })[],
    now: Date,
  ): Promise<readonly UserId[]>;
  findByAlias(alias: string): Promise<Customer | null>;
  /** Oldest first. */
  aliasesOf(id: UserId): Promise<readonly string[]>;
  get(id: UserId): Promise<Customer | null>;
  getMany(ids: readonly UserId[]): Promise<readonly Customer[]>;
  /** Writes these and nothing else: what others changed in the meantime, such as a consent, stays. */
  update(id: UserId, changes: CustomerChanges): Promise<void>;
  /** What a message was recorded to say about consent, last, by purpose. */
  consentsBy(
    messageId: MessageId,
  ): Promise<readonly { readonly purpose: ConsentPurpose; readonly given: boolean }[]>;
  appendConsent(entry: {
    readonly id: string;
    readonly userId: UserId;
    readonly given: boolean;
    readonly purpose: ConsentPurpose;
    readonly version: string | null;
    readonly messageId: MessageId | null;
    readonly at: Date;
  }): Promise<void>;
}
