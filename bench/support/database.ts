import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/adapters/persistence/embedded/embedded-postgres.ts';
import { installJobs } from '../../src/adapters/persistence/knex/job-runner.ts';
import { migrate } from '../../src/adapters/persistence/knex/migrate.ts';
import { ensureServerRole } from '../../src/adapters/persistence/knex/server-role.ts';

export const AUTH_SECRET = 'bench-secret-of-at-least-32-characters';
const TEMPLATE = 'lea_bench_template';

export interface BenchDatabase {
  readonly ownerUrl: string;
  /** As the limited role that the server works as. */
  readonly serverUrl: string;
  drop(): Promise<void>;
}

export interface BenchPostgres {
  readonly version: string;
  /** A migrated database of its own for one measurement. */
  create(): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

const named = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
};

export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c search_path=public,extensions',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The embedded PostgreSQL as `npm start` runs it: durable, with its own settings. */
export async function startPostgres(): Promise<BenchPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lea-bench-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    password: 'bench',
  });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const template = named(postgres.url, TEMPLATE);
    const version = await asOwner(postgres.url, async (client) => {
      await client.query(`create database ${TEMPLATE}`);
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return rows[0]!.server_version;
    });
    await migrate(template);
    await installJobs(template);
    let serial = 0;
    return {
      version,
      create: async () => {
        const name = `lea_bench_${(serial += 1)}`;
        await asOwner(postgres.url, (client) =>
          client.query(`create database ${name} template ${TEMPLATE}`),
        );
        const ownerUrl = named(postgres.url, name);
        return {
          ownerUrl,
          serverUrl: await ensureServerRole(ownerUrl, AUTH_SECRET),
          drop: () =>
            asOwner(
              postgres.url,
              async (client) => void (await client.query(`drop database ${name} with (force)`)),
            ),
        };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
