import path from 'node:path';
import { lockFile } from './file-lock.ts';
import { clusterOf } from './place.ts';

/** A predecessor that was told to stop lets its turns end. */
const WAIT_MS = 15_000;

export interface DataFolder {
  /** Whether a database has been made there. */
  readonly hasCluster: boolean;
  release(): void;
}

/** Where the embedded PostgreSQL of a DATA_DIR has its data, unless it cannot be reached there. */
export const postgresDir = (dataDir: string): string => path.resolve(dataDir, 'postgres');

/**
 * Takes a DATA_DIR for this process, so that secrets and cluster are made once.
 * @throws DatabaseUnusableError when another Léa goes on using it
 */
export async function claimDataFolder(dataDir: string, onWait?: () => void): Promise<DataFolder> {
  const folder = path.resolve(dataDir);
  const release = await lockFile(path.join(folder, 'lea.lock'), {
    waitMs: WAIT_MS,
    ...(onWait === undefined ? {} : { onWait }),
    refusal: `Another Léa is running on ${folder}: stop it first, or set another DATA_DIR.`,
  });
  return { hasCluster: clusterOf(postgresDir(dataDir)) !== null, release };
}
