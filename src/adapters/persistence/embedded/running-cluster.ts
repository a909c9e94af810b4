import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { clusterUrl } from './cluster-url.ts';
import { clusterOf } from './place.ts';
import { isWrongPassword, wrongSecrets } from './wrong-secrets.ts';

const TIMEOUT_MS = 2_000;

/**
 * The owner's URL of an embedded PostgreSQL that a running Léa holds, by what its pid file says; null when none
 * answers.
 * @throws DatabaseUnusableError when it answers, but not to this password
 */
export async function runningCluster(dataDir: string, password: string): Promise<string | null> {
  const cluster = clusterOf(dataDir);
  if (cluster === null) return null;
  const lines = (
    await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  ).split('\n');
  const port = Number(lines[3]);
  if (!port) return null;
  const url = clusterUrl({ password, port, socketDir: lines[4] || null });
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS });
  try {
    await client.connect();
    return url;
  } catch (error) {
    if (isWrongPassword(error)) throw wrongSecrets(dataDir);
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
