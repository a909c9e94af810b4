import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG, seen, times } from '../../support/fault-scale.ts';
import { eventually, startRealLea, type RealLea } from '../../support/running-lea.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const CUTS = times('CUTS', 2, 20);
const WRITERS = 10;
const PATIENCE_MS = 180_000;

let database: TestDatabase;
let proxy: TcpProxy;
let lea: RealLea;
let owner: pg.Pool;
let serial = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startTcpProxy(database.ownerUrl);
  lea = await startRealLea({
    DATABASE_URL: proxy.through(database.ownerUrl),
    DEMO_DATA: 'false',
    LLM: 'stub',
    BURST_WINDOW_MS: '0',
  });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
}, 240_000);
afterAll(async () => {
  await lea.stop();
  await proxy.close();
  await owner.end();
  await database.drop();
});

const chatOf = (phone: string): string => `${phone}@s.whatsapp.net`;
/** As the gateway does: again and again until it is acknowledged. */
async function deliver(): Promise<string> {
  serial += 1;
  const phone = `2417${String(2_000_000 + serial)}`;
  const id = { id: `db.${phone}` };
  await eventually(
    async () => (await lea.write(phone, 'Bonjour', id).catch(() => 0)) === 200,
    'an acknowledgement',
    PATIENCE_MS,
  );
  return phone;
}
const some = (): Promise<string>[] => Array.from({ length: WRITERS }, deliver);
const ready = () =>
  eventually(
    () =>
      fetch(`${lea.url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    'readiness',
    PATIENCE_MS,
  );
/** Everybody's message is stored once, and answered once. */
async function answeredOnce(phones: readonly string[]): Promise<void> {
  await eventually(
    () => phones.every((phone) => lea.whapi.sent(chatOf(phone)).length > 0),
    'an answer to everybody',
    PATIENCE_MS,
  );
  await eventually(
    async () =>
      (
        await owner.query(
          'select from conversations where due_at is not null or lease_owner is not null',
        )
      ).rowCount === 0,
    'rest',
    PATIENCE_MS,
  );
  expect(phones.filter((phone) => lea.whapi.sent(chatOf(phone)).length !== 1)).toEqual([]);
  const { rowCount } = await owner.query(
    `select from messages where sender = 'user' and provider_id = any($1)`,
    [phones.map((phone) => `db.${phone}`)],
  );
  expect(rowCount).toBe(phones.length);
}

describe('a database that goes away', { timeout: 400_000 }, () => {
  it(`loses and repeats nothing over ${CUTS} cuts of every connection`, async () => {
    const phones: string[] = [];
    for (let cut = 0; cut < CUTS; cut += 1) {
      const writing = some();
      proxy.cut();
      phones.push(...(await Promise.all(writing)));
    }
    const startedAt = performance.now();
    await ready();
    seen(
      `${CUTS} cuts of every connection to PostgreSQL`,
      `ready after ${Math.round(performance.now() - startedAt)} ms, 0 lost, 0 repeated`,
    );
    await answeredOnce(phones);
  });

  it('goes on by itself after it was away', async () => {
    const before = await Promise.all(some());
    proxy.refuse();
    const writing = some();
    await eventually(
      () => fetch(`${lea.url}/readyz`).then(({ ok }) => !ok),
      'being not ready',
      PATIENCE_MS,
    );
    proxy.allow();
    const startedAt = performance.now();
    await ready();
    seen(
      'PostgreSQL away, then back',
      `ready after ${Math.round(performance.now() - startedAt)} ms`,
    );
    await answeredOnce([...before, ...(await Promise.all(writing))]);
  });

  if (LONG)
    it('goes on when every connection is half open', async () => {
      const before = await Promise.all(some());
      proxy.stall();
      const startedAt = performance.now();
      const writing = some();
      const after = await Promise.all(writing);
      seen(
        'half-open connections',
        `acknowledged after ${Math.round(performance.now() - startedAt)} ms`,
      );
      await ready();
      await answeredOnce([...before, ...after]);
    });
});
