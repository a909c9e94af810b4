import type { KeyedHash } from '../../ports/keyed-hash.ts';
import { checkDatabase } from './check-database.ts';
import { postgresDir } from './embedded/data-folder.ts';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { isWrongPassword, wrongSecrets } from './embedded/wrong-secrets.ts';
import { holdErasureKey } from './knex/erasure-key.ts';
import { installJobs } from './knex/job-runner.ts';
import { migrate } from './knex/migrate.ts';
import { admitServerRole, ensureServerRole } from './knex/server-role.ts';

export interface PreparedDatabase {
  /** The owner's URL: migrations, seed, backups. */
  readonly ownerUrl: string;
  /** The limited role's URL: everything else. */
  readonly serverUrl: string;
  stop(): Promise<void>;
}

export type DatabaseChoice = {
  readonly authSecret: string;
  /** By ERASURE_KEY. */
  readonly hash: KeyedHash;
} & (
  | {
      readonly kind: 'embedded';
      /** Claimed by the caller. */
      readonly dataDir: string;
      readonly password: string;
      /** Told each time that the embedded PostgreSQL went down by itself; it comes up again. */
      readonly onLoss?: () => void;
    }
  | { readonly kind: 'url'; readonly ownerUrl: string; readonly appUrl: string | null }
);

/** Brings up the database where it is ours, and its newest schema and server role everywhere. */
export async function prepareDatabase(
  choice: DatabaseChoice,
  progress: (step: string) => void,
): Promise<PreparedDatabase> {
  if (choice.kind === 'embedded') progress('PostgreSQL');
  const embedded =
    choice.kind === 'embedded'
      ? await startEmbeddedPostgres({ ...choice, dataDir: postgresDir(choice.dataDir) })
      : null;
  const stop = async (): Promise<void> => embedded?.stop();
  try {
    const ownerUrl = choice.kind === 'url' ? choice.ownerUrl : embedded!.url;
    if (choice.kind === 'url') await checkDatabase('DATABASE_URL', choice.ownerUrl);
    progress('migrations');
    await migrate(ownerUrl);
    await holdErasureKey(ownerUrl, choice.hash);
    await installJobs(ownerUrl);
    const given = choice.kind === 'url' ? choice.appUrl : null;
    if (given !== null) {
      await checkDatabase('APP_DATABASE_URL', given);
      await admitServerRole(ownerUrl, given);
    }
    const serverUrl = given ?? (await ensureServerRole(ownerUrl, choice.authSecret));
    return { ownerUrl, serverUrl, stop };
  } catch (error) {
    await stop();
    if (choice.kind === 'embedded' && isWrongPassword(error))
      throw wrongSecrets(postgresDir(choice.dataDir));
    throw error;
  }
}
