import pg from 'pg';
import { DatabaseUnusableError } from './database-unusable-error.ts';

const TIMEOUT_MS = 10_000;
const OLDEST = 150_000;

/**
 * Connects once, as `variable` says.
 * @throws DatabaseUnusableError naming the variable
 */
export async function checkDatabase(variable: string, url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string; number: number }>(
      `select current_setting('server_version') as name, current_setting('server_version_num')::int as number`,
    );
    if (rows[0]!.number < OLDEST)
      throw new DatabaseUnusableError(
        `${variable} leads to PostgreSQL ${rows[0]!.name}: 15 or newer is needed.`,
      );
  } catch (error) {
    if (error instanceof DatabaseUnusableError) throw error;
    throw new DatabaseUnusableError(
      `${variable}: the database cannot be reached (${(error as Error).message}).`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
