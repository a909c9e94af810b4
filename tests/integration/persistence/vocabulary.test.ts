import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let uow: KnexUnitOfWork;
let statements = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  db = openDatabase(database.serverUrl, 2);
  db.on('query', () => (statements += 1));
  uow = new KnexUnitOfWork(db, { enqueue: async () => undefined });
});
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

const brands = async (): Promise<readonly string[]> => {
  const words = await uow.run(SERVICE, ({ products }) => products.vocabulary());
  return words.brands;
};
const addProduct = async (brand: string): Promise<string> => {
  const id = randomUUID();
  await owner.query(
    `insert into products (id, name, brand, price_cfa, stock_qty) values ($1, 'Crème', $2, 1000, 3)`,
    [id, brand],
  );
  return id;
};
const version = async (): Promise<string> =>
  (await owner.query<{ version: string }>('select version from lea.catalogue_version')).rows[0]!
    .version;

// Each change comes from a connection of its own, as from another process.
describe('the words of the catalogue', () => {
  it('are read anew after another process added, changed, hid or deleted a product', async () => {
    const id = await addProduct('Aloe');
    expect(await brands()).toEqual(['Aloe']);
    await owner.query(`update products set brand = 'Baobab' where id = $1`, [id]);
    expect(await brands()).toEqual(['Baobab']);
    await owner.query('update products set active = false where id = $1', [id]);
    expect(await brands()).toEqual([]);
    const other = await addProduct('Zebu');
    expect(await brands()).toEqual(['Zebu']);
    await owner.query('delete from products where id = $1', [other]);
    expect(await brands()).toEqual([]);
  });

  it('are not read again while only prices and stock change', async () => {
    const id = await addProduct('Karité');
    await brands();
    const before = await version();
    await owner.query('update products set price_cfa = 900, stock_qty = 1 where id = $1', [id]);
    expect(await version()).toBe(before);
    statements = 0;
    expect(await brands()).toEqual(['Karité']);
    const withLook = statements;
    await owner.query(`update products set brand = 'Moringa' where id = $1`, [id]);
    statements = 0;
    expect(await brands()).toEqual(['Moringa']);
    expect(statements).toBe(withLook + 1);
  });

  it('are those from before as long as a change is not committed, and nobody waits for it', async () => {
    await owner.query('truncate products cascade');
    await addProduct('Aloe');
    await brands();
    await owner.query('begin');
    await addProduct('Never');
    expect(await brands()).toEqual(['Aloe']);
    const other = new pg.Client({ connectionString: database.ownerUrl });
    await other.connect();
    await other.query(
      `insert into products (id, name, brand, price_cfa, stock_qty) values (gen_random_uuid(), 'x', 'Baobab', 1, 1)`,
    );
    await other.end();
    expect(await brands()).toEqual(['Aloe', 'Baobab']);
    await owner.query('rollback');
    expect(await brands()).toEqual(['Aloe', 'Baobab']);
  });
});
