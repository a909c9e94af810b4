import { createHash, hkdfSync } from 'node:crypto';
import pg from 'pg';
import { asOwner } from './as-owner.ts';

/** PostgreSQL cuts longer names off. */
const MAX_NAME_BYTES = 63;

/**
 * The server's login in a database. Roles are the whole cluster's, so each database has one of its own: two
 * installations beside each other never set each other's password.
 */
export function serverRoleOf(database: string): string {
  const name = `lea_server_${database}`;
  return Buffer.byteLength(name) <= MAX_NAME_BYTES
    ? name
    : `lea_server_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
}

/**
 * Makes the server's own login role: a NOINHERIT member of anon, authenticated and service_role, so that it
 * can do nothing before it switches. Its password follows from `AUTH_SECRET` (HKDF), so that every replica
 * has it without a file to share. Answers the connection string to work with.
 */
export async function ensureServerRole(ownerUrl: string, secret: string): Promise<string> {
  const password = Buffer.from(
    hkdfSync('sha256', secret, 'lea', 'database-server-role', 32),
  ).toString('base64url');
  const role = await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const name = serverRoleOf(rows[0]!.name);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
    // A new role has no other attribute; an owner who is no superuser may not even name those of an old one.
    await client.query(
      `${rowCount === 0 ? 'create' : 'alter'} role ${client.escapeIdentifier(name)} login noinherit password ${client.escapeLiteral(password)}`,
    );
    await refuseMighty(client, name);
    await grantServer(client, name);
    await findExtensions(client, name);
    return name;
  });
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = password;
  return url.toString();
}

/**
 * Gives a login that was made by hand what the server needs and refuses one that row-level security does not
 * bind. It is asked for its name: with a pooler in between, the URL may name it otherwise.
 */
export async function admitServerRole(ownerUrl: string, appUrl: string): Promise<void> {
  const app = new pg.Client({ connectionString: appUrl });
  await app.connect();
  const answer = await app
    .query<{ name: string; finds: boolean }>(
      `select session_user as name, current_setting('search_path') like '%extensions%' as finds`,
    )
    .catch(async (error: unknown) => {
      await app.end();
      throw error;
    });
  await app.end();
  const { name, finds } = answer.rows[0]!;
  await asOwner(ownerUrl, async (client) => {
    await refuseMighty(client, name);
    try {
      await grantServer(client, name);
      if (!finds) await findExtensions(client, name);
    } catch (error) {
      throw new Error(
        `The owner of DATABASE_URL may not set up the role of APP_DATABASE_URL; as an administrator: grant anon, authenticated, service_role to ${name}; alter role ${name} set search_path = public, extensions.`,
        { cause: error },
      );
    }
  });
}

async function refuseMighty(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_roles where rolname = $1 and (rolsuper or rolbypassrls or rolcreaterole or rolname = current_user)`,
    [role],
  );
  if (rowCount !== 0)
    throw new Error(
      `The server's database role ${role} must be no superuser, create no roles, own nothing and bypass no row-level security.`,
    );
}

/** Memberships, and sign-in's tables, which are the server's own. What is there already is not granted again. */
async function grantServer(client: pg.Client, role: string): Promise<void> {
  const name = client.escapeIdentifier(role);
  const { rows } = await client.query<{ missing: string }>(
    `select rolname as missing from unnest('{anon,authenticated,service_role}'::text[]) rolname
     where not pg_has_role($1, rolname, 'member')`,
    [role],
  );
  if (rows.length > 0)
    await client.query(`grant ${rows.map(({ missing }) => missing).join(', ')} to ${name}`);
  await client.query(
    `grant usage on schema lea_auth to ${name};
     grant select, insert, update, delete on all tables in schema lea_auth to ${name}`,
  );
  await client.query(`grant connect on database ${await databaseOf(client)} to ${name}`);
}

/** Typo search compares with operators of pg_trgm, which lives in `extensions`. */
async function findExtensions(client: pg.Client, role: string): Promise<void> {
  await client.query(
    `alter role ${client.escapeIdentifier(role)} in database ${await databaseOf(client)} set search_path = public, extensions`,
  );
}

/** Quoted. */
async function databaseOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select quote_ident(current_database()) as name',
  );
  return rows[0]!.name;
}
