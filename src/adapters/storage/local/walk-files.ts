import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** True for "no such file or folder". */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** What a reading gave, or `otherwise` when there was nothing to read. */
export async function orWhenAbsent<T, U>(reading: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await reading;
  } catch (error) {
    if (isAbsent(error)) return otherwise;
    throw error;
  }
}

/**
 * Paths of the files below `root` that may begin with `prefix`, relative and with `/`. Folder by folder, so
 * that one which is deleted meanwhile costs its own files only; hidden ones are passed over.
 */
export async function walkFiles(root: string, prefix: string, folder = ''): Promise<string[]> {
  const entries = await orWhenAbsent(readdir(join(root, folder), { withFileTypes: true }), []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isFile() && path.startsWith(prefix)) found.push(path);
    const below = `${path}/`;
    if (entry.isDirectory() && (below.startsWith(prefix) || prefix.startsWith(below)))
      found.push(...(await walkFiles(root, prefix, path)));
  }
  return found;
}
