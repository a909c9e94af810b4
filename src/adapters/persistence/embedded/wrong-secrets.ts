import path from 'node:path';
import { DatabaseUnusableError } from '../database-unusable-error.ts';

export const isWrongPassword = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '28P01';

/** The password of the embedded PostgreSQL is kept beside it, and is not the one that it was made with. */
export const wrongSecrets = (dataDir: string): DatabaseUnusableError =>
  new DatabaseUnusableError(
    `${path.join(path.dirname(path.resolve(dataDir)), 'secrets.json')} does not belong to the database in ${path.resolve(dataDir)}, which refuses its password: put back the file that was made with it, from a backup.`,
  );
