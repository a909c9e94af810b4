import type { Knex } from 'knex';
import {
  withName,
  type ConsentPurpose,
  type Customer,
  type CustomerChanges,
  type HealthProfile,
  type Preferences,
  type UserId,
} from '../../../domain/customer/customer.ts';
import { isSimulatedAlias } from '../../../domain/customer/alias.ts';
import type { MessageId } from '../../../domain/message/message.ts';
import type { Contact, Customers } from '../../../ports/repositories/customers.ts';
import { toJsonb } from './json-text.ts';
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
  readonly transfer_consent: boolean | null;
  readonly transfer_version: string | null;
  readonly other_names: readonly string[];
  readonly preferences: Preferences;
  readonly health: HealthProfile;
  readonly created_at: Date;
}

interface Owner {
  readonly id: UserId;
  readonly name: string | null;
  readonly otherNames: readonly string[];
  readonly phone: string | null;
}

type Newcomer = Contact & { readonly newId: UserId };

/** Who only played a number in the simulator gives it up to the person who has it. */
const TAKE_BACK_PHONES = `update users set phone_number = null
  where phone_number = any(?) and id in (select user_id from customer_aliases where alias like 'sim:%')`;
const realPhones = (contacts: readonly Contact[]): string[] =>
  contacts.flatMap(({ phone, aliases }) =>
    phone === null || aliases.every(isSimulatedAlias) ? [] : [phone],
  );

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
        (contact.name !== null && person !== undefined && isNewName(person, contact.name)) ||
        (contact.phone !== null && person?.phone === null);
      if (ids.size === 1 && known && !learns) continue;
      await this.#join(contact, [...ids], now);
      owners = await this.#owners(contacts);
    }
    const found = contacts.map(({ aliases }) =>
      aliases.map((alias) => owners.get(alias)).find((owner) => owner !== undefined),
    );
    // Somebody was erased while we looked: they begin anew.
    return found.every((owner) => owner !== undefined)
      ? found.map(({ id }) => id)
      : this.resolve(contacts, now);
  }

  /** Who has which alias. */
  async #owners(contacts: readonly Contact[]): Promise<ReadonlyMap<string, Owner>> {
    const aliases = contacts.flatMap((contact) => contact.aliases);
    const { rows } = await this.#trx.raw<{
      rows: (Owner & { alias: string })[];
    }>(
      `select a.alias, u.id, u.name, u.other_names as "otherNames", u.phone_number as phone from customer_aliases a join users u on u.id = a.user_id where a.alias = any(?)`,
      [aliases],
    );
    return new Map(rows.map(({ alias, ...owner }) => [alias, owner]));
  }

  /** The same people may arrive in two transactions at once: the second waits here until the first is through. */
  async #create(contacts: readonly Newcomer[], now: Date): Promise<void> {
    await this.#trx.raw(
      `with taken_back as (${TAKE_BACK_PHONES})
       select pg_advisory_xact_lock(key)
       from (select distinct hashtextextended(alias, 7) as key from unnest(?::text[]) as alias order by key) as keys`,
      [realPhones(contacts), contacts.flatMap((contact) => contact.aliases)],
    );
    const owners = await this.#owners(contacts);
    // A person without any alias is nobody: who shares one with somebody before them is no person of their own.
    const taken = new Set(owners.keys());
    const missing = contacts.filter(({ aliases }) => {
      const isNew = !aliases.some((alias) => taken.has(alias));
      if (isNew) for (const alias of aliases) taken.add(alias);
      return isNew;
    });
    if (missing.length === 0) return;
    // Staff may carry a phone number of their own; a customer never takes it from them.
    await this.#trx.raw(
      `with newcomers as (
         select * from jsonb_to_recordset(?::jsonb) as n (id uuid, phone text, name text, aliases text[])),
       people as (
         insert into users (id, phone_number, name, role, created_at)
           select id, case when not exists (select from users u where u.phone_number = n.phone) then phone end, name, 'customer', ?::timestamptz
           from newcomers n
         returning id, created_at)
       insert into customer_aliases (alias, user_id, created_at)
         select alias, id, created_at from people join newcomers using (id), unnest(aliases) as alias
       on conflict (alias) do nothing`,
      [
        toJsonb(
          missing.map(({ newId, phone, name, aliases }) => ({ id: newId, phone, name, aliases })),
        ),
        now,
      ],
    );
  }

  async #join(contact: Contact, ids: readonly UserId[], now: Date): Promise<void> {
    const people = await this.#trx('users')
      .select<{ id: UserId }[]>('id')
      .whereIn('id', ids)
      .orderBy([{ column: 'created_at' }, { column: 'id' }])
      .forUpdate();
    const [kept, ...others] = people.map((person) => person.id);
    if (kept === undefined) return;
    for (const other of others) await mergePeople(this.#trx, kept, other, now);
    await this.#rememberName(kept, contact.name);
    await this.#trx('customer_aliases')
      .insert(contact.aliases.map((alias) => ({ alias, user_id: kept, created_at: now })))
      .onConflict('alias')
      .ignore();
    await this.#trx.raw(TAKE_BACK_PHONES, [realPhones([contact])]);
    await this.#trx.raw(
      `update users set name = coalesce(name, ?),
         phone_number = coalesce(phone_number, case when not exists (select from users other where other.phone_number = ?) then ? end)
       where id = ?`,
      [contact.name, contact.phone, contact.phone, kept],
    );
  }

  async #rememberName(id: UserId, name: string | null): Promise<void> {
    const known = name === null ? null : await this.get(id);
    if (name === null || known === null || known.name === null || !isNewName(known, name)) return;
    await this.update(id, { otherNames: withName(known, name) });
  }

  async findByAlias(alias: string): Promise<Customer | null> {
    const row = await this.#trx<Row>('users as u')
      .join('customer_aliases as a', 'a.user_id', 'u.id')
      .where('a.alias', alias)
      .first<Row | undefined>('u.*');
    return row === undefined ? null : fromRow(row);
  }

  async aliasesOf(id: UserId): Promise<readonly string[]> {
    return this.#trx('customer_aliases')
      .where('user_id', id)
      .orderBy(['created_at', 'alias'])
      .pluck<string[]>('alias');
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

  async update(id: UserId, changes: CustomerChanges): Promise<void> {
    const columns = {
      name: changes.name,
      language: changes.language,
      service_consent: changes.serviceConsent,
      consent_version: changes.consentVersion,
      consent_asked_at: changes.consentAskedAt,
      marketing_consent: changes.marketingConsent,
      transfer_consent: changes.transferConsent,
      transfer_version: changes.transferVersion,
      other_names: changes.otherNames && [...changes.otherNames],
      preferences: changes.preferences && toJsonb(changes.preferences),
      health: changes.health && toJsonb(changes.health),
    };
    // knex leaves out what is undefined, but refuses to update nothing.
    if (Object.values(columns).every((value) => value === undefined)) return;
    await this.#trx('users').where('id', id).update(columns);
  }

  async consentsBy(messageId: MessageId): ReturnType<Customers['consentsBy']> {
    return this.#trx('consent_logs')
      .distinctOn('purpose')
      .where('message_id', messageId)
      .orderBy(['purpose', { column: 'timestamp', order: 'desc' }])
      .select<{ purpose: ConsentPurpose; given: boolean }[]>(['purpose', 'consent_given as given']);
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

const isNewName = (person: Pick<Owner, 'name' | 'otherNames'>, name: string): boolean =>
  person.name === null || withName(person, name) !== person.otherNames;

const fromRow = (row: Row): Customer => ({
  id: row.id,
  phone: row.phone_number,
  name: row.name,
  language: row.language,
  serviceConsent: row.service_consent,
  consentVersion: row.consent_version,
  consentAskedAt: row.consent_asked_at,
  marketingConsent: row.marketing_consent,
  transferConsent: row.transfer_consent,
  transferVersion: row.transfer_version,
  otherNames: row.other_names,
  preferences: row.preferences,
  health: row.health,
  createdAt: row.created_at,
});
