import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DatabaseUnusableError } from '../database-unusable-error.ts';
import type { KeeperAnswer, KeeperOptions } from './keeper.ts';

export interface EmbeddedPostgres {
  /** The owner's connection string: over the socket where there is one, else (`host` left out) over loopback. */
  readonly url: string;
  readonly port: number;
  /** True when the cluster was made by this start. */
  readonly fresh: boolean;
  /** Stops the server after its clients are gone; resolves when no process is left. */
  stop(): Promise<void>;
}

/** Brings up PostgreSQL on a free loopback port with its data under `dataDir`. */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly password: string;
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedPostgres> {
  const port = await freePort();
  const keeperOptions: KeeperOptions = {
    dataDir: options.dataDir,
    port,
    user: 'lea',
    password: options.password,
    settings: { jit: 'off', ...options.settings },
  };
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL('./keeper.ts', import.meta.url)), JSON.stringify(keeperOptions)],
    {
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
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
    url: `postgres://lea:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres${
      answer.socketDir === null ? '' : `?host=${encodeURIComponent(answer.socketDir)}`
    }`,
    port,
    fresh: answer.fresh,
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
