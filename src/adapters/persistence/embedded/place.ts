import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, lchown, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresBinaries } from './binaries.ts';
import type { RunAs } from './run-as.ts';

const SYSTEM_DIR = '/var/lib/lea';

export interface Place {
  readonly binaries: PostgresBinaries;
  readonly dataDir: string;
  /** Null: as who runs Léa. */
  readonly runAs: RunAs | null;
}

/** Where the cluster of `dataDir` lies; null when none has been made. */
export const clusterOf = (dataDir: string): string | null =>
  [dataDir, elsewhere(dataDir)].find((one) => existsSync(path.join(one, 'PG_VERSION'))) ?? null;

const elsewhere = (dataDir: string): string =>
  path.join(
    SYSTEM_DIR,
    createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16),
  );

/**
 * As root, a checkout below a private folder (such as /root or a fresh temporary folder) cannot be entered
 * by the account that PostgreSQL runs as: binaries and data then live below /var/lib/lea. A cluster that is there
 * stays where it is.
 */
export async function placeFor(
  dataDir: string,
  installed: PostgresBinaries,
  account: RunAs | null,
): Promise<Place> {
  if (account === null) return { binaries: installed, dataDir, runAs: null };
  const cluster = clusterOf(dataDir);
  let runAs = account;
  if (cluster !== null && !(await canEnter(path.dirname(cluster), account))) {
    const { uid, gid } = await stat(cluster);
    runAs = { uid, gid };
  }
  const binaries = (await canEnter(path.dirname(installed.postgres), runAs))
    ? installed
    : await copied(installed);
  const reachable = await canEnter(path.dirname(path.resolve(dataDir)), runAs);
  return { binaries, dataDir: cluster ?? (reachable ? dataDir : elsewhere(dataDir)), runAs };
}

async function canEnter(dir: string, { uid }: RunAs): Promise<boolean> {
  for (let at = path.resolve(dir); at !== path.dirname(at); at = path.dirname(at)) {
    if (!existsSync(at)) continue;
    const found = await stat(at);
    if ((found.mode & 0o001) === 0 && found.uid !== uid) return false;
  }
  return true;
}

async function copied({ postgres }: PostgresBinaries): Promise<PostgresBinaries> {
  const nativeDir = path.resolve(path.dirname(postgres), '..');
  const stamp = createHash('sha256')
    .update(String((await stat(postgres)).size))
    .digest('hex')
    .slice(0, 12);
  const target = path.join(SYSTEM_DIR, `postgres-${stamp}`);
  if (!existsSync(path.join(target, 'complete'))) {
    await mkdir(SYSTEM_DIR, { recursive: true, mode: 0o755 });
    await cp(nativeDir, target, { recursive: true, force: true, verbatimSymlinks: true });
    await mkdir(path.join(target, 'complete'), { recursive: true });
  }
  return {
    initdb: path.join(target, 'bin', 'initdb'),
    postgres: path.join(target, 'bin', 'postgres'),
  };
}

/** Hands a cluster over that another account made: an earlier version's, or a container's before this one. */
export async function own(dataDir: string, { uid, gid }: RunAs): Promise<void> {
  if ((await stat(dataDir)).uid === uid) return;
  for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true }))
    await lchown(path.join(entry.parentPath, entry.name), uid, gid);
  // Last, so that a start that was cut off begins again.
  await lchown(dataDir, uid, gid);
}
