import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnusableError } from '../database-unusable-error.ts';

const AGAIN_MS = 100;
const SQLITE_BUSY = 5;

export interface LockOptions {
  /** How long to wait for who has it, in milliseconds. */
  readonly waitMs: number;
  /** Called once when it has to be waited for. */
  readonly onWait?: () => void;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
  /** The sentence for who waited in vain. */
  readonly refusal: string;
}

/**
 * Holds `file` for this process alone until the answered function is called or the process ends, however it ends:
 * the lock is the operating system's, taken through SQLite, as node has none of its own. Nothing is ever stale.
 * @throws DatabaseUnusableError with `refusal`, or why the folder cannot be used
 */
export async function lockFile(file: string, options: LockOptions): Promise<() => void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    // Whoever may read it may lock it; and closing it would let go of what this process holds already.
    if (!existsSync(file)) await (await open(file, 'a', 0o600)).close();
    const until = performance.now() + options.waitMs;
    for (let waits = false; ; waits = true) {
      const release = attempt(file);
      if (release !== null) return release;
      if (performance.now() >= until) throw new DatabaseUnusableError(options.refusal);
      if (!waits) options.onWait?.();
      await sleep(AGAIN_MS, undefined, { signal: options.signal });
    }
  } catch (error) {
    if (error instanceof DatabaseUnusableError) throw error;
    throw new DatabaseUnusableError(
      `${path.dirname(file)} cannot be used for Léa's data: ${(error as Error).message}.`,
    );
  }
}

function attempt(file: string): (() => void) | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = memory; begin exclusive');
    return () => {
      if (database.isOpen) database.close();
    };
  } catch (error) {
    database.close();
    if ((error as { readonly errcode?: unknown }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
}
