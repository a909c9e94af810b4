import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inTransactionAs,
  literal,
  openDatabase,
  SERVICE_IDENTITY,
  statementAs,
  type DatabaseIdentity,
} from '../../../src/adapters/persistence/knex/database.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const STAFF = '00000000-0000-4000-8000-000000000001';
const CUSTOMER = '00000000-0000-4000-8000-000000000003' as UserId;
const admin: DatabaseIdentity = {
  role: 'authenticated',
  claims: { sub: STAFF, role: 'authenticated', user_role: 'admin' },
};
const WHO = `select current_user as role, coalesce(current_setting('request.jwt.claims', true), '') as claims`;

let database: TestDatabase;
let owner: pg.Client;
let db: Knex;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`insert into users (id, role, name) values ('${STAFF}', 'admin', 'Awa')`);
  await owner.query(`insert into products (name, price_cfa, stock_qty) values ('Crème', 1000, 1)`);
  // One connection, so that every transaction meets what the one before it left.
  db = openDatabase(database.serverUrl, 1);
});

afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

const server = (): string => new URL(database.serverUrl).username;
const whoNow = async () => (await db.raw<{ rows: unknown[] }>(WHO)).rows[0];

describe('the server’s login role', () => {
  it('is no superuser, bypasses nothing, inherits nothing and owns nothing', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit, rolreplication from pg_roles where rolname = $1`,
      [server()],
    );
    expect(Object.values(rows[0] as object)).toEqual([false, false, false, false, false, false]);
    const owned = await owner.query(
      `select relname from pg_class join pg_roles r on r.oid = relowner where rolname = $1`,
      [server()],
    );
    expect(owned.rows).toEqual([]);
  });

  it('can touch no table before it has become somebody', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'lea', 'pgboss')`,
    );
    expect(rows.length).toBeGreaterThan(40);
    for (const { name } of rows) {
      await expect(db.raw(`select * from ${name} limit 1`), name).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('cannot become the owner', async () => {
    const { rows } = await owner.query<{ current_user: string }>('select current_user');
    const name = rows[0]!.current_user;
    await expect(db.raw(`set role ${owner.escapeIdentifier(name)}`)).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('row-level security', () => {
  it('is enabled and forced on every table', async () => {
    const { rows } = await owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
  });

  it('shows staff without claims nothing but what is public', async () => {
    const noClaims: DatabaseIdentity = { role: 'authenticated', claims: {} };
    const seen = await inTransactionAs(db, noClaims, async (trx) => ({
      users: await trx('users').select('id'),
      orders: await trx('orders').select('id'),
      products: await trx('products').select('name'),
    }));
    expect(seen).toEqual({ users: [], orders: [], products: [{ name: 'Crème' }] });
    const { rows } = await statementAs(db, admin, 'select name from users');
    expect(rows).toEqual([{ name: 'Awa' }]);
  });

  it('keeps jobs from everybody but the service', async () => {
    const ofJobs = 'select count(*) as n from pgboss.job';
    for (const identity of [admin, { role: 'anon', claims: {} } as const]) {
      await expect(statementAs(db, identity, ofJobs)).rejects.toMatchObject({ code: '42501' });
    }
    expect((await statementAs(db, SERVICE_IDENTITY, ofJobs)).rows).toEqual([{ n: 0 }]);
  });
});

describe('a pooled connection', () => {
  const nobody = () => ({ role: server(), claims: '' });

  it('forgets who it was after a commit, a rollback and a failed statement', async () => {
    const { rows } = await inTransactionAs(db, admin, (trx) => trx.raw<{ rows: unknown[] }>(WHO));
    expect(rows).toEqual([{ role: 'authenticated', claims: JSON.stringify(admin.claims) }]);
    expect(await whoNow()).toEqual(nobody());
    await expect(inTransactionAs(db, admin, (trx) => trx.raw('select 1 / 0'))).rejects.toThrow();
    expect(await whoNow()).toEqual(nobody());
  });

  it('forgets who it was after statements in one message', async () => {
    expect((await statementAs(db, admin, WHO)).rows).toMatchObject([{ role: 'authenticated' }]);
    expect(await whoNow()).toEqual(nobody());
    await expect(statementAs(db, admin, 'select 1 / 0')).rejects.toThrow();
    expect(await whoNow()).toEqual(nobody());
  });

  it('is not handed on when its transaction could not be opened', async () => {
    const wrong = { role: 'postgres_nobody', claims: {} } as unknown as DatabaseIdentity;
    await expect(inTransactionAs(db, wrong, async () => 'never')).rejects.toThrow(
      /postgres_nobody/,
    );
    expect(await whoNow()).toEqual(nobody());
    expect(
      await inTransactionAs(
        db,
        SERVICE_IDENTITY,
        async (trx) => (await trx('products').select('name')).length,
      ),
    ).toBe(1);
  });

  it('keeps all or nothing of statements in one message', async () => {
    const insert = `insert into quarantined_events (channel, reason, raw) values ('x', 'y', '{}')`;
    await expect(statementAs(db, SERVICE_IDENTITY, `${insert}; select 1 / 0`)).rejects.toThrow();
    const { rows } = await owner.query('select count(*)::int as n from quarantined_events');
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('a step as the service', () => {
  const editor = {
    kind: 'staff',
    userId: '00000000-0000-4000-8000-000000000002' as UserId,
    role: 'product_editor',
  } as const;
  beforeAll(async () => {
    await owner.query(
      `insert into users (id, role, name) values ('${CUSTOMER}', 'customer', 'Ngozi')`,
    );
  });

  const uow = () => new KnexUnitOfWork(db, { enqueue: () => Promise.resolve() });

  it('sees what the actor does not, who is the actor again afterwards', async () => {
    await uow().run(editor, async ({ customers, asService }) => {
      const names = async () => (await customers.getMany([CUSTOMER])).map(({ name }) => name);
      expect(await names()).toEqual([]);
      expect(await asService(names)).toEqual(['Ngozi']);
      expect(await names()).toEqual([]);
    });
  });

  it('that fails leaves nothing to go on with as the service', async () => {
    const failure = new Error('refused');
    const work = uow().run(editor, async ({ customers, asService }) => {
      await asService(() => Promise.reject(failure)).catch(() => undefined);
      const [found] = await customers.getMany([CUSTOMER]);
      if (found !== undefined) await customers.update(found.id, { marketingConsent: true });
    });
    await expect(work).rejects.toBe(failure);
    const { rows } = await owner.query(
      `select marketing_consent from users where id = '${CUSTOMER}'`,
    );
    expect(rows).toEqual([{ marketing_consent: null }]);
  });
});

describe('literal', () => {
  it.each([`o'clock`, '?', String.raw`a\?b\'c`, 'é ? ${x} ; drop', ''])(
    'writes %j as it is',
    async (text) => {
      const { rows } = await statementAs(db, SERVICE_IDENTITY, `select ${literal(text)} as text`);
      expect(rows).toEqual([{ text }]);
    },
  );

  it('refuses what is no number', () => {
    expect(() => literal(Number.NaN)).toThrow(RangeError);
  });
});
