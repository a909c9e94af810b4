import pg from 'pg';
import {
  fleetEnvironment,
  startLeaProcess,
  type Environment,
  type LeaProcess,
} from '../../support/lea-process.ts';
import { startWhapiPeer, type WhapiPeer } from '../../support/peers/whapi-peer.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const SERVICE_KEY = 'service-role-key-0123456789-abcdefghij';

export interface KilledShop {
  readonly database: TestDatabase;
  readonly whapi: WhapiPeer;
  readonly owner: pg.Client;
  /** Starts the server, unless it runs. */
  start(extra?: Environment): Promise<LeaProcess>;
  kill(): Promise<void>;
  /** Null when the server died over it. */
  call(
    method: string,
    path: string,
    body: unknown,
    token?: string,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> } | null>;
  /** A token of the admin. */
  adminToken(): Promise<string>;
  rows<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<readonly T[]>;
  close(): Promise<void>;
}

/** A database, a gateway, and a server that is killed and started again. */
export async function openKilledShop(options: {
  readonly latencyMs: number;
  readonly environment?: Environment;
}): Promise<KilledShop> {
  const [database, whapi] = await Promise.all([
    createTestDatabase(),
    startWhapiPeer({ token: 't', latencyMs: options.latencyMs }),
  ]);
  const owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  const environment: Environment = {
    ...fleetEnvironment(database.ownerUrl, whapi.url),
    SERVICE_ROLE_KEY: SERVICE_KEY,
    ...options.environment,
  };
  let server: LeaProcess | null = null;
  const start = async (extra: Environment = {}): Promise<LeaProcess> => {
    server ??= await startLeaProcess({ ...environment, ...extra });
    return server;
  };
  const kill = async (): Promise<void> => {
    await server?.kill();
    server = null;
  };
  return {
    database,
    whapi,
    owner,
    start,
    kill,
    call: async (method, path, body, token = SERVICE_KEY) => {
      const { url } = await start();
      try {
        const answer = await fetch(`${url}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
          },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        });
        return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
      } catch {
        // The connection was torn: nobody knows what became of it.
        return null;
      }
    },
    adminToken: async () => {
      const { url } = await start();
      const signedIn = await fetch(`${url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: new URL(url).origin },
        body: JSON.stringify({
          email: 'admin@lea.local',
          password: environment['ADMIN_PASSWORD'],
        }),
      });
      const cookie = signedIn.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      const answer = await fetch(`${url}/auth/token`, { headers: { cookie } });
      return ((await answer.json()) as { readonly token: string }).token;
    },
    rows: async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await owner.query<T>(sql, values)).rows,
    close: async () => {
      await kill();
      await whapi.close();
      await owner.end();
      await database.drop();
    },
  };
}

/** Customers with consents and a chat that is over, and so many completed orders each; answers their ids and chats. */
export async function customersOf(
  { owner }: KilledShop,
  count: number,
  orders: number,
): Promise<readonly { readonly id: string; readonly chatId: string }[]> {
  const { rows } = await owner.query<{ id: string; chatId: string }>(
    `with people as (
       insert into users (phone_number, name, role, service_consent, marketing_consent, consent_version)
         select '+2417' || (6000000 + n), 'Cliente ' || n, 'customer', true, true, null from generate_series(1, $1) as n
         returning id, phone_number),
     aliases as (insert into customer_aliases (alias, user_id) select phone_number, id from people),
     chats as (
       insert into conversations (user_id, status, started_at, ended_at, last_message_at, last_inbound_at, chat_id)
         select id, 'closed', now() - interval '40 days', now() - interval '39 days', now() - interval '39 days', now() - interval '40 days',
                substr(phone_number, 2) || '@s.whatsapp.net' from people returning id, user_id, chat_id),
     sold as (
       insert into orders (conversation_id, user_id, order_link, status, code, amount_cfa, created_at, completed_at)
         select c.id, c.user_id, 'https://cart.example/' || n, 'completed', substr(md5(c.id::text || n), 1, 12), 20000, now() - interval '20 days', now() - interval '20 days'
         from chats c, generate_series(1, $2) as n)
     select user_id as id, chat_id as "chatId" from chats order by chat_id`,
    [count, orders],
  );
  return rows;
}
