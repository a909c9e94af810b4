/** The database that the settings name, running or brought up for the purpose. */
import pg from 'pg';
import { claimDataFolder, postgresDir } from '../src/adapters/persistence/embedded/data-folder.ts';
import { runningCluster } from '../src/adapters/persistence/embedded/running-cluster.ts';
import {
  prepareDatabase,
  type PreparedDatabase,
} from '../src/adapters/persistence/prepare-database.ts';
import { HmacKeyedHash } from '../src/adapters/system/hmac-keyed-hash.ts';
import { keptSecrets, readSecrets } from '../src/composition/kept-secrets.ts';
import type { Config } from '../src/composition/config.ts';
import type { KeyedHash } from '../src/ports/keyed-hash.ts';

export interface ScriptDatabase {
  readonly ownerUrl: string;
  readonly serverUrl: string;
  /** By ERASURE_KEY. */
  readonly hash: KeyedHash;
  /** Whether Léa is running on it. */
  readonly inUse: boolean;
  stop(): Promise<void>;
}

export async function databaseOf(config: Config): Promise<ScriptDatabase> {
  const progress = (): void => undefined;
  if (config.database.kind === 'url') {
    const { ownerUrl, erasureKey } = config.database;
    const inUse = await isUsed(ownerUrl);
    const hash = new HmacKeyedHash(erasureKey);
    return opened(await prepareDatabase({ ...config.database, hash }, progress), hash, inUse);
  }
  const running = await runningEmbedded(config);
  if (running !== null) return running;
  const { dataDir, authSecret, erasureKey } = config;
  const folder = await claimDataFolder(dataDir);
  try {
    const given = { auth: authSecret, erasure: erasureKey };
    const secrets = await keptSecrets(dataDir, { given, hasCluster: folder.hasCluster });
    const hash = new HmacKeyedHash(secrets.erasure);
    const database = await prepareDatabase(
      {
        kind: 'embedded',
        dataDir,
        password: secrets.database,
        authSecret: secrets.auth,
        hash,
      },
      progress,
    );
    const stop = (): Promise<void> => database.stop().finally(() => folder.release());
    return opened({ ...database, stop }, hash, false);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function runningEmbedded(config: Config): Promise<ScriptDatabase | null> {
  const secrets = await readSecrets(config.dataDir);
  const erasureKey = config.erasureKey ?? secrets?.erasure;
  if (secrets?.database === undefined || erasureKey === undefined) return null;
  const url = await runningCluster(postgresDir(config.dataDir), secrets.database);
  if (url === null) return null;
  const running = { ownerUrl: url, serverUrl: url, stop: async () => undefined };
  return opened(running, new HmacKeyedHash(erasureKey), true);
}

const opened = (database: PreparedDatabase, hash: KeyedHash, inUse: boolean): ScriptDatabase => ({
  ...database,
  hash,
  inUse,
});

/** Léa's connections say who they are. */
async function isUsed(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and application_name in ('lea', 'lea-jobs', 'lea-listen', 'lea-live')`,
    );
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}
