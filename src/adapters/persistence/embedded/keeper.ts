/**
 * Runs the embedded PostgreSQL in a process group of its own and stops it when the pipe to its parent
 * closes: Ctrl-C never hits the database before the server has drained, and not even `kill -9` of the
 * server leaves a database behind. Its options come in by that pipe: every account can read argument lists.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { installedBinaries } from './binaries.ts';
import { lockFile } from './file-lock.ts';
import { initialise, type Superuser } from './initialise.ts';
import { waitForPrevious } from './orphan.ts';
import { own, placeFor } from './place.ts';
import { startPostmaster } from './postmaster.ts';
import { unprivilegedUser } from './run-as.ts';
import { freshSocketFolder } from './socket-folder.ts';

export interface KeeperOptions extends Superuser {
  readonly dataDir: string;
  readonly port: number;
  /** Where the socket was before a restart. */
  readonly socketDir: string | null;
  /** Extra server settings, as `-c` takes them. */
  readonly settings: Readonly<Record<string, string>>;
}

export type KeeperAnswer =
  | { readonly ready: true; readonly fresh: boolean; readonly socketDir: string | null }
  | { readonly ready: false; readonly message: string };

/** Another keeper's PostgreSQL that is stopping writes what it has in memory first. */
const PREVIOUS_MS = 60_000;

const say = (message: KeeperAnswer): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

async function keep(options: KeeperOptions, parentGone: AbortSignal): Promise<void> {
  const place = await placeFor(options.dataDir, await installedBinaries(), unprivilegedUser());
  const { dataDir, runAs } = place;
  await lockFile(`${dataDir}.lock`, {
    waitMs: PREVIOUS_MS,
    signal: parentGone,
    refusal: 'the one before it does not stop.',
  });
  await waitForPrevious(dataDir);
  const fresh = !existsSync(path.join(dataDir, 'PG_VERSION'));
  await initialise(place, options, parentGone);
  if (runAs !== null) await own(dataDir, runAs);
  const socketDir = await freshSocketFolder(dataDir, runAs, options.socketDir);
  const postgres = await startPostmaster(place, { ...options, socketDir }, parentGone);
  postgres.on('exit', () => {
    // Else another keeper is going to use it.
    if (parentGone.aborted && socketDir !== null)
      rmSync(socketDir, { recursive: true, force: true });
    process.exit(parentGone.aborted ? 0 : 1);
  });
  say({ ready: true, fresh, socketDir });
}

const parentGone = new AbortController();
// A signal to all of the service's processes must not take the database away from a server that drains.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdout.on('error', () => undefined);
process.stdin.on('error', () => parentGone.abort());
createInterface({ input: process.stdin })
  .on('close', () => parentGone.abort())
  .once('line', (line) => {
    keep(JSON.parse(line) as KeeperOptions, parentGone.signal).catch((error: unknown) => {
      say({ ready: false, message: error instanceof Error ? error.message : String(error) });
      process.exit(1);
    });
  });
