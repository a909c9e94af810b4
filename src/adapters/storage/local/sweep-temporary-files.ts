import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** No write takes this long; what is older was left by a crash. */
const ABANDONED_MS = 60 * 60 * 1000;

/** Removes what a crash left half-written: a customer's file there would outlive her erasure. */
export async function sweepTemporaryFiles(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_MS)
      await rm(path, { force: true });
  }
}
