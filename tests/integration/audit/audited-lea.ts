import pg from 'pg';
import { LocalMediaStore } from '../../../src/adapters/storage/local/local-media-store.ts';
import { newVapidPrivateKey } from '../../../src/composition/vapid-keys.ts';
import type { AuditEntry } from '../../../src/domain/audit/audit-entry.ts';
import { auditLines } from '../../support/audit-lines.ts';
import { startSmtpPeer } from '../../support/peers/smtp-peer.ts';
import { eventually } from '../../support/running-lea.ts';
import { nextAddress, startStaffedLea, type Role } from '../hostile/staffed-lea.ts';
import { Visitor } from '../identity/sign-in-app.ts';

export const PASSWORD = 'un mot de passe de test';

export interface Asking {
  readonly as: Role;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Told {
  readonly status: number;
  readonly body: Record<string, never>;
  readonly headers: Headers;
}
/** A customer with an open conversation. */
export interface Customer {
  readonly userId: string;
  readonly conversationId: string;
}
export type Shop = Awaited<ReturnType<typeof startAuditedLea>>;

let numbers = 0;

/** Léa with every route mounted, on PostgreSQL, and what a test of her audit log needs. */
export async function startAuditedLea() {
  const smtp = await startSmtpPeer();
  const lea = await startStaffedLea({
    VAPID_PRIVATE_KEY: newVapidPrivateKey(),
    SMTP_URL: smtp.url,
  });
  const files = new LocalMediaStore({ directory: `${lea.environment['DATA_DIR']}/media` });
  const owner = new pg.Pool({ connectionString: lea.database.ownerUrl, max: 1 });
  const sql = async (text: string, values: readonly unknown[] = []) =>
    (await owner.query<Record<string, never>>(text, [...values])).rows;

  const ask = async (
    { as, method, path, body, headers = {} }: Asking,
    from = nextAddress(),
  ): Promise<Told> => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(lea.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...lea.headersOf(as),
        'x-forwarded-for': from,
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    // A stream has no end.
    if (response.headers.get('content-type')?.startsWith('text/event-stream') === true) {
      await response.body?.cancel();
      return { status: response.status, body: {}, headers: response.headers };
    }
    const text = await response.text();
    const json = /^[[{]/.test(text) ? (JSON.parse(text) as Record<string, never>) : {};
    return { status: response.status, body: json, headers: response.headers };
  };
  /** Something that has to succeed for the test to begin. */
  const prepare = async (asking: Asking): Promise<Told> => {
    const told = await ask(asking);
    if (told.status >= 300)
      throw new Error(`${asking.path}: ${told.status} ${JSON.stringify(told.body)}`);
    return told;
  };
  const post = (as: Role, path: string, body: unknown): Promise<Told> =>
    prepare({ as, method: 'POST', path: `/functions/${path}`, body });

  /** The account of the person with a role, out of their token. */
  const idOf = (role: Role): string => {
    const [, claims = ''] = lea.headersOf(role)['authorization']!.split('.');
    return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
  };

  const newNumber = (): string => `+24177${String((numbers += 1)).padStart(6, '0')}`;
  return {
    ...lea,
    files,
    sql,
    ask,
    prepare,
    post,
    newNumber,
    idOf,
    async customer(): Promise<Customer> {
      const { body } = await post('service', 'start-conversation', { phone_number: newNumber() });
      return { userId: body['user_id']!, conversationId: body['id']! };
    },
    async product(stock = 50): Promise<string> {
      const { body } = await prepare({
        as: 'admin',
        method: 'POST',
        path: '/rest/v1/products',
        body: { name: `Baume ${newNumber()}`, price_cfa: 5_000, stock_qty: stock },
        headers: { prefer: 'return=representation' },
      });
      return (body as unknown as readonly { id: string }[])[0]!.id;
    },
    /** A colleague who has just been invited; with the password of everybody here if they are to come in. */
    async colleague(role: 'support' | 'product_editor' | 'admin' = 'support') {
      const email = `awa${(numbers += 1)}@lea.local`;
      const invited = await post('admin', 'invite-staff', { email, name: 'Awa', role });
      const id: string = invited.body['id']!;
      await sql(
        `insert into lea_auth.account ("accountId", "providerId", "userId", password, "updatedAt")
         select $1::text, "providerId", $1::uuid, password, now() from lea_auth.account where password is not null limit 1`,
        [id],
      );
      return { id, email };
    },
    /** A browser somewhere, that is not signed in; limits of others are no business of this one. */
    async visitor() {
      await sql('truncate lea_auth."rateLimit", lea_auth."accountAttempt"');
      const browser = new Visitor(lea.url);
      const from = { at: nextAddress() };
      const headers = () => ({ origin: lea.url, 'x-forwarded-for': from.at });
      return {
        from,
        get: (path: string) => browser.get(path, headers()),
        post: (path: string, body: unknown) => browser.post(path, body, headers()),
        remove: (path: string) => browser.ask(path, { method: 'DELETE', headers: headers() }),
      };
    },
    /** The token of the mail that `work` has sent to somebody. */
    async mailed(email: string, work: () => Promise<unknown>): Promise<string> {
      const mails = () => smtp.mails.filter(({ recipients }) => recipients.includes(email));
      const before = mails().length;
      await work();
      const mail = await eventually(() => mails()[before], `a mail to ${email}`);
      const token = /\?token=([^\s]+)/.exec(mail.parsed.text ?? '')?.[1];
      if (token === undefined) throw new Error(`no token for ${email}`);
      return decodeURIComponent(token);
    },
    /** What `work` adds to the log. */
    async linesOf<T>(work: () => Promise<T>): Promise<{ done: T; lines: readonly AuditEntry[] }> {
      const before = (await auditLines(owner)).length;
      const done = await work();
      return { done, lines: (await auditLines(owner)).slice(before) };
    },
    stop: async () => {
      await owner.end();
      await lea.stop();
      await smtp.close();
    },
  };
}
