import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Place } from './place.ts';

export interface Superuser {
  readonly user: string;
  readonly password: string;
}

/**
 * Makes a cluster where there is none: aside, and put in its place when it is whole, whatever ends it half-way.
 */
export async function initialise(
  { binaries, dataDir, runAs }: Place,
  { user, password }: Superuser,
  signal: AbortSignal,
): Promise<void> {
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  const prefix = `${path.basename(dataDir)}-initdb-`;
  const parent = path.dirname(dataDir);
  await mkdir(parent, { recursive: true });
  // What interrupted first starts left.
  for (const name of await readdir(parent))
    if (name.startsWith(prefix)) await rm(path.join(parent, name), GONE);
  const scratch = await mkdtemp(path.join(parent, prefix));
  const data = path.join(scratch, 'data');
  const passwordFile = path.join(scratch, 'password');
  try {
    await mkdir(data, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (runAs !== null)
      for (const one of [scratch, data, passwordFile]) await chown(one, runAs.uid, runAs.gid);
    await run(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        '--auth=scram-sha-256',
        `--username=${user}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ],
      { ...runAs, cwd: '/', signal },
    );
    await rm(dataDir, GONE);
    await rename(data, dataDir);
  } finally {
    await rm(scratch, GONE);
  }
}

const GONE = { recursive: true, force: true, maxRetries: 5 };

async function run(
  initdb: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly signal: AbortSignal },
): Promise<void> {
  const child = spawn(initdb, words, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  if (code !== 0) throw new Error(`initdb failed: ${complaint.trim()}`);
}
