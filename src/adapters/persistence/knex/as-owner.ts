import pg from 'pg';

/** Any number will do, as long as every Léa uses the same one. */
const SETUP_LOCK = 7_305_242;

/**
 * Works in a database as its owner, one process at a time: two that change one catalogue row at once (a role's,
 * a schema's rights) get an error from PostgreSQL. The lock ends with the connection.
 */
export async function asOwner<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [SETUP_LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}
