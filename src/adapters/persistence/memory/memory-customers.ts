import { isSimulatedAlias } from '../../../domain/customer/alias.ts';
import {
  withName,
  type Customer,
  type CustomerChanges,
  type UserId,
} from '../../../domain/customer/customer.ts';
import type { MessageId } from '../../../domain/message/message.ts';
import type { Contact, Customers } from '../../../ports/repositories/customers.ts';
import type { MemoryStore } from './memory-store.ts';
import { mergePeople } from './merge-people.ts';
import type { ConsentRow } from './rows.ts';

export class MemoryCustomers implements Customers {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async resolve(
    contacts: readonly (Contact & { readonly newId: UserId })[],
    now: Date,
  ): Promise<readonly UserId[]> {
    const ids = contacts.map((contact) => this.#resolveOne(contact, now));
    // A later contact may have joined two people that were met before.
    return ids.map(
      (id, index) =>
        (this.#store.customers.get(id)
          ? id
          : this.#owners(contacts[index]?.aliases ?? [])[0]?.id) ?? id,
    );
  }

  #resolveOne(contact: Contact & { readonly newId: UserId }, now: Date): UserId {
    const [known, ...others] = this.#owners(contact.aliases);
    if (known === undefined) this.#create(contact, now);
    const id = known?.id ?? contact.newId;
    for (const other of others) mergePeople(this.#store, id, other.id, now);
    for (const alias of contact.aliases) {
      if (!this.#store.aliases.get(alias)) this.#store.aliases.insert({ alias, userId: id });
    }
    const person = this.#store.customers.get(id);
    if (person) {
      this.#store.customers.update(id, {
        phone: person.phone ?? this.#phoneFor(id, contact),
        name: person.name ?? contact.name,
        ...(person.name === null || contact.name === null
          ? {}
          : { otherNames: withName(person, contact.name) }),
      });
    }
    return id;
  }

  /** Known people behind the aliases, the oldest first. */
  #owners(aliases: readonly string[]): readonly Customer[] {
    const ids = new Set(aliases.flatMap((alias) => this.#store.aliases.get(alias)?.userId ?? []));
    return [...ids]
      .flatMap((id) => this.#store.customers.get(id) ?? [])
      .toSorted(
        (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id.localeCompare(b.id),
      );
  }

  /** The contact's phone, which a simulated person gives up and nobody else does. */
  #phoneFor(id: UserId, { phone, aliases }: Contact): string | null {
    if (phone === null) return null;
    const holder = this.#store.customers.by('phone', phone).find((other) => other.id !== id);
    if (holder === undefined) return phone;
    const simulated = this.#store.aliases
      .by('userId', holder.id)
      .some(({ alias }) => isSimulatedAlias(alias));
    if (!simulated || aliases.every(isSimulatedAlias)) return null;
    this.#store.customers.update(holder.id, { phone: null });
    return phone;
  }

  #create(contact: Contact & { readonly newId: UserId }, now: Date): void {
    this.#store.customers.insert({
      id: contact.newId,
      phone: this.#phoneFor(contact.newId, contact),
      name: contact.name,
      language: 'fr',
      serviceConsent: null,
      consentVersion: null,
      consentAskedAt: null,
      marketingConsent: null,
      transferConsent: null,
      transferVersion: null,
      otherNames: [],
      preferences: {},
      health: {},
      createdAt: now,
    });
  }

  async findByAlias(alias: string): Promise<Customer | null> {
    const owner = this.#store.aliases.get(alias);
    return owner === undefined ? null : this.get(owner.userId);
  }

  async aliasesOf(id: UserId): Promise<readonly string[]> {
    return this.#store.aliases.by('userId', id).map(({ alias }) => alias);
  }

  async get(id: UserId): Promise<Customer | null> {
    return this.#store.customers.get(id) ?? null;
  }

  async getMany(ids: readonly UserId[]): Promise<readonly Customer[]> {
    return ids.flatMap((id) => this.#store.customers.get(id) ?? []);
  }

  async update(id: UserId, changes: CustomerChanges): Promise<void> {
    this.#store.customers.update(id, changes);
  }

  async consentsBy(messageId: MessageId): ReturnType<Customers['consentsBy']> {
    const rows = this.#store.consents.all().filter((row) => row.messageId === messageId);
    const last = new Map(rows.map(({ purpose, given }) => [purpose, given]));
    return [...last].map(([purpose, given]) => ({ purpose, given }));
  }

  async appendConsent(entry: ConsentRow): Promise<void> {
    this.#store.customers.mustHave(entry.userId);
    this.#store.consents.insert(entry);
  }
}
