import type { Knex } from 'knex';
import type {
  Customer,
  HealthProfile,
  Preferences,
  UserId,
} from '../../../domain/customer/customer.ts';
import type { Contact, Customers } from '../../../ports/repositories/customers.ts';
import { mergePeople } from './merge-people.ts';

interface Row {
  readonly id: UserId;
  readonly phone_number: string | null;
  readonly name: string | null;
  readonly language: 'fr' | 'en';
  readonly service_consent: boolean | null;
  readonly consent_version: string | null;
  readonly consent_asked_at: Date | null;
  readonly marketing_consent: boolean | null;
  readonly preferences: Preferences;
  readonly health: HealthProfile;
  readonly created_at: Date;
}

type Newcomer = Contact & { readonly newId: UserId };

export class KnexCustomers implements Customers {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async resolve(contacts: readonly Newcomer[], now: Date): Promise<readonly UserId[]> {
    let owners = await this.#owners(contacts);
    const unknown = contacts.filter(
      (contact) => !contact.aliases.some((alias) => owners.has(alias)),
    );
    if (unknown.length > 0) {
      await this.#create(unknown, now);
      owners = await this.#owners(contacts);
    }
    // Rare: a contact teaches a new alias, joins two people, or brings a name: one by one.
    for (const contact of contacts) {
      const ids = new Set(contact.aliases.flatMap((alias) => owners.get(alias)?.id ?? []));
      const known = contact.aliases.every((alias) => owners.has(alias));
      const person = contact.aliases
        .map((alias) => owners.get(alias))
        .find((owner) => owner !== undefined);
      const learns =
        (contact.name !== null && person?.name === null) ||
        (contact.phone !== null && person?.phone === null);
      if (ids.size === 1 && known && !learns) continue;
      await this.#join(contact, [...ids], now);
      owners = await this.#owners(contacts);
    }
    return contacts.map(
      (contact) =>
        contact.aliases.map((alias) => owners.get(alias)).find((owner) => owner !== undefined)!.id,
    );
  }

  /** Who has which alias; ordered by alias, so that two transactions lock in the same order. */
  async #owners(
    contacts: readonly Contact[],
  ): Promise<
    ReadonlyMap<
      string,
      { readonly id: UserId; readonly name: string | null; readonly phone: string | null }
    >
  > {
    const aliases = contacts.flatMap((contact) => contact.aliases);
    const { rows } = await this.#trx.raw<{
      rows: { alias: string; id: UserId; name: string | null; phone: string | null }[];
    }>(
      `select a.alias, u.id, u.name, u.phone_number as phone from customer_aliases a join users u on u.id = a.user_id where a.alias = any(?)`,
      [aliases],
    );
    return new Map(rows.map(({ alias, ...owner }) => [alias, owner]));
  }

  /** A person without any alias is nobody: whoever lost the race for the first alias is not created. */
  async #create(contacts: readonly Newcomer[], now: Date): Promise<void> {
    const distinct = [
      ...new Map(contacts.toReversed().map((contact) => [contact.aliases[0]!, contact])).values(),
    ].sort((a, b) => (a.aliases[0]! < b.aliases[0]! ? -1 : 1));
    // The same people may arrive in two transactions at once: the second waits here until the first is through.
    for (const alias of distinct.flatMap((contact) => contact.aliases).sort()) {
      await this.#trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 7))', [alias]);
    }
    const owners = await this.#owners(distinct);
    const missing = distinct.filter(
      (contact) => !contact.aliases.some((alias) => owners.has(alias)),
    );
    if (missing.length === 0) return;
    const phones = new Set<string>();
    await this.#trx('users').insert(
      missing.map((contact) => {
        // Staff may carry a phone number of their own; a customer row never takes it from them.
        const phone = contact.phone !== null && !phones.has(contact.phone) ? contact.phone : null;
        if (phone !== null) phones.add(phone);
        return {
          id: contact.newId,
          phone_number: phone,
          name: contact.name,
          role: 'customer',
          created_at: now,
        };
      }),
    );
    await this.#trx('customer_aliases')
      .insert(
        missing.flatMap((contact) =>
          contact.aliases.map((alias) => ({ alias, user_id: contact.newId, created_at: now })),
        ),
      )
      .onConflict('alias')
      .ignore();
  }

  async #join(contact: Contact, ids: readonly UserId[], now: Date): Promise<void> {
    const people = await this.#trx('users')
      .select<{ id: UserId }[]>('id')
      .whereIn('id', ids)
      .orderBy([{ column: 'created_at' }, { column: 'id' }])
      .forUpdate();
    const [kept, ...others] = people.map((person) => person.id);
    if (kept === undefined) return;
    for (const other of others) await mergePeople(this.#trx, kept, other);
    await this.#trx('customer_aliases')
      .insert(contact.aliases.map((alias) => ({ alias, user_id: kept, created_at: now })))
      .onConflict('alias')
      .ignore();
    await this.#trx.raw(
      `update users set name = coalesce(name, ?),
         phone_number = coalesce(phone_number, case when not exists (select from users other where other.phone_number = ?) then ? end)
       where id = ?`,
      [contact.name, contact.phone, contact.phone, kept],
    );
  }

  async findByAlias(alias: string): Promise<Customer | null> {
    const row = await this.#trx<Row>('users as u')
      .join('customer_aliases as a', 'a.user_id', 'u.id')
      .where('a.alias', alias)
      .first<Row | undefined>('u.*');
    return row === undefined ? null : fromRow(row);
  }

  async get(id: UserId): Promise<Customer | null> {
    return (await this.getMany([id]))[0] ?? null;
  }

  async getMany(ids: readonly UserId[]): Promise<readonly Customer[]> {
    if (ids.length === 0) return [];
    const rows = await this.#trx('users')
      .where('role', 'customer')
      .whereIn('id', ids)
      .select<Row[]>('*');
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []).map(fromRow);
  }

  async save(customer: Customer): Promise<void> {
    await this.#trx('users')
      .where('id', customer.id)
      .update({
        name: customer.name,
        language: customer.language,
        service_consent: customer.serviceConsent,
        consent_version: customer.consentVersion,
        consent_asked_at: customer.consentAskedAt,
        marketing_consent: customer.marketingConsent,
        preferences: JSON.stringify(customer.preferences),
        health: JSON.stringify(customer.health),
      });
  }

  async appendConsent(entry: Parameters<Customers['appendConsent']>[0]): Promise<void> {
    await this.#trx('consent_logs').insert({
      id: entry.id,
      user_id: entry.userId,
      consent_given: entry.given,
      purpose: entry.purpose,
      version: entry.version,
      message_id: entry.messageId,
      timestamp: entry.at,
    });
  }
}

const fromRow = (row: Row): Customer => ({
  id: row.id,
  phone: row.phone_number,
  name: row.name,
  language: row.language,
  serviceConsent: row.service_consent,
  consentVersion: row.consent_version,
  consentAskedAt: row.consent_asked_at,
  marketingConsent: row.marketing_consent,
  preferences: row.preferences,
  health: row.health,
  createdAt: row.created_at,
});
