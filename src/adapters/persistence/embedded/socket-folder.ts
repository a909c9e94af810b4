import { chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunAs } from './run-as.ts';

/** The system's limit for a socket's whole path; the smallest one (macOS), with its closing zero. */
const MAX_PATH_BYTES = 104;
const LONGEST_NAME = '/.s.PGSQL.65535.lock';

const fits = (folder: string): boolean =>
  Buffer.byteLength(folder + LONGEST_NAME) < MAX_PATH_BYTES && !folder.includes('"');

/**
 * An empty folder for PostgreSQL's socket, which only its account (and root) may enter: beside the data, or where that
 * path is too long for a socket, a new one among the temporary files. `former` is the one to use again after
 * a restart. Null on Windows, where node knows no such sockets.
 */
export async function freshSocketFolder(
  dataDir: string,
  runAs: RunAs | null,
  former: string | null,
): Promise<string | null> {
  if (process.platform === 'win32') return null;
  if (former !== null) {
    // Emptied and not made again: among the temporary files somebody else could be quicker.
    for (const name of await readdir(former)) await rm(path.join(former, name), { force: true });
    return former;
  }
  const folder = `${dataDir}-socket`;
  if (!fits(folder)) return owned(await temporary(), runAs);
  // What a crash left.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return owned(folder, runAs);
}

/** Its name cannot be foreseen, so that nobody makes it first. */
function temporary(): Promise<string> {
  const parent = [tmpdir(), '/tmp'].find((one) => fits(path.join(one, 'lea-XXXXXX')));
  if (parent === undefined) throw new Error('no folder has a path short enough for a socket.');
  return mkdtemp(path.join(parent, 'lea-'));
}

async function owned(folder: string, runAs: RunAs | null): Promise<string> {
  if (runAs !== null) await chown(folder, runAs.uid, runAs.gid);
  return folder;
}
