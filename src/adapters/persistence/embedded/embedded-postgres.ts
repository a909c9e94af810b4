import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseUnusableError } from '../database-unusable-error.ts';
import { clusterUrl, OWNER } from './cluster-url.ts';
import type { KeeperAnswer, KeeperOptions } from './keeper.ts';

export interface EmbeddedPostgres {
  /** The owner's connection string: over the socket where there is one, else over loopback. */
  readonly url: string;
  /** True when the cluster was made by this start. */
  readonly fresh: boolean;
  /** Stops the server after its clients are gone; resolves when no process is left. */
  stop(): Promise<void>;
}

interface Keeper {
  readonly answer: Extract<KeeperAnswer, { readonly ready: true }>;
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

/** Only the name of a socket in a folder of its own. */
const SOCKET_PORT = 5432;
const RESTART_MS = 1_000;
/** What keeper and PostgreSQL need of our environment, which holds the secrets of every provider. */
const HANDED_ON = [
  'PATH',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'LD_LIBRARY_PATH',
  'NODE_COMPILE_CACHE',
];

/**
 * Brings up PostgreSQL with its data under `dataDir`, and up again when it or its keeper goes down by itself, which
 * `onLoss` is told each time.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly password: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly onLoss?: () => void;
}): Promise<EmbeddedPostgres> {
  const { dataDir, password } = options;
  const port = process.platform === 'win32' ? await freePort() : SOCKET_PORT;
  const start = (socketDir: string | null): Promise<Keeper> =>
    launch({
      dataDir,
      port,
      user: OWNER,
      password,
      socketDir,
      settings: { jit: 'off', ...options.settings },
    });
  let running = start(null);
  let stopping = false;
  const { fresh, socketDir } = (await running).answer;
  const keepUp = async (): Promise<void> => {
    while (!stopping) {
      await (
        await running.catch(() => null)
      )?.gone;
      if (stopping) return;
      options.onLoss?.();
      await sleep(RESTART_MS, undefined, { ref: false });
      if (!stopping) running = start(socketDir);
    }
  };
  void keepUp();
  return {
    url: clusterUrl({ password, port, socketDir }),
    fresh,
    stop: async () => {
      stopping = true;
      await (await running.catch(() => null))?.stop();
    },
  };
}

async function launch(options: KeeperOptions): Promise<Keeper> {
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('./keeper.ts', import.meta.url))], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: Object.fromEntries(HANDED_ON.map((name) => [name, process.env[name]])),
  });
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  // A keeper that ended does not read; that it ended is told elsewhere.
  keeper.stdin.on('error', () => undefined);
  keeper.stdin.write(`${JSON.stringify(options)}\n`);
  const answer = await new Promise<KeeperAnswer>((resolve) => {
    createInterface({ input: keeper.stdout }).once('line', (line) =>
      resolve(JSON.parse(line) as KeeperAnswer),
    );
    void gone.then(() => resolve({ ready: false, message: 'its keeper stopped' }));
  });
  if (!answer.ready)
    throw new DatabaseUnusableError(`The embedded PostgreSQL did not start: ${answer.message}`);
  keeper.unref();
  return {
    answer,
    gone,
    stop: async () => {
      keeper.ref();
      keeper.stdin.end();
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
