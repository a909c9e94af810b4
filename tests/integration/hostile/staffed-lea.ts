import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { TABLES as SHOWN_TABLES } from '../../../src/ports/shown-tables.ts';
import { SERVICE_KEY, startRealLea, type RealLea } from '../../support/running-lea.ts';

export const ROLES = ['anonymous', 'support', 'product_editor', 'admin', 'service'] as const;
export type Role = (typeof ROLES)[number];
type StaffRole = 'support' | 'product_editor' | 'admin';

export interface StaffedLea extends RealLea {
  readonly owner: pg.Pool;
  /** Headers of somebody with the role, from an address of its own. */
  headersOf(role: Role): Readonly<Record<string, string>>;
  /** Ids of rows of every kind that are there now. */
  ids(): readonly string[];
  /** What may have been undone: accounts, roles, sessions; and the ids. */
  refresh(): Promise<void>;
}

const PASSWORD = 'un mot de passe de test';
const TABLES = [...SHOWN_TABLES, 'campaigns'];
let address = 0;
/** Every request from another one: a limit per address is no hiding place for a fault. */
export const nextAddress = (): string => {
  address += 1;
  return `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`;
};

/** Léa with a demo shop, every page and function mounted, and one account for each role. */
export async function startStaffedLea(
  environment: Readonly<Record<string, string>> = {},
): Promise<StaffedLea> {
  const lea = await startRealLea({
    NODE_ENV: 'development',
    MESSAGING: 'fake',
    LLM: 'stub',
    NOTIFIERS: 'log',
    SMTP_URL: '',
    TRUST_PROXY: '1',
    ADMIN_PASSWORD: PASSWORD,
    METRICS_TOKEN: 'metrics-token-of-the-tests',
    // Where a failure came from is only in the log.
    LOG_LEVEL: 'error',
    ...environment,
  });
  const owner = new pg.Pool({ connectionString: lea.database.ownerUrl, max: 2 });
  const accounts: Record<StaffRole, { id: string; email: string }> = {
    admin: await firstAdmin(owner),
    support: await account(owner, 'support'),
    product_editor: await account(owner, 'product_editor'),
  };
  const tokens = new Map<string, string>();
  let known: readonly string[] = [];

  const refresh = async (): Promise<void> => {
    for (const [role, { id, email }] of Object.entries(accounts)) {
      await owner.query(
        `insert into users (id, name, role) values ($1, $2, $2) on conflict (id) do update set role = excluded.role, disabled_at = null`,
        [id, role],
      );
      await owner.query(
        `update lea_auth."user" set email = $2, "twoFactorRequired" = false, "twoFactorEnabled" = false where id = $1`,
        [id, email],
      );
      await owner.query(`truncate lea_auth."rateLimit", lea_auth."accountAttempt"`);
      tokens.set(role, await signIn(lea.url, email));
    }
    const all = await Promise.all(
      TABLES.map((table) =>
        owner.query<{ id: string }>(
          `select id from ${table} where id <> all($1) order by random() limit 12`,
          [Object.values(accounts).map(({ id }) => id)],
        ),
      ),
    );
    known = all.flatMap(({ rows }) => rows.map(({ id }) => id));
  };
  await refresh();
  return {
    ...lea,
    owner,
    refresh,
    ids: () => known,
    headersOf: (role) => {
      const from = { 'x-forwarded-for': nextAddress() };
      if (role === 'anonymous') return from;
      const token = role === 'service' ? SERVICE_KEY : tokens.get(role)!;
      return { ...from, authorization: `Bearer ${token}` };
    },
    stop: async () => {
      await owner.end();
      await lea.stop();
    },
  };
}

async function firstAdmin(owner: pg.Pool): Promise<{ id: string; email: string }> {
  const { rows } = await owner.query<{ id: string; email: string }>(
    `select id, email from lea_auth."user" limit 1`,
  );
  return rows[0]!;
}

/** With the first admin's password. */
async function account(owner: pg.Pool, role: StaffRole): Promise<{ id: string; email: string }> {
  const id = randomUUID();
  const email = `${role.replace('_', '-')}@lea.local`;
  await owner.query('insert into users (id, name, role) values ($1, $2, $2)', [id, role]);
  await owner.query(
    `insert into lea_auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)`,
    [id, role, email],
  );
  await owner.query(
    `insert into lea_auth.account ("accountId", "providerId", "userId", password, "updatedAt")
     select $1::text, "providerId", $1::uuid, password, now() from lea_auth.account limit 1`,
    [id],
  );
  return { id, email };
}

async function signIn(url: string, email: string): Promise<string> {
  const from = { 'x-forwarded-for': nextAddress(), origin: url };
  const entered = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { ...from, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const answer = await fetch(`${url}/auth/token`, { headers: { ...from, cookie } });
  const { token } = (await answer.json()) as { token?: string };
  if (token === undefined)
    throw new Error(`${email} was not let in: ${entered.status} ${answer.status}`);
  return token;
}
