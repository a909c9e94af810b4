/**
 * Runs the embedded PostgreSQL in a process group of its own and stops it when the pipe to its parent
 * closes: Ctrl-C never hits the database before the server has drained, and not even `kill -9` of the
 * server leaves a database behind.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installedBinaries, reachable, unprivilegedUser, type RunAs } from './binaries.ts';
import { freshSocketFolder } from './socket-folder.ts';

export interface KeeperOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Extra server settings, as `-c` takes them. */
  readonly settings: Readonly<Record<string, string>>;
}

export type KeeperAnswer =
  | { readonly ready: true; readonly fresh: boolean; readonly socketDir: string | null }
  | { readonly ready: false; readonly message: string };

const say = (message: KeeperAnswer): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

async function initialise(
  initdb: string,
  options: KeeperOptions,
  dataDir: string,
  runAs: RunAs | null,
): Promise<void> {
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  // A data folder without PG_VERSION is what an interrupted first start left.
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o700);
  const passwordFile = path.join(tmpdir(), `lea-${randomBytes(9).toString('hex')}`);
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  try {
    if (runAs) {
      await chown(dataDir, runAs.uid, runAs.gid);
      await chown(passwordFile, runAs.uid, runAs.gid);
    }
    const child = spawn(
      initdb,
      [
        `--pgdata=${dataDir}`,
        '--auth=scram-sha-256',
        `--username=${options.user}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ],
      { ...runAs, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const code = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    if (code !== 0) {
      await rm(dataDir, { recursive: true, force: true });
      throw new Error(`initdb failed: ${complaint.trim()}`);
    }
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function waitForPrevious(dataDir: string): Promise<void> {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  for (let tries = 0; tries < 60 && existsSync(pidFile); tries += 1) {
    const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
    if (!pid || !isPostgres(pid, await commandLine(pid))) return;
    // Its keeper is gone: nobody else will stop it.
    if (tries === 30 && (await parentOf(pid)) === 1) process.kill(pid, 'SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  if (existsSync(pidFile))
    throw new Error(
      'another Léa is running on this DATA_DIR: stop it first, or set another DATA_DIR.',
    );
}

const commandLine = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
const parentOf = async (pid: number): Promise<number> =>
  Number(
    (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ')[1] ??
      0,
  );

function isPostgres(pid: number, command: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // Where there is no /proc, a living pid counts.
  return command === '' ? !existsSync('/proc/self') : command.includes('postgres');
}

async function start(
  postgres: string,
  options: KeeperOptions,
  place: { readonly dataDir: string; readonly socketDir: string | null },
  runAs: RunAs | null,
): Promise<ChildProcess> {
  const { dataDir, socketDir } = place;
  const settings = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketDir === null ? '' : `"${socketDir}"`,
    unix_socket_permissions: '0700',
    ...options.settings,
  });
  const child = spawn(
    postgres,
    [
      '-D',
      dataDir,
      '-p',
      String(options.port),
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...runAs,
      cwd: '/',
      env: { ...process.env, LC_MESSAGES: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000);
      if (log.includes('database system is ready to accept connections')) resolve();
    });
    child.on('error', reject);
    child.on('exit', () =>
      reject(
        new Error(
          log.includes('database files are incompatible')
            ? `${dataDir} was made by another major version of PostgreSQL: see "Upgrades" in docs/operations.md.`
            : `PostgreSQL stopped while starting: ${log.trim()}`,
        ),
      ),
    );
  });
  return child;
}

async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '{}') as KeeperOptions;
  let closing = false;
  let child: ChildProcess | null = null;
  const stop = (): void => {
    closing = true;
    child?.kill('SIGINT');
  };
  process.stdin.on('end', stop).on('error', stop).resume();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  const runAs = unprivilegedUser();
  const place = await reachable(await installedBinaries(), options.dataDir, runAs);
  await waitForPrevious(place.dataDir);
  const fresh = !existsSync(path.join(place.dataDir, 'PG_VERSION'));
  await initialise(place.binaries.initdb, options, place.dataDir, runAs);
  const socketDir = await freshSocketFolder(place.dataDir, runAs);
  child = await start(
    place.binaries.postgres,
    options,
    { dataDir: place.dataDir, socketDir },
    runAs,
  );
  child.on('exit', () => process.exit(closing ? 0 : 1));
  if (closing) stop();
  say({ ready: true, fresh, socketDir });
}

process.stdout.on('error', () => undefined);
main().catch((error: unknown) => {
  say({ ready: false, message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
});
