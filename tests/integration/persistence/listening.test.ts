import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { listenForWork } from '../../../src/adapters/persistence/knex/listen-for-work.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { serverOf } from '../../support/tcp-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function listening(url: string, onWork?: () => void) {
  const heard: number[] = [];
  const log = new RecordingLog();
  const stop = await listenForWork({
    url,
    log,
    listener: (dueInMs) => {
      heard.push(dueInMs);
      onWork?.();
    },
  });
  closers.push(stop);
  return { heard, log, stop };
}

const say = (dueInMs: number) =>
  owner.query('select pg_notify($1, $2)', ['lea_work', String(dueInMs)]);
const listeners = async (): Promise<number> =>
  (
    await owner.query(
      `select from pg_stat_activity where application_name = 'lea-listen' and datname = current_database()`,
    )
  ).rowCount ?? 0;

/** Passes everything on until it is stalled: then both sides think that the other is merely silent. */
async function stallingProxy(url: string): Promise<{ readonly url: string; stall(): void }> {
  const target = new URL(url);
  let open: [Socket, Socket][] = [];
  const server = createServer((near) => {
    const far = connect(serverOf(url));
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    open.push([near, far]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const all: Socket[] = [];
  closers.push(() => {
    for (const socket of [...all, ...open.flat()]) socket.destroy();
    server.close();
  });
  target.searchParams.delete('host');
  target.port = String((server.address() as AddressInfo).port);
  return {
    url: target.toString(),
    stall: () => {
      for (const [near, far] of open) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
        far.resume();
      }
      all.push(...open.flat());
      open = [];
    },
  };
}

describe('listening for work', () => {
  it('hears what is committed, with its delay', async () => {
    const { heard } = await listening(database.serverUrl);
    await say(0);
    await say(1200);
    await vi.waitFor(() => expect(heard).toEqual([0, 1200]));
  });

  it('is back after the server cut it off, and asks for what it missed', async () => {
    const { heard, log } = await listening(database.serverUrl);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lea-listen'`,
    );
    await vi.waitFor(() => expect(heard).toEqual([0]), 10_000);
    expect(log.lines.map(({ event }) => event)).toContain('listen_lost');
    await say(7);
    await vi.waitFor(() => expect(heard).toEqual([0, 7]));
  });

  it('notices a connection that is only half open', async () => {
    const proxy = await stallingProxy(database.serverUrl);
    const { heard } = await listening(proxy.url);
    proxy.stall();
    await vi.waitFor(() => expect(heard).toEqual([0]), 15_000);
    await say(7);
    await vi.waitFor(() => expect(heard).toEqual([0, 7]));
  }, 30_000);

  it('outlives a listener that throws', async () => {
    const { heard, log } = await listening(database.serverUrl, () => {
      throw new Error('not my day');
    });
    await say(1);
    await say(2);
    await vi.waitFor(() => expect(heard).toEqual([1, 2]));
    expect(log.lines.map(({ event }) => event)).toEqual(['listener_failed', 'listener_failed']);
  });

  it('leaves no connection behind, not even one that was being made', async () => {
    const { stop, heard } = await listening(database.serverUrl);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lea-listen'`,
    );
    await stop();
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await listeners()).toBe(0);
    expect(heard).toEqual([]);
  });

  it('fails when there is nothing to connect to', async () => {
    const url = new URL(database.serverUrl);
    url.port = '1';
    await expect(listening(url.toString())).rejects.toThrow();
  });
});
