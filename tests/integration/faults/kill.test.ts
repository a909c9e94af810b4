import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWhapiPeer, type WhapiPeer } from '../../support/peers/whapi-peer.ts';
import { eventually, WEBHOOK_SECRET } from '../../support/running-lea.ts';
import { createTestDatabase, TEST_SECRET, type TestDatabase } from '../../support/test-database.ts';

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const KILLS = 3;
const PER_ROUND = 25;

let database: TestDatabase;
let whapi: WhapiPeer;
let owner: pg.Client;
let port: number;
let server: ChildProcess | null = null;
const dataDir = mkdtempSync(path.join(tmpdir(), 'lea-kill-'));

beforeAll(async () => {
  [database, whapi] = await Promise.all([
    createTestDatabase(),
    startWhapiPeer({ token: 't', latencyMs: 20 }),
  ]);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => resolve(free));
    });
  });
});

afterAll(async () => {
  server?.kill('SIGKILL');
  await whapi.close();
  await owner.end();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      DATABASE_URL: database.ownerUrl,
      AUTH_SECRET: TEST_SECRET,
      ERASURE_KEY: 'erasure-key-for-tests-0123456789-xyz',
      ADMIN_PASSWORD: 'un mot de passe de test',
      MESSAGING: 'whapi',
      WHAPI_TOKEN: 't',
      WHAPI_BASE_URL: whapi.url,
      WHAPI_WEBHOOK_SECRET: WEBHOOK_SECRET,
      BURST_WINDOW_MS: '0',
    },
  });
  await eventually(
    () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        (response) => response.ok,
        () => false,
      ),
    'readiness',
    60_000,
  );
  return child;
}

const ack = (phone: string): Promise<boolean> =>
  whapi
    .postWebhook(
      `http://127.0.0.1:${port}/functions/whatsapp-webhook`,
      {
        messages: [
          {
            id: `kill.${phone}`,
            from_me: false,
            type: 'text',
            chat_id: `${phone}@s.whatsapp.net`,
            timestamp: Math.floor(Date.now() / 1000),
            source: 'mobile',
            text: { body: 'Bonjour' },
            from: phone,
          },
        ],
        event: { type: 'messages', event: 'post' },
        channel_id: 'T',
      },
      WEBHOOK_SECRET,
    )
    .then(
      ({ status }) => status === 200,
      () => false,
    );

it(
  `loses no acknowledged message over ${KILLS} kills, and repeats at most one reply a kill`,
  { timeout: 300_000 },
  async () => {
    const acked: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      server = await start();
      const phones = Array.from(
        { length: PER_ROUND },
        (_, index) => `2417${String(5_000_000 + round * 1_000 + index)}`,
      );
      const results = phones.map(async (phone) => {
        if (await ack(phone)) acked.push(phone);
      });
      // In the middle of storing, answering and sending.
      await eventually(
        () => acked.length > round * PER_ROUND + 5 || acked.length > 5 + round,
        'the first acknowledgements',
      );
      server.kill('SIGKILL');
      await Promise.all(results);
    }
    server = await start();
    const expected = new Set(acked.map((phone) => `${phone}@s.whatsapp.net`));
    const { rows } = await owner.query<{ provider_id: string }>(
      `select provider_id from messages where sender = 'user'`,
    );
    const stored = new Set(rows.map((row) => row.provider_id));
    expect(acked.filter((phone) => !stored.has(`kill.${phone}`))).toEqual([]);
    await eventually(
      () => [...expected].every((chatId) => whapi.sent(chatId).length > 0),
      'a reply to everybody',
    );
    await eventually(
      async () =>
        (
          await owner.query(
            `select from conversations where due_at is not null or lease_owner is not null`,
          )
        ).rowCount === 0,
      'rest',
    );
    const duplicates = [...expected].reduce(
      (sum, chatId) => sum + whapi.sent(chatId).length - 1,
      0,
    );
    // Every send that was under way at a kill may be repeated: one per conversation being sent to.
    expect(duplicates).toBeLessThanOrEqual(KILLS * PER_ROUND);
    server.kill('SIGTERM');
    const code = await new Promise<number | null>((resolve) => server!.once('exit', resolve));
    expect(code).toBe(0);
  },
);
