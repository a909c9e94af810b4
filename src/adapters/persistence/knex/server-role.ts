import { hkdfSync } from 'node:crypto';
import pg from 'pg';

export const SERVER_ROLE = 'lea_server';

/**
 * Makes the server's own login role: a NOINHERIT member of anon, authenticated and service_role, so that it
 * can do nothing before it switches. Its password follows from `AUTH_SECRET` (HKDF), so that every replica
 * has it without a file to share. Answers the connection string to work with.
 */
export async function ensureServerRole(ownerUrl: string, secret: string): Promise<string> {
  const password = Buffer.from(
    hkdfSync('sha256', secret, 'lea', 'database-server-role', 32),
  ).toString('base64url');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7305242)');
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [
      SERVER_ROLE,
    ]);
    const login = `login noinherit password ${client.escapeLiteral(password)}`;
    // A new role has no other attribute; an owner who is no superuser may not even name those of an old one.
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${SERVER_ROLE} ${login}`);
    const { rowCount: mighty } = await client.query(
      'select from pg_roles where rolname = $1 and (rolsuper or rolbypassrls or rolcreaterole)',
      [SERVER_ROLE],
    );
    if (mighty !== 0)
      throw new Error(
        `The role ${SERVER_ROLE} must be no superuser and bypass no row-level security.`,
      );
    await client.query(`grant anon, authenticated, service_role to ${SERVER_ROLE}`);
    await client.query(`alter role ${SERVER_ROLE} set search_path = public, extensions`);
    await client.query(
      `do $$ begin execute format('grant connect on database %I to ${SERVER_ROLE}', current_database()); end $$`,
    );
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = SERVER_ROLE;
  url.password = password;
  return url.toString();
}
