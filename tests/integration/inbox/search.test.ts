import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexStaffReads } from '../../../src/adapters/persistence/knex/staff-reads/knex-staff-reads.ts';
import { LibphonePhoneNumbers } from '../../../src/adapters/system/libphone-phone-numbers.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let reads: KnexStaffReads;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  db = openDatabase(database.serverUrl, 2);
  reads = new KnexStaffReads(db, new LibphonePhoneNumbers({ country: 'GA' }));
  await person({ name: 'Étoile Mba', phone: '+24174556677' });
  await person({ name: 'Jean-Pierre Ngo’u', phone: '+24166010203', otherNames: ['Papa Œdipe'] });
  await person({ name: 'Bœuf & Straße', phone: '+22507080910', aliases: ['+2250707080910'] });
  await person({ name: 'Anna 100%', phone: '+33612345678' });
  await person({ name: null, phone: null, aliases: ['sim:+24162112233'], is: 'Imagined' });
  await person({
    name: 'Awa',
    phone: '+2290190112233',
    says: 'Où est l’étoile d’Œil ? C’est très-bien, ngo`u',
  });
  await person({
    name: 'Nadia',
    phone: '+2290190998877',
    says: 'Ma cre\u0300me hydratante — pas chère',
  });
});
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

const people = new Map<string, string>();
async function person(given: {
  readonly name: string | null;
  readonly phone: string | null;
  readonly otherNames?: readonly string[];
  readonly aliases?: readonly string[];
  readonly says?: string;
  readonly is?: string;
}): Promise<void> {
  const [user, conversation] = [randomUUID(), randomUUID()];
  await owner.query(
    "insert into users (id, name, other_names, phone_number, role) values ($1, $2, $3, $4, 'customer')",
    [user, given.name, given.otherNames ?? [], given.phone],
  );
  for (const alias of given.aliases ?? [])
    await owner.query('insert into customer_aliases (alias, user_id) values ($1, $2)', [
      alias,
      user,
    ]);
  await owner.query("insert into conversations (id, user_id, status) values ($1, $2, 'open')", [
    conversation,
    user,
  ]);
  if (given.says !== undefined)
    await owner.query(
      "insert into messages (id, conversation_id, sender, content) values ($1, $2, 'user', $3)",
      [randomUUID(), conversation, given.says],
    );
  people.set(conversation, (given.is ?? given.name!).split(/[ -]/)[0]!);
}
const find = async (q: string): Promise<readonly string[]> =>
  (await reads.inbox(SERVICE, { tab: 'all', q, limit: 50 })).items
    .map(({ id }) => people.get(id)!)
    .toSorted();

describe('the search of the inbox finds', () => {
  it.each([
    '074 55 66 77',
    '74 55 66 77',
    '+241 74 55 66 77',
    '00241 74-55-66-77',
    '+241 (0)74.55.66.77',
    '+241 074 55 66 77',
    '24174556677',
    '04 55 66 77',
    '+241 04 55 66 77',
    '+241 4 55 66 77',
    '6677',
    '5566',
    '074 55',
    '04 55 66',
    '+241 74 55',
    '+241 074 55',
    '+241 04 55 6',
    '(074) 55 66',
    '\uff10\uff17\uff14 55 66 77',
    'etoile 074 55 66 77',
    '6677 mba',
  ])('a number written as %s', async (q) => {
    expect(await find(q)).toEqual(['Étoile']);
  });

  it('old numbers of other countries, and those that are only played', async () => {
    expect(await find('+225 07 08 09 10')).toEqual(['Bœuf']);
    expect(await find('+225 07 07 08 09 10')).toEqual(['Bœuf']);
    expect(await find('06 12 34 56 78')).toEqual(['Anna']);
    expect(await find('02 11 22 33')).toEqual(['Imagined']);
    expect(await find('062 11 22 33')).toEqual(['Imagined']);
  });

  it.each([
    ["ngo'u", 'Jean'],
    ['NGO´U', 'Jean'],
    ['ngoʼu', 'Jean'],
    ['ngo u', 'Jean'],
    ['ngou', 'Jean'],
    ['jean pierre', 'Jean'],
    ['jean–pierre', 'Jean'],
    ['jeanpierre', 'Jean'],
    ["ngo'u jean", 'Jean'],
    ['oedipe papa', 'Jean'],
    ['BOEUF', 'Bœuf'],
    ['strasse', 'Bœuf'],
    ['boeuf strasse', 'Bœuf'],
    ['mba e\u0301toile', 'Étoile'],
    ['100', 'Anna'],
  ])('a name written as %s', async (q, name) => {
    expect(await find(q)).toContain(name);
  });

  it.each([
    ['etoile oeil', 'Awa'],
    ["l'etoile", 'Awa'],
    ['tres bien', 'Awa'],
    ['tresbien', 'Awa'],
    ['hydratante crème', 'Nadia'],
    ['CREME CHERE', 'Nadia'],
    ['hydrat', 'Nadia'],
  ])('a message by %s', async (q, name) => {
    expect(await find(q)).toEqual([name]);
  });

  it('nothing by what is no letter and no digit, nor by signs that a pattern would read', async () => {
    for (const q of [
      '%',
      '_',
      '%%%',
      '\\',
      "'",
      "' or 1=1 --",
      '🌿',
      '____',
      '.*',
      '(',
      "''':*",
      '\u0000',
      '\ud83d',
    ])
      expect(await find(q), q).toEqual([]);
  });

  it('the beginnings of names by one letter', async () => {
    expect(await find('j')).toEqual(['Jean']);
    expect(await find('nn')).toEqual([]);
  });

  it('names, numbers and words by their indexes', async () => {
    const planOf = async (condition: string, table: string): Promise<string> => {
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
        `explain select id from ${table} where ${condition}`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    // Of so few rows the planner would read all, or by another index of all customers.
    await owner.query('begin; set local enable_seqscan = off; drop index users_role_created');
    const customer = "role = 'customer' and ";
    expect(
      await planOf(`${customer} lea.search_names(name, other_names) like '%etoile%'`, 'users'),
    ).toContain('users_names_search');
    expect(await planOf(`${customer} phone_number like '+___7455%'`, 'users')).toContain(
      'users_phone_search',
    );
    expect(
      await planOf(
        "to_tsvector('lea.french_unaccent', lea.search_text(content)) @@ to_tsquery('lea.french_unaccent', 'creme:*')",
        'messages',
      ),
    ).toContain('messages_search');
    await owner.query('rollback');
  });

  it('what all words are about, not some of them', async () => {
    expect(await find('etoile 074 55 66 78')).toEqual([]);
    expect(await find('jean etoile')).toEqual([]);
  });

  it('shows the message around the word that was found', async () => {
    const { items } = await reads.inbox(SERVICE, { tab: 'all', q: 'hydratante', limit: 5 });
    expect(items.map(({ match }) => match)).toEqual(['Ma cre\u0300me hydratante — pas chère']);
  });
});
