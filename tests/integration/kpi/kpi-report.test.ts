import { createHarness } from '../../support/harness.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import pg from 'pg';
import { KnexErasure } from '../../../src/adapters/persistence/knex/knex-erasure.ts';
import { KnexKpiReads } from '../../../src/adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexKpiUpkeep } from '../../../src/adapters/persistence/knex/knex-kpi-upkeep.ts';
import { inTransactionAs, openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { ReportKpis } from '../../../src/application/reports/report-kpis.ts';
import type { KpiReport } from '../../../src/application/reports/kpi-report.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { bruteForce } from './brute-force.ts';
import { randomShop } from './random-shop.ts';

const ZONE = 'Africa/Libreville';
let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let customers: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  db = openDatabase(database.serverUrl, 4);
  await owner.query(`create table handed as select id from conversations; create function note_handed() returns trigger language plpgsql as $$ begin insert into handed values (new.id); return null; end $$;
    create trigger z_note after insert or update on conversations for each row when (new.mode <> 'assistant') execute function note_handed()`);
  customers = await randomShop(owner, {
    seed: 7,
    conversations: 160,
    start: new Date('2026-03-01T00:00:00Z'),
    days: 60,
  });
});

afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

const settings = { current: () => ({ ...defaultSettings('GA'), timeZone: ZONE }) };
const report = (from: string, to: string, actor: Actor = SERVICE): Promise<KpiReport> =>
  new ReportKpis({
    uow: createHarness().adapters.uow,
    kpiReads: new KnexKpiReads(db),
    clock: { now: () => new Date('2026-05-01T12:00:00Z') },
    settings,
    cart: { currency: 'XAF' },
  }).execute({ actor, from, to });
const truth = async (from: string, to: string) => {
  const handed = new Set(
    (await owner.query<{ id: string }>('select id from handed')).rows.map(({ id }) => id),
  );
  return bruteForce(owner, handed, ZONE, from, to);
};
const summary = (told: KpiReport) => ({
  conversations: told.conversations.value,
  conversion_rate: told.conversion_rate.value,
  sales_cfa: told.sales_cfa.value,
  sales_of_humans: told.sales_cfa.by_source.find(({ source }) => source === 'human')?.value ?? 0,
  orders: told.orders.value,
  satisfaction: told.satisfaction.value,
  response_time_ms: told.response_time_ms.value,
  automation_rate: told.automation_rate.value,
  escalations: told.escalations.value,
  burns: told.escalations.by_reason.find(({ reason }) => reason === 'burn')?.value ?? 0,
  unmet_demand: told.unmet_demand.value,
  biberons: told.unmet_demand.top.find(({ need }) => need === 'biberon')?.value ?? 0,
  model_cost_cfa: told.model_cost_cfa.value,
  sold_pieces: told.top_products.reduce((sum, { sold }) => sum + sold, 0),
});
const PERIODS = [
  ['2026-03-01', '2026-05-10'],
  ['2026-03-10', '2026-03-24'],
  ['2026-04-02', '2026-04-02'],
  ['2026-04-15', '2026-04-30'],
] as const;

describe('the KPI report', () => {
  it.each(PERIODS)(
    'agrees with a count of every row from %s to %s, before and after folding',
    async (from, to) => {
      const expected = await truth(from, to);
      expect(expected.conversations).toBeGreaterThan(0);
      expect(summary(await report(from, to))).toEqual(expected);
      await new KnexKpiUpkeep(db).fold();
      expect((await owner.query('select from kpi_changes')).rowCount).toBe(0);
      expect(summary(await report(from, to))).toEqual(expected);
    },
  );

  it('compares with the period of the same length before', async () => {
    const told = await report('2026-03-25', '2026-04-08');
    const before = await truth('2026-03-10', '2026-03-24');
    expect([told.previous_from, told.previous_to]).toEqual(['2026-03-10', '2026-03-24']);
    expect([
      told.conversations.previous,
      told.sales_cfa.previous,
      told.conversion_rate.previous,
      told.satisfaction.previous,
      told.unmet_demand.previous,
    ]).toEqual([
      before.conversations,
      before.sales_cfa,
      before.conversion_rate,
      before.satisfaction,
      before.unmet_demand,
    ]);
  });

  it('counts a conversation once at each step of the funnel', async () => {
    const told = await report('2026-03-01', '2026-05-10');
    const distinct = async (where: string) =>
      (await owner.query(`select distinct conversation_id from ${where}`)).rowCount;
    expect(told.funnel.map(({ step, value }) => [step, value])).toEqual([
      ['conversations', 160],
      ['recommended', await distinct('recommendations')],
      ['order_link', await distinct('orders')],
      ['clicked', await distinct('orders where clicks > 0')],
      ['completed', await distinct(`orders where status = 'completed'`)],
    ]);
  });

  it('has a line for every day, which add up', async () => {
    const told = await report('2026-03-10', '2026-03-24');
    expect(told.days).toHaveLength(15);
    expect(told.days.reduce((sum, day) => sum + day.sales_cfa, 0)).toBe(told.sales_cfa.value);
    for (const day of told.days.slice(0, 4))
      expect(day.conversations).toBe((await truth(day.day, day.day)).conversations);
  });

  it('counts as much after everybody was erased, and keeps no words of one person', async () => {
    const before = await report('2026-03-01', '2026-05-10');
    for (const id of customers)
      await inTransactionAs(db, { role: 'service_role', claims: {} }, (trx) =>
        new KnexErasure(trx).purge(id as UserId),
      );
    expect((await owner.query('select from conversations')).rowCount).toBe(0);
    await new KnexKpiUpkeep(db).fold();
    const after = await report('2026-03-01', '2026-05-10');
    expect({ ...after, unmet_demand: { ...after.unmet_demand, top: [] } }).toEqual({
      ...before,
      unmet_demand: { ...before.unmet_demand, top: [] },
    });
    const needs = after.unmet_demand.top.map(({ need }) => need);
    expect(needs).toContain('biberon');
    expect(needs.some((need) => need.startsWith('unique'))).toBe(false);
    expect((await owner.query(`select from kpi_daily where label like 'unique%'`)).rowCount).toBe(
      0,
    );
  });

  it('is refused to support, to whom the database itself shows no figures', async () => {
    const support: Actor = {
      kind: 'staff',
      userId: '0190a1b2-0000-7000-8000-000000000001' as UserId,
      role: 'support',
    };
    await expect(report('2026-03-01', '2026-05-10', support)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const periods = {
      from: '2026-03-01',
      to: '2026-05-10',
      previousFrom: '2025-12-20',
      previousTo: '2026-02-28',
    };
    const zone = settings.current().timeZone;
    const shown = await new KnexKpiReads(db).figures(support, periods, zone, 10);
    expect(shown.days).toEqual([]);
  });

  it('refuses a period that ends before it begins', async () => {
    await expect(report('2026-03-02', '2026-03-01')).rejects.toMatchObject({
      code: 'invalid_period',
    });
  });
});
