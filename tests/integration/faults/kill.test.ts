import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seen, times } from '../../support/fault-scale.ts';
import {
  fleetEnvironment,
  startLeaProcess,
  writeTo,
  type Environment,
  type LeaProcess,
} from '../../support/lea-process.ts';
import { startWhapiPeer, type WhapiPeer } from '../../support/peers/whapi-peer.ts';
import { eventually } from '../../support/running-lea.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const KILLS = times('KILLS', 2, 200);
const PER_ROUND = 25;

let database: TestDatabase;
let whapi: WhapiPeer;
let owner: pg.Client;
let environment: Environment;
let server: LeaProcess | null = null;

beforeAll(async () => {
  [database, whapi] = await Promise.all([
    createTestDatabase(),
    startWhapiPeer({ token: 't', latencyMs: 20 }),
  ]);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  environment = fleetEnvironment(database.ownerUrl, whapi.url);
});

afterAll(async () => {
  await server?.kill();
  await whapi.close();
  await owner.end();
  await database.drop();
});

const chatOf = (phone: string): string => `${phone}@s.whatsapp.net`;
const sendingNow = async (): Promise<number> =>
  (await owner.query(`select from messages where status = 'sending'`)).rowCount ?? 0;

it(
  `loses no acknowledged message over ${KILLS} kills, and repeats at most one reply a kill`,
  { timeout: 240_000 + KILLS * 60_000 },
  async () => {
    const acked: string[] = [];
    let cutOff = 0;
    let slowestStartMs = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const startedAt = performance.now();
      server = await startLeaProcess(environment);
      slowestStartMs = Math.max(slowestStartMs, performance.now() - startedAt);
      const before = whapi.sent().length;
      const posts = Array.from({ length: PER_ROUND }, async (_, index) => {
        const phone = `2417${String(1_000_000 + round * 100 + index)}`;
        if (await writeTo(server!.url, `kill.${phone}`, phone, 'Bonjour')) acked.push(phone);
      });
      // In the middle of storing, answering and sending, each time a little further.
      await eventually(
        () => whapi.sent().length >= before + (round % PER_ROUND),
        'the first replies',
        60_000,
      );
      await server.kill();
      await Promise.all(posts);
      cutOff += await sendingNow();
    }
    server = await startLeaProcess(environment);
    const { rows } = await owner.query<{ provider_id: string }>(
      `select provider_id from messages where sender = 'user'`,
    );
    const stored = new Set(rows.map((row) => row.provider_id));
    expect(acked.filter((phone) => !stored.has(`kill.${phone}`))).toEqual([]);
    await eventually(
      async () =>
        (
          await owner.query(
            `select from conversations where due_at is not null or lease_owner is not null`,
          )
        ).rowCount === 0,
      'rest',
      180_000,
    );
    const replies = acked.map((phone) => whapi.sent(chatOf(phone)).length);
    expect(replies.filter((count) => count === 0)).toEqual([]);
    const duplicates = replies.reduce((sum, count) => sum + count - 1, 0);
    expect(duplicates).toBeLessThanOrEqual(KILLS);
    expect(
      (await owner.query('select from conversations where dead_at is not null')).rowCount,
    ).toBe(0);
    expect(await server.stop()).toBe(0);
    seen(
      `kill -9 under load, ${KILLS} times`,
      `${acked.length} acknowledged, 0 lost, ${cutOff} sends cut off, ${duplicates} repeated, slowest start ${Math.round(slowestStartMs)} ms`,
    );
  },
);
