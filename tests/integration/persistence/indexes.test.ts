import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Without one, deleting or merging what is referred to (an erasure, above all) reads the whole table. */
const WITHOUT = `select format('%s.%s', conrelid::regclass, attname) as name
  from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
  where contype = 'f' and connamespace in ('public'::regnamespace, 'lea_auth'::regnamespace)
    and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1] and indisvalid
      and (indpred is null or pg_get_expr(indpred, indrelid) = format('(%I IS NOT NULL)', attname)))
  order by 1`;

it('stand behind every foreign key', async () => {
  expect((await owner.query(WITHOUT)).rows).toEqual([]);
  await owner.query('drop index public.order_items_product');
  expect((await owner.query(WITHOUT)).rows).toEqual([{ name: 'order_items.product_id' }]);
});
