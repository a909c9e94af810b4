import {
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../src/adapters/persistence/embedded/embedded-postgres.ts';
import { runningCluster } from '../../../src/adapters/persistence/embedded/running-cluster.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const PASSWORD = 'a password of the tests';
const NOBODY = 65_534;
let folder: string;
let dataDir: string;
let running: EmbeddedPostgres | null;
beforeEach(() => {
  folder = scratchFolder('cluster');
  dataDir = path.join(folder, 'postgres');
  running = null;
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, password: PASSWORD });
  return running;
}
async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return Object.values(rows[0] ?? {})[0];
}

describe('the embedded PostgreSQL', { timeout: 120_000 }, () => {
  it('takes over the folder of a version that listened on loopback, and of another account', async () => {
    const { url } = await start();
    await ask(url, 'create table kept as select 42 as answer');
    await running!.stop();
    writeFileSync(
      path.join(dataDir, 'pg_hba.conf'),
      'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n',
    );
    if (process.getuid?.() === 0)
      for (const name of ['', ...readdirSync(dataDir, { recursive: true })])
        chownSync(path.join(dataDir, String(name)), NOBODY, NOBODY);
    expect(await ask((await start()).url, 'select answer from kept')).toBe(42);
    expect(readFileSync(path.join(dataDir, 'pg_hba.conf'), 'utf8')).toBe(
      'local all all scram-sha-256\n',
    );
    if (process.getuid?.() === 0) {
      const owners = new Set(
        ['', ...readdirSync(dataDir, { recursive: true })].map(
          (name) => statSync(path.join(dataDir, String(name))).uid,
        ),
      );
      expect([owners.size, owners.has(NOBODY), owners.has(0)]).toEqual([1, false, false]);
    }
  });

  it('makes its cluster anew where a first start was cut off half-way', async () => {
    mkdirSync(path.join(dataDir, 'base'), { recursive: true });
    mkdirSync(`${dataDir}-initdb-abc/data`, { recursive: true });
    const { url, fresh } = await start();
    expect([fresh, await ask(url, 'select 1')]).toEqual([true, 1]);
    expect(readdirSync(folder).filter((name) => name.includes('initdb'))).toEqual([]);
  });

  it('is reached where its path is too long for a socket, by whoever looks for it as well', async () => {
    dataDir = path.join(folder, 'd'.repeat(90), 'postgres');
    const { url } = await start();
    const socketDir = JSON.parse(
      (await ask(url, `select current_setting('unix_socket_directories')`)) as string,
    ) as string;
    expect(statSync(socketDir).mode & 0o777).toBe(0o700);
    expect(await ask((await runningCluster(dataDir, PASSWORD))!, 'select 1')).toBe(1);
    await expect(runningCluster(dataDir, 'another one')).rejects.toThrow(/secrets\.json/);
  });

  it('is one for two that start it at once', async () => {
    const both = [start(), start()];
    // Whichever holds it first; the other goes on waiting.
    const first = await Promise.race(both);
    expect(await ask(first.url, 'select 1')).toBe(1);
    await first.stop();
    for (const one of await Promise.all(both)) if (one !== first) running = one;
    expect(await ask(running!.url, 'select 1')).toBe(1);
  });
});
