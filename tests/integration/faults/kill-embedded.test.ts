import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runningCluster } from '../../../src/adapters/persistence/embedded/running-cluster.ts';
import { seen, times } from '../../support/fault-scale.ts';
import {
  fleetEnvironment,
  startLeaProcess,
  writeTo,
  type Environment,
  type LeaProcess,
} from '../../support/lea-process.ts';
import { startWhapiPeer, type WhapiPeer } from '../../support/peers/whapi-peer.ts';
import { alive, processTree } from '../../support/process-tree.ts';
import { eventually } from '../../support/running-lea.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const KILLS = times('EMBEDDED_KILLS', 2, 20);
const PER_ROUND = 25;
const PATIENCE_MS = 180_000;

const dataDir = scratchFolder('kill');
let whapi: WhapiPeer;
let environment: Environment;
let server: LeaProcess | null = null;

beforeAll(async () => {
  whapi = await startWhapiPeer({ token: 't', latencyMs: 20 });
  environment = {
    ...fleetEnvironment(null, whapi.url),
    DATA_DIR: dataDir,
    DEMO_DATA: 'false',
  };
});

afterAll(async () => {
  await server?.stop();
  await whapi.close();
  rmSync(dataDir, { recursive: true, force: true });
}, PATIENCE_MS);

const chatOf = (phone: string): string => `${phone}@s.whatsapp.net`;
async function connected(): Promise<pg.Client> {
  const kept = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as {
    readonly database: string;
  };
  const url = await runningCluster(path.join(dataDir, 'postgres'), kept.database);
  const owner = new pg.Client({ connectionString: url! });
  await owner.connect();
  return owner;
}

/** Of the server itself, then of npm, which takes nobody with it. */
async function kill(lea: LeaProcess, round: number): Promise<void> {
  const tree = await processTree(lea.pid);
  const victim = tree.find(({ arguments: words }) => words.includes('src/main.ts'))!;
  process.kill(round % 2 === 0 ? victim.pid : lea.pid, 'SIGKILL');
  await lea.exited;
}

it(
  `npm start with the embedded database loses nothing acknowledged over ${KILLS} kills, and repeats at most one reply a kill`,
  { timeout: 240_000 + KILLS * 120_000 },
  async () => {
    const acked: string[] = [];
    const startsMs: number[] = [];
    const trees: number[] = [];
    for (let round = 0; round <= KILLS; round += 1) {
      const startedAt = performance.now();
      server = await startLeaProcess(environment, { byNpm: true });
      startsMs.push(performance.now() - startedAt);
      if (round === KILLS) break;
      trees.push(...(await processTree(server.pid)).map(({ pid }) => pid));
      const before = whapi.sent().length;
      const posts = Array.from({ length: PER_ROUND }, async (_, index) => {
        const phone = `2417${String(3_000_000 + round * 100 + index)}`;
        if (await writeTo(server!.url, `embedded.${phone}`, phone, 'Bonjour')) acked.push(phone);
      });
      // In the middle of storing, answering and sending, each time a little further.
      await eventually(
        () => whapi.sent().length >= before + ((round * 7) % PER_ROUND),
        'the first replies',
        PATIENCE_MS,
      );
      await kill(server, round);
      await Promise.all(posts);
    }
    const owner = await connected();
    try {
      const { rows } = await owner.query<{ provider_id: string }>(
        `select provider_id from messages where sender = 'user'`,
      );
      const stored = new Set(rows.map((row) => row.provider_id));
      expect(acked.filter((phone) => !stored.has(`embedded.${phone}`))).toEqual([]);
      await eventually(
        async () =>
          (
            await owner.query(
              `select from conversations where due_at is not null or lease_owner is not null`,
            )
          ).rowCount === 0,
        'rest',
        PATIENCE_MS,
      );
      expect(
        (await owner.query('select from conversations where dead_at is not null')).rowCount,
      ).toBe(0);
    } finally {
      await owner.end();
    }
    const replies = acked.map((phone) => whapi.sent(chatOf(phone)).length);
    expect(replies.filter((count) => count === 0)).toEqual([]);
    const duplicates = replies.reduce((sum, count) => sum + count - 1, 0);
    expect(duplicates).toBeLessThanOrEqual(KILLS);
    expect(await server!.stop()).toBe(0);
    expect(alive(trees)).toEqual([]);
    const again = startsMs.slice(1).toSorted((a, b) => a - b);
    seen(
      `kill -9 of npm start on the embedded database, ${KILLS} times`,
      `${acked.length} acknowledged, 0 lost, ${duplicates} repeated, going again after ${Math.round(again[again.length >> 1]!)} ms, slowest ${Math.round(again.at(-1)!)} ms`,
    );
  },
);
