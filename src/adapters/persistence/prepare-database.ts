import path from 'node:path';
import { checkDatabase } from './check-database.ts';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { installJobs } from './knex/job-runner.ts';
import { migrate } from './knex/migrate.ts';
import { admitServerRole, ensureServerRole } from './knex/server-role.ts';

export interface PreparedDatabase {
  /** The owner's URL: migrations, seed, backups. */
  readonly ownerUrl: string;
  /** The limited role's URL: everything else. */
  readonly serverUrl: string;
  readonly embeddedPort: number | null;
  stop(): Promise<void>;
}

export type DatabaseChoice =
  | {
      readonly kind: 'embedded';
      readonly dataDir: string;
      readonly password: string;
      readonly authSecret: string;
    }
  | {
      readonly kind: 'url';
      readonly ownerUrl: string;
      readonly appUrl: string | null;
      readonly authSecret: string;
    };

/** Brings up the database where it is ours, and its newest schema and server role everywhere. */
export async function prepareDatabase(
  choice: DatabaseChoice,
  progress: (step: string) => void,
): Promise<PreparedDatabase> {
  if (choice.kind === 'embedded') progress('PostgreSQL');
  const embedded =
    choice.kind === 'embedded'
      ? await startEmbeddedPostgres({
          dataDir: path.resolve(choice.dataDir, 'postgres'),
          password: choice.password,
        })
      : null;
  const stop = async (): Promise<void> => embedded?.stop();
  try {
    const ownerUrl = choice.kind === 'url' ? choice.ownerUrl : embedded!.url;
    if (choice.kind === 'url') await checkDatabase('DATABASE_URL', choice.ownerUrl);
    progress('migrations');
    await migrate(ownerUrl);
    await installJobs(ownerUrl);
    const given = choice.kind === 'url' ? choice.appUrl : null;
    if (given !== null) {
      await checkDatabase('APP_DATABASE_URL', given);
      await admitServerRole(ownerUrl, given);
    }
    const serverUrl = given ?? (await ensureServerRole(ownerUrl, choice.authSecret));
    return { ownerUrl, serverUrl, embeddedPort: embedded?.port ?? null, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
