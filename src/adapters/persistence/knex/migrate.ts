import { readdir, readFile } from 'node:fs/promises';
import knexFactory, { type Knex } from 'knex';

const FOLDER = new URL('../../../../migrations/', import.meta.url);
/** Any number will do, as long as every Léa uses the same one. */
const MIGRATION_LOCK = 7_305_241;

/** Reads `migrations/*.sql` in order; knex's own loader cannot import TypeScript under ESM. */
class SqlMigrations implements Knex.MigrationSource<string> {
  async getMigrations(): Promise<string[]> {
    return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  }

  getMigrationName(name: string): string {
    return name;
  }

  async getMigration(name: string): Promise<Knex.Migration> {
    const sql = await readFile(new URL(name, FOLDER), 'utf8');
    return {
      up: (trx) => apply(trx, name, sql),
      down: () =>
        Promise.reject(
          new Error(
            `Migration ${name} cannot be taken back: migrations only go forward. Restore a backup, or write a new one.`,
          ),
        ),
    };
  }
}

/** The operator reads which migration failed and why, not the whole of it. */
async function apply(trx: Knex, name: string, sql: string): Promise<void> {
  try {
    await trx.raw(sql.replaceAll('?', '\\?'));
  } catch (error) {
    const why =
      error instanceof Error ? error.message.slice(error.message.lastIndexOf(' - ') + 3) : '';
    throw new Error(`Migration ${name} failed: ${why}`, { cause: error });
  }
}

/** Where the migrations are and how they are remembered: for the server, and for knex's own commands. */
export const migrations: Knex.MigratorConfig = {
  migrationSource: new SqlMigrations(),
  tableName: 'migrations',
  schemaName: 'lea',
};

const nothing = (): void => undefined;

/**
 * Brings the database to the newest schema. Several processes may call it at once: an advisory lock, which a
 * crash releases, lets one work while the others wait. Answers the names of what was applied.
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const db = knexFactory({
    client: 'pg',
    connection: ownerUrl,
    pool: { min: 1, max: 1 },
    log: { warn: nothing, error: nothing, deprecate: nothing, debug: nothing },
  });
  try {
    await db.raw('select pg_advisory_lock(?)', [MIGRATION_LOCK]);
    // An owner named like one of our schemas would otherwise create its tables there.
    await db.raw('set search_path = public');
    await db.raw('create schema if not exists lea');
    // The advisory lock is the real one; knex's own, a row, outlives a crash and is freed here.
    await db.migrate.currentVersion(migrations);
    await db.migrate.forceFreeMigrationsLock(migrations);
    const [, applied] = (await db.migrate.latest(migrations)) as [number, string[]];
    return applied;
  } finally {
    await db.destroy();
  }
}
