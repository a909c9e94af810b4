import { createHarness } from '../../support/harness.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import pg from 'pg';
import { kpiRoute } from '../../../src/adapters/http/reports/routes.ts';
import { operationsRoutes } from '../../../src/adapters/http/operations/routes.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexKpiReads } from '../../../src/adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexLogReads } from '../../../src/adapters/persistence/knex/knex-log-reads.ts';
import { KnexOperatorLedger } from '../../../src/adapters/persistence/knex/knex-operator-ledger.ts';
import { KnexSystemReads } from '../../../src/adapters/persistence/knex/knex-system-reads.ts';
import { ReportSystem } from '../../../src/application/operations/report-system.ts';
import { ReportKpis } from '../../../src/application/reports/report-kpis.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { SERVICE_KEY, staffId, startTestApp, type TestApp } from '../../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
let db: Knex;
let app: TestApp;
let ledger: KnexOperatorLedger;
const settings = { current: () => defaultSettings('GA') };
const clock = { now: () => new Date() };

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  await owner.query(`insert into users (id, role, name) values ($1, 'admin', 'Awa')`, [
    staffId('admin'),
  ]);
  db = openDatabase(database.serverUrl, 4);
  ledger = new KnexOperatorLedger(db);
});
beforeEach(async () => {
  await owner.query('truncate audit_logs, deletion_logs, operator_alerts');
  const facts = {
    version: '1.2.3',
    node: 'v24',
    channel: 'fake',
    model: 'stub',
    notifiers: ['log', 'slack'],
    warnings: ['no_cart'],
  };
  const { uow, traceAccess } = createHarness().parts;
  app = await startTestApp({
    deps: {
      routes: [
        ...operationsRoutes({
          logs: new KnexLogReads(db),
          traceAccess,
          reportSystem: new ReportSystem({
            uow,
            facts,
            systemReads: new KnexSystemReads(db),
            operatorLedger: ledger,
            gateway: { health: async () => 'connected' },
            settings,
            clock,
          }),
        }),
        kpiRoute({
          traceAccess,
          reportKpis: new ReportKpis({
            uow,
            kpiReads: new KnexKpiReads(db),
            clock,
            settings,
            cart: { currency: 'XAF' },
          }),
        }),
      ],
    },
  });
});
afterEach(() => app.close());
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

describe.each([
  '/functions/audit-log',
  '/functions/deletion-log',
  '/functions/system',
  '/functions/kpi-report',
])('%s', (path) => {
  it('is for admins', async () => {
    expect((await app.call('GET', path, { as: 'admin' })).status).toBe(200);
    expect((await app.call('GET', path, { as: 'support' })).status).toBe(403);
    expect((await app.call('GET', path, { as: 'product_editor' })).status).toBe(403);
    expect((await app.call('GET', path)).status).toBe(401);
  });
});

describe.each(['/functions/audit-log', '/functions/deletion-log'])('%s', (path) => {
  it('is written by the service and not read by it', async () => {
    const { status, body } = await app.call('GET', path, { as: SERVICE_KEY });
    expect([status, body['code']]).toEqual([403, 'forbidden']);
  });
});

describe('the audit log', () => {
  it('is read page by page, newest first, without a gap where many share one instant', async () => {
    await owner.query(
      `insert into audit_logs (at, actor_id, actor_role, action, table_name, row_id) select timestamptz '2026-11-24T09:00:00.123456Z' + (i / 10) * interval '1 microsecond', $1, 'admin', 'update', 'products', i::text from generate_series(1, 57) i`,
      [staffId('admin')],
    );
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await app.call(
        'GET',
        `/functions/audit-log?limit=10${cursor === '' ? '' : `&cursor=${cursor}`}`,
        { as: 'admin' },
      );
      seen.push(...(body['items'] as { row_id: string }[]).map(({ row_id }) => row_id));
      cursor = body['next_cursor'] as string | null;
    }
    expect(seen).toEqual(Array.from({ length: 57 }, (_, index) => String(57 - index)));
  });

  it('says who did it, and can be asked for one table or row', async () => {
    await owner.query(
      `insert into audit_logs (actor_id, actor_role, action, table_name, row_id, columns) values ($1, 'admin', 'update', 'products', 'p1', '{price_cfa}'), ($1, 'admin', 'insert', 'settings', '1', '{}')`,
      [staffId('admin')],
    );
    const { body } = await app.call('GET', '/functions/audit-log?table=products&row_id=p1', {
      as: 'admin',
    });
    expect(body['items']).toMatchObject([
      { actor: { name: 'Awa' }, action: 'update', table_name: 'products', columns: ['price_cfa'] },
    ]);
  });

  it('refuses a cursor that is not its own', async () => {
    const { status, body } = await app.call('GET', '/functions/audit-log?cursor=nonsense', {
      as: 'admin',
    });
    expect([status, body['code']]).toEqual([400, 'invalid_cursor']);
  });
});

describe('the deletion log', () => {
  it('is read page by page', async () => {
    await owner.query(
      `insert into deletion_logs (id, subject_hash, deleted_at, requested_by, counts, hash_expires_at) select gen_random_uuid(), 'h' || i, '2026-11-24T09:00:00Z', 'staff', '{"messages": 3}', now() from generate_series(1, 5) i`,
    );
    const first = await app.call('GET', '/functions/deletion-log?limit=3', { as: 'admin' });
    const second = await app.call(
      'GET',
      `/functions/deletion-log?limit=3&cursor=${String(first.body['next_cursor'])}`,
      { as: 'admin' },
    );
    const hashes = [first, second].flatMap(({ body }) =>
      (body['items'] as { subject_hash: string }[]).map(({ subject_hash }) => subject_hash),
    );
    expect(hashes.toSorted()).toEqual(['h1', 'h2', 'h3', 'h4', 'h5']);
    expect(second.body['next_cursor']).toBeNull();
  });
});

describe('the system page', () => {
  it('counts work that waits, failed or was given up', async () => {
    await owner.query(
      `insert into conversations (status, due_at, attempts, dead_at) values ('closed', now() - interval '90 seconds', 2, null), ('closed', null, 0, now())`,
    );
    await ledger.raise('channel', 'WhatsApp n’est plus connecté.');
    const { body } = await app.call('GET', '/functions/system', { as: 'admin' });
    expect(body).toMatchObject({
      versions: { lea: '1.2.3', settings: 0 },
      channel: { provider: 'fake', health: 'connected' },
      notifiers: [
        { name: 'log', undelivered: 0 },
        { name: 'slack', undelivered: 0 },
      ],
      triage: { reviewed_by: null },
      work: { due_conversations: 1, retrying_conversations: 1, dead_conversations: 1 },
      incidents: [{ key: 'channel', message: 'WhatsApp n’est plus connecté.' }],
    });
    expect(
      (body['work'] as { oldest_due_seconds: number }).oldest_due_seconds,
    ).toBeGreaterThanOrEqual(90);
    expect((body['versions'] as { migrations: string[] }).migrations).toContain(
      '0004_kpi_and_events.sql',
    );
  });
});

describe('what the operator was told', () => {
  it('is one teller’s work among twenty, for raising and clearing alike', async () => {
    const others = Array.from({ length: 20 }, () => new KnexOperatorLedger(db));
    const raised = await Promise.all(others.map((one) => one.raise('model', 'x')));
    const cleared = await Promise.all(others.map((one) => one.clear('model', 'y')));
    expect([raised.filter(Boolean).length, cleared.filter(Boolean).length]).toEqual([1, 1]);
    expect(await ledger.raise('model', 'z')).toBe(true);
    expect((await ledger.open()).map(({ key, message }) => [key, message])).toEqual([
      ['model', 'z'],
    ]);
  });

  it('is taken up by one other when its teller did not get through', async () => {
    await ledger.raise('sends', 'x');
    await ledger.raise('queue', 'y');
    await ledger.told('queue');
    expect(await ledger.takeUntold()).toEqual([]);
    await owner.query(`update operator_alerts set tried_at = now() - interval '2 minutes'`);
    expect(await ledger.takeUntold()).toEqual([{ key: 'sends', message: 'x', state: 'raised' }]);
    expect(await ledger.takeUntold()).toEqual([]);
  });
});

describe('the KPI report over HTTP', () => {
  it('has the keys of the contract, each with the period before', async () => {
    const { body } = await app.call('GET', '/functions/kpi-report?from=2026-11-01&to=2026-11-03', {
      as: 'admin',
    });
    for (const key of [
      'conversations',
      'conversion_rate',
      'sales_cfa',
      'satisfaction',
      'response_time_ms',
      'automation_rate',
      'escalations',
      'unmet_demand',
      'model_cost_cfa',
    ]) {
      expect(body[key], key).toHaveProperty('value');
      expect(body[key], key).toHaveProperty('previous');
    }
    expect(body['days']).toHaveLength(3);
  });

  it('gives a file', async () => {
    const answer = await app.fetch(
      '/functions/kpi-report?format=csv&from=2026-11-01&to=2026-11-03',
      { headers: { authorization: 'Bearer admin' } },
    );
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual(
      ['text/csv; charset=utf-8', 'attachment; filename="lea-2026-11-01-2026-11-03.csv"'],
    );
    expect((await answer.text()).split('\r\n')).toHaveLength(5);
  });

  it.each([
    'from=2026-11-31',
    'from=yesterday',
    'from=2026-11-02&to=2026-11-01',
    'format=pdf',
    'since=2026-01-01',
    'from=0001-01-01',
    'to=9999-12-31',
  ])('refuses %s', async (query) => {
    expect((await app.call('GET', `/functions/kpi-report?${query}`, { as: 'admin' })).status).toBe(
      400,
    );
  });
});
