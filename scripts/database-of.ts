/** The database that the settings name, running or brought up for the purpose. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import {
  installedBinaries,
  reachable,
  unprivilegedUser,
} from '../src/adapters/persistence/embedded/binaries.ts';
import {
  prepareDatabase,
  type PreparedDatabase,
} from '../src/adapters/persistence/prepare-database.ts';
import { keptSecrets } from '../src/adapters/system/kept-secrets.ts';
import type { Config } from '../src/config.ts';

export interface ScriptDatabase {
  readonly ownerUrl: string;
  readonly serverUrl: string;
  readonly erasureKey: string;
  /** Whether Léa is running on it. */
  readonly inUse: boolean;
  stop(): Promise<void>;
}

export async function databaseOf(config: Config): Promise<ScriptDatabase> {
  const progress = (): void => undefined;
  if (config.database.kind === 'url') {
    const { ownerUrl, authSecret, erasureKey } = config.database;
    const inUse = await isUsed(ownerUrl);
    return opened(
      await prepareDatabase({ ...config.database, authSecret }, progress),
      erasureKey,
      inUse,
    );
  }
  const secrets = await keptSecrets(config.dataDir, ['database', 'auth', 'erasure'] as const);
  const erasureKey = config.erasureKey ?? secrets.erasure;
  const running = await runningEmbedded(path.resolve(config.dataDir, 'postgres'), secrets.database);
  if (running !== null)
    return {
      ownerUrl: running,
      serverUrl: running,
      erasureKey,
      inUse: true,
      stop: async () => undefined,
    };
  const choice = {
    kind: 'embedded',
    dataDir: config.dataDir,
    password: secrets.database,
    authSecret: config.authSecret ?? secrets.auth,
  } as const;
  return opened(await prepareDatabase(choice, progress), erasureKey, false);
}

const opened = (
  database: PreparedDatabase,
  erasureKey: string,
  inUse: boolean,
): ScriptDatabase => ({ ...database, erasureKey, inUse });

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

/** The URL of an embedded PostgreSQL that a running Léa holds, if any: its port is in the pid file. */
export async function runningEmbedded(dataDir: string, password: string): Promise<string | null> {
  const place = await reachable(await installedBinaries(), dataDir, unprivilegedUser());
  const port = Number(
    (await readFile(path.join(place.dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split(
      '\n',
    )[3],
  );
  if (!port) return null;
  const url = `postgres://lea:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return url;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
