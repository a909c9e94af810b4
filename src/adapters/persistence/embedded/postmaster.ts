import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Place } from './place.ts';

export interface Listening {
  readonly port: number;
  /** Null: on loopback, where there are no sockets in folders. */
  readonly socketDir: string | null;
  /** Extra server settings, as `-c` takes them. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Starts PostgreSQL; resolves when it takes connections. It is told to stop when `parentGone` is aborted. */
export async function startPostmaster(
  { binaries, dataDir, runAs }: Place,
  { port, socketDir, settings }: Listening,
  parentGone: AbortSignal,
): Promise<ChildProcess> {
  // At each start: a folder of an earlier version let in what comes over loopback.
  await writeFile(
    path.join(dataDir, 'pg_hba.conf'),
    socketDir === null
      ? 'host all all 127.0.0.1/32 scram-sha-256\n'
      : 'local all all scram-sha-256\n',
  );
  const all = Object.entries({
    listen_addresses: socketDir === null ? '127.0.0.1' : '',
    unix_socket_directories: socketDir === null ? '' : `"${socketDir}"`,
    unix_socket_permissions: '0700',
    ...settings,
  });
  const child = spawn(
    binaries.postgres,
    [
      '-D',
      dataDir,
      '-p',
      String(port),
      ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...runAs,
      cwd: '/',
      env: { ...process.env, LC_MESSAGES: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const stop = (): boolean => child.kill('SIGINT');
  parentGone.addEventListener('abort', stop);
  if (parentGone.aborted) stop();
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
