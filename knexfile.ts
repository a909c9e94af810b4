import type { Knex } from 'knex';

/** For knex's own tools; the server migrates by itself at start (src/adapters/persistence/knex/migrate.ts). */
const config: Knex.Config = {
  client: 'pg',
  ...(process.env.DATABASE_URL === undefined ? {} : { connection: process.env.DATABASE_URL }),
  migrations: { tableName: 'migrations', schemaName: 'lea' },
};

export default config;
