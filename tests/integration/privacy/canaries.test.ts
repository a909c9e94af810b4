import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import pg from 'pg';
import { dataPage } from '../../../src/adapters/http/privacy/data-page.ts';
import { jsonFile } from '../../../src/adapters/http/privacy/json-file.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { LocalMediaStore } from '../../../src/adapters/storage/local/local-media-store.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import { LibphonePhoneNumbers } from '../../../src/adapters/system/libphone-phone-numbers.ts';
import { SystemClock } from '../../../src/adapters/system/system-clock.ts';
import { PurgeMedia } from '../../../src/application/jobs/purge-media.ts';
import {
  ExportUserData,
  type PersonalData,
} from '../../../src/application/privacy/export-user-data.ts';
import { PurgeUserData } from '../../../src/application/purge-user-data.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { EXPORTED, inFile } from '../../../src/domain/privacy/export-rules.ts';
import { PERSONAL_DATA_REGISTER } from '../../../src/domain/privacy/register.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { placesOf, plantPerson, type PlantedPerson } from './canaries.ts';

let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let jobs: JobRunner;
let person: PlantedPerson;
let other: PlantedPerson;
let deps: ConstructorParameters<typeof ExportUserData>[0] &
  ConstructorParameters<typeof PurgeUserData>[0];
const staff = randomUUID();
const product = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  const campaign = randomUUID();
  await owner.query(
    `insert into users (id, role, name) values ($1, 'support', 'Collègue Secrète')`,
    [staff],
  );
  await owner.query(
    `insert into products (id, name, price_cfa, stock_qty) values ($1, 'Baume du jardin', 100, 1)`,
    [product],
  );
  await owner.query(
    `insert into campaigns (id, name, type, template) values ($1, 'Rentrée', 'reactivation', 'x')`,
    [campaign],
  );
  const around = { staff, product, campaign };
  person = await plantPerson(owner, 'kanari-elle', '24174111111', around);
  other = await plantPerson(owner, 'kanari-autre', '24174222222', around);
  db = openDatabase(database.serverUrl, 4);
  jobs = new JobRunner({ serverUrl: database.serverUrl, log: new RecordingLog(), runs: false });
  await jobs.start();
  deps = {
    uow: new KnexUnitOfWork(db, jobs),
    ids: new CryptoIdGenerator(),
    clock: new SystemClock(),
    hash: new HmacKeyedHash('k'.repeat(32)),
    publicUrl: '',
    store: new LocalMediaStore({ directory: scratchFolder('canaries') }),
    phones: new LibphonePhoneNumbers({ country: 'GA' }),
  };
  for (const { id } of [person, other])
    await deps.store.put(`customers/${id}/photo`, Buffer.from('x'), 'image/jpeg');
});
afterAll(async () => {
  await jobs.stop();
  await db.destroy();
  await owner.end();
  await database.drop();
});

const textOf = async (parts: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const part of parts) text += part;
  return text;
};
const exportOf = ({ id }: PlantedPerson): Promise<PersonalData> =>
  new ExportUserData(deps).execute({ actor: SERVICE, userId: id as UserId });
const named = ({ canaries }: PlantedPerson, text: string): readonly string[] =>
  canaries
    .filter(({ value }) => text.includes(value))
    .map(({ table, column }) => `${table}.${column}`);

describe('a person of whom every column of every table holds something', () => {
  it('gets each that the rules give her in the file, and none that they leave out', async () => {
    const file = await textOf(jsonFile(await exportOf(person)));
    const given = new Set(
      EXPORTED.flatMap(([table, rule]) => inFile(rule).map((name) => `public.${table}.${name}`)),
    );
    expect(person.canaries.length).toBeGreaterThan(120);
    expect(named(person, file).toSorted()).toEqual(
      person.canaries
        .map(({ table, column }) => `${table}.${column}`)
        .filter((name) => given.has(name))
        .toSorted(),
    );
    expect(JSON.parse(file)).toMatchObject({
      products: [{ id: product, name: 'Baume du jardin' }],
      files: [{ key: `customers/${person.id}/photo` }],
    });
  });

  it.each(['folder', 'screen'] as const)(
    'reads on the page (%s) whatever she is shown with a label',
    async (place) => {
      const page = await textOf(dataPage(await exportOf(person), 'Africa/Libreville', place));
      const words = person.canaries.filter(({ value }) => value.startsWith('kanari-elle.'));
      const shown = EXPORTED.flatMap(([table, { given }]) =>
        given.map((name) => `public.${table}.${name}`),
      );
      for (const { table, column, value } of words)
        if (shown.includes(`${table}.${column}`)) expect(page).toContain(value);
      expect(page).toContain('Baume du jardin');
    },
  );

  it('gets nothing of anybody else, and no name or id of a colleague', async () => {
    const data = await exportOf(person);
    for (const text of [
      await textOf(jsonFile(data)),
      await textOf(dataPage(data, 'Africa/Libreville', 'screen')),
    ]) {
      expect(named(other, text)).toEqual([]);
      for (const word of ['kanari-autre', other.digits, staff, 'Collègue'])
        expect(text).not.toContain(word);
    }
  });

  it('once erased stands nowhere but where the register says that it stays; the other is whole', async () => {
    // A mere day stands in figures and in the moments of others.
    const words = ({ id, conversation, digits, canaries }: PlantedPerson) =>
      [...new Set([id, conversation, digits, ...canaries.map(({ value }) => value)])].filter(
        (value) => value.length !== '2021-01-01'.length,
      );
    const before = await placesOf(owner, words(other));
    const purged = await new PurgeUserData(deps).execute({
      actor: SERVICE,
      userId: person.id as UserId,
    });
    expect(purged.counts['users']).toBe(1);
    // Its jobs: the files go, and the confirmation is sent.
    const owed = await owner.query<{ purge: string; confirmation: string }>(
      'select p.id as purge, c.id as confirmation from media_purges p, erasure_confirmations c',
    );
    for (const { purge, confirmation } of owed.rows) {
      await new PurgeMedia(deps).execute({ purgeId: purge });
      await deps.uow.run(SERVICE, ({ erasure }) => erasure.dropConfirmation(confirmation));
    }
    expect(owed.rows).toHaveLength(1);

    const stays = new Set(
      Object.entries(PERSONAL_DATA_REGISTER).flatMap(([name, table]) =>
        table.stays.map((column) => `${name}.${column}`),
      ),
    );
    const left = await placesOf(owner, words(person));
    expect([...left.keys()].filter((place) => !stays.has(place))).toEqual([]);
    for (const place of ['public.order_items.name', 'public.orders.code'])
      expect(left.has(place), place).toBe(true);
    expect(await placesOf(owner, words(other))).toEqual(before);
    expect(await deps.store.list(`customers/${person.id}/`)).toEqual([]);
    expect(await deps.store.list(`customers/${other.id}/`)).toHaveLength(1);
  });
});
