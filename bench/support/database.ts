import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/adapters/persistence/embedded/embedded-postgres.ts';
import { installJobs } from '../../src/adapters/persistence/knex/job-runner.ts';
import { migrate } from '../../src/adapters/persistence/knex/migrate.ts';
import { cpuMs, parentOf } from './cpu.ts';
import { ensureServerRole } from '../../src/adapters/persistence/knex/server-role.ts';
import { scratchFolder } from '../../tests/support/scratch-folder.ts';

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
  /** Processor time of all its processes so far; null where the system does not tell. */
  cpuMs(): number | null;
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

/** The statements that took PostgreSQL most of its time, by its own statistics. */
async function tellWhatCost(client: pg.Client, database: string): Promise<void> {
  const { rows } = await client.query<{ calls: number; ms: number; each: number; query: string }>(
    `select calls::int, round(total_exec_time)::int as ms, round(mean_exec_time::numeric, 3)::float as each, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as query
     from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = $1 order by total_exec_time desc limit 25`,
    [database],
  );
  console.table(rows);
  await client.query('select pg_stat_statements_reset()');
}

/** The embedded PostgreSQL as `npm start` runs it: durable, with its own settings. */
export async function startPostgres(profile: boolean): Promise<BenchPostgres> {
  const folder = scratchFolder('bench');
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    password: 'bench',
    ...(profile
      ? {
          settings: {
            shared_preload_libraries: 'pg_stat_statements',
            'pg_stat_statements.track': 'all',
          },
        }
      : {}),
  });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const template = named(postgres.url, TEMPLATE);
    const { version, pid } = await asOwner(postgres.url, async (client) => {
      await client.query(`create database ${TEMPLATE}`);
      if (profile) await client.query('create extension pg_stat_statements');
      const { rows } = await client.query<{ version: string; backend: number }>(
        `select current_setting('server_version') as version, pg_backend_pid() as backend`,
      );
      return { version: rows[0]!.version, pid: parentOf(rows[0]!.backend) };
    });
    await migrate(template);
    await installJobs(template);
    let serial = 0;
    return {
      version,
      cpuMs: () => cpuMs(pid),
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
            asOwner(postgres.url, async (client) => {
              if (profile) await tellWhatCost(client, name);
              await client.query(`drop database ${name} with (force)`);
            }),
        };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
