import type { Knex } from 'knex';
import { migrations } from './src/adapters/persistence/knex/migrate.ts';

/**
 * For knex's own commands on an installed database (`npx knex migrate:status --knexfile knexfile.ts`); the
 * server migrates by itself at start.
 */
const config: Knex.Config = {
  client: 'pg',
  ...(process.env.DATABASE_URL === undefined ? {} : { connection: process.env.DATABASE_URL }),
  migrations,
};

export default config;
