import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { MediaStore } from '../../../ports/media-store.ts';
import { checkKey, checkPrefix, LIST_LIMIT } from '../media-key.ts';
import { decodeMediaFile, encodeMediaFile } from './media-file.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { isAbsent, orWhenAbsent, walkFiles } from './walk-files.ts';

/** No key contains `@`, so that `a` and `a/b` may both exist, as in an object store. */
const SUFFIX = '@media';
/** Begins with a dot, which no key does. */
const TEMPORARY = '.tmp';
/** How folders were made when nobody had thought of it. */
const MADE_BEFORE = 0o755;

/** Files in a directory, for one machine or a shared volume. */
export class LocalMediaStore implements MediaStore {
  readonly #directory: string;
  #prepared: Promise<void> | undefined;

  constructor(options: { readonly directory: string }) {
    this.#directory = resolve(options.directory);
  }

  /** Written aside, then renamed: a reader sees the old file or the new one, never half of it. */
  async put(key: string, bytes: Uint8Array, mimeType: string): Promise<void> {
    const target = this.#path(key);
    const temporaryDirectory = join(this.#directory, TEMPORARY);
    this.#prepared ??= this.#prepare(temporaryDirectory);
    await this.#prepared;
    await mkdir(temporaryDirectory, { recursive: true });
    const temporary = join(temporaryDirectory, randomUUID());
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(encodeMediaFile(bytes, mimeType));
        await file.sync();
      } finally {
        await file.close();
      }
      await renameInto(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async get(
    key: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly mimeType: string } | null> {
    const file = await orWhenAbsent(readFile(this.#path(key)), null);
    return file === null ? null : decodeMediaFile(file);
  }

  /** Takes empty folders along: their names may hold the id of somebody who was erased. */
  async delete(key: string): Promise<void> {
    const path = this.#path(key);
    await rm(path, { force: true });
    for (
      let folder = dirname(path);
      folder.length > this.#directory.length;
      folder = dirname(folder)
    ) {
      try {
        await rmdir(folder);
      } catch {
        return;
      }
    }
  }

  async list(prefix: string): Promise<readonly string[]> {
    checkPrefix(prefix);
    const paths = await walkFiles(this.#directory, prefix);
    return paths
      .filter((path) => path.endsWith(SUFFIX))
      .map((path) => path.slice(0, -SUFFIX.length))
      .filter((key) => key.startsWith(prefix))
      .sort()
      .slice(0, LIST_LIMIT);
  }

  async #prepare(temporaryDirectory: string): Promise<void> {
    try {
      await makePrivate(this.#directory);
      await sweepTemporaryFiles(temporaryDirectory);
    } catch (error) {
      // A disk that is full now has room later.
      this.#prepared = undefined;
      throw error;
    }
  }

  #path(key: string): string {
    checkKey(key);
    return join(this.#directory, `${key}${SUFFIX}`);
  }
}

/** Customers' photos and voices are no other account's business; what an operator set up otherwise stays. */
async function makePrivate(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (((await stat(directory)).mode & 0o777) === MADE_BEFORE) await chmod(directory, 0o700);
}

/** A delete of the last neighbour may take the folder away between the two steps; then once more. */
async function renameInto(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await mkdir(dirname(to), { recursive: true });
      return await rename(from, to);
    } catch (error) {
      if (!isAbsent(error) || attempt === 10) throw error;
    }
  }
}
