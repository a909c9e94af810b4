import { chown, mkdir, rm } from 'node:fs/promises';
import type { RunAs } from './binaries.ts';

/** The system's limit for a socket's whole path; the smallest one (macOS), with its closing zero. */
const MAX_PATH_BYTES = 104;
const LONGEST_NAME = '/.s.PGSQL.65535.lock';

/**
 * An empty folder beside the data for PostgreSQL's socket, which only its user (and root) may enter. A query costs
 * a fifth to a quarter less processor time over it than over loopback TCP. Null where there is none: Windows, or a path
 * that is too long.
 */
export async function freshSocketFolder(
  dataDir: string,
  runAs: RunAs | null,
): Promise<string | null> {
  const folder = `${dataDir}-socket`;
  if (process.platform === 'win32') return null;
  if (Buffer.byteLength(folder + LONGEST_NAME) >= MAX_PATH_BYTES || folder.includes('"'))
    return null;
  // What a crash left.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (runAs !== null) await chown(folder, runAs.uid, runAs.gid);
  return folder;
}
