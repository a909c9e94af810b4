import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DemoClock } from '../../../src/adapters/persistence/demo/demo-clock.ts';
import { inDemoTransaction } from '../../../src/adapters/persistence/demo/demo-transaction.ts';
import { DemoUnitOfWork } from '../../../src/adapters/persistence/demo/demo-unit-of-work.ts';
import { installJobs } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { migrate } from '../../../src/adapters/persistence/knex/migrate.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../../support/test-database.ts';

const ROLES = 'anon, authenticated, service_role';
const THEN = new Date('2026-01-02T03:04:05.678Z');
const ADVISOR: Actor = { kind: 'staff', userId: randomUUID() as UserId, role: 'support' };
const owner = `lea_demo_${randomUUID().slice(0, 8)}`;
let database: EmptyDatabase;
let ownerUrl: string;
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('ownerUrl') });
  await admin.connect();
  await admin.query(`create role ${owner} login createrole password 'owner'`);
  await admin.query(`grant ${ROLES} to ${owner} with admin option`);
  database = await createEmptyDatabase(owner);
  const url = new URL(database.ownerUrl);
  [url.username, url.password] = [owner, 'owner'];
  ownerUrl = url.toString();
  await migrate(ownerUrl);
  await installJobs(ownerUrl);
  // As on a managed database: they may hand the roles on, and not take them on.
  await admin.query(`grant ${ROLES} to ${owner} with set false`);
  await admin.query(`grant ${ROLES} to ${owner} with inherit false`);
});

afterAll(async () => {
  await database.drop();
  await admin.query(`drop owned by ${owner}; drop role ${owner}`);
  await admin.end();
});

async function asOwner<T extends pg.QueryResultRow>(sql: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const customer = {
  newId: randomUUID() as UserId,
  aliases: ['+24170000999'],
  phone: '+24170000999',
  name: 'Awa',
};

describe('a transaction of the demo, of an owner who is no superuser', () => {
  it('acts with the rights of whoever acts, at the time that the clock says', async () => {
    const clock = new DemoClock(THEN);
    await inDemoTransaction(ownerUrl, clock, async (trx) => {
      const uow = new DemoUnitOfWork(trx, clock, { enqueue: async () => undefined });
      const who = async (actor: Actor) =>
        uow.run(actor, async () => {
          const { rows } = await trx.raw<{ rows: { role: string; now: Date }[] }>(
            'select current_user as role, now() as now',
          );
          return rows[0];
        });
      expect(await who(SERVICE)).toEqual({ role: 'service_role', now: THEN });
      clock.moveTo(new Date(THEN.getTime() + 1_000));
      expect(await who(ADVISOR)).toEqual({
        role: 'authenticated',
        now: new Date(THEN.getTime() + 1_000),
      });
      await uow.run(SERVICE, ({ customers }) => customers.resolve([customer], clock.now()));
    });
    expect(await asOwner('select created_at from public.customer_aliases')).toEqual([
      { created_at: new Date(THEN.getTime() + 1_000) },
    ]);
  });

  it('leaves nothing behind: no role, no clock, no schema, and nothing at all when it fails', async () => {
    const clock = new DemoClock(THEN);
    const broken = inDemoTransaction(ownerUrl, clock, async (trx) => {
      await trx('live_changes').delete();
      await trx('customer_aliases').delete();
      throw new Error('cut off');
    });
    await expect(broken).rejects.toThrow('cut off');
    expect(await asOwner('select alias from public.customer_aliases')).toHaveLength(1);
    await expect(asOwner('set role service_role')).rejects.toThrow(/permission denied/);
    expect(await asOwner(`select from pg_namespace where nspname = 'lea_demo'`)).toEqual([]);
    const [dated] = await asOwner<{ fresh: boolean }>(
      `insert into public.quarantined_events (channel, reason, raw) values ('x', 'y', '{}') returning received_at > now() - interval '1 minute' as fresh`,
    );
    expect(dated).toEqual({ fresh: true });
  });
});
