import { SETUP } from '../../support/audit-lines.ts';
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import { LocalIdentity } from '../../../src/adapters/identity/local/local-identity.ts';
import { endpoint } from '../../../src/adapters/http/core/endpoint.ts';
import { defineRoute } from '../../../src/adapters/http/core/define-route.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE, type StaffRole } from '../../../src/domain/shared/actor.ts';
import type { Mail, Mailer } from '../../../src/ports/mailer.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { startTestApp } from '../../support/test-app.ts';
import { createTestDatabase, TEST_SECRET } from '../../support/test-database.ts';

export const ORIGIN = 'http://localhost:3000';
export const ADMIN = { email: 'admin@lea.local', password: 'quatre girafes bleues' };

export class RecordingMailer implements Mailer {
  readonly mails: Mail[] = [];
  /** What the next mail fails with. */
  failure: Error | null = null;

  async send(mail: Mail): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.mails.push(mail);
  }

  /** The token of the newest mail to somebody. */
  tokenFor(address: string): string {
    const mail = this.mails.findLast(({ to }) => to === address);
    const token = /\?token=([^\s]+)/.exec(mail?.text ?? '')?.[1];
    if (token === undefined) throw new Error(`no mail with a token for ${address}`);
    return decodeURIComponent(token);
  }
}

/** Says who the guard found, so that sign-in is seen from where it matters. */
const whoami = defineRoute(
  endpoint({
    method: 'GET',
    path: '/functions/whoami',
    response: z.object({ id: z.string(), role: z.string() }),
  }),
  {
    summary: 'Who calls',
    who: 'staff',
    handle: async ({ actor }) =>
      actor.kind === 'staff'
        ? { id: actor.userId, role: actor.role }
        : { id: '', role: actor.kind },
  },
);

export type SignInApp = Awaited<ReturnType<typeof startSignInApp>>;

/** Sign-in behind the real server, on a database of its own. */
export async function startSignInApp(
  change: { readonly publicUrl?: string; readonly trustedOrigins?: readonly string[] } = {},
) {
  const database = await createTestDatabase();
  const mailer = new RecordingMailer();
  const log = new RecordingLog();
  const publicUrl = change.publicUrl ?? ORIGIN;
  const deps = {
    databaseUrl: database.serverUrl,
    publicUrl,
    secret: TEST_SECRET,
    mailer,
    log,
    shopName: () => 'Parapharmacie Léa',
    trustedOrigins: change.trustedOrigins ?? [],
  };
  const identity = new LocalIdentity(deps);
  await identity.ensureFirstAdmin(ADMIN);
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  const app = await startTestApp({
    settings: { publicUrl, anonymousPerMinute: 100_000 },
    deps: { identity, auth: identity, routes: [whoami] },
  });
  const visitor = (): Visitor => new Visitor(app.url);
  return {
    url: app.url,
    identity,
    mailer,
    log,
    owner,
    database,
    visitor,
    /** A second replica on the same database. */
    replica: () => new LocalIdentity(deps),
    async signedIn(email = ADMIN.email, password = ADMIN.password): Promise<Visitor> {
      const someone = visitor();
      const answer = await someone.post('/auth/sign-in/email', { email, password });
      if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
      return someone;
    },
    /** A colleague who has no password yet. */
    async colleague(role: StaffRole, email: string): Promise<UserId> {
      const id = crypto.randomUUID() as UserId;
      await identity.accounts.add(SERVICE, { id, email, name: 'Awa', role, language: 'fr' }, SETUP);
      return id;
    },
    /** Sign-in limits count a minute; a test of something else must not meet them. */
    async freshLimits(): Promise<void> {
      await owner.query('truncate lea_auth."rateLimit", lea_auth."accountAttempt"');
    },
    async close(): Promise<void> {
      await app.close();
      await identity.stop();
      await owner.end();
      await database.drop();
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** A browser: keeps cookies and says where it comes from. */
export class Visitor {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, { headers });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  async ask(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#url + path, {
      redirect: 'manual',
      ...init,
      headers: {
        origin: ORIGIN,
        ...(cookie === '' ? {} : { cookie }),
        ...(init.headers as Record<string, string>),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute)))
        this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(name.length + 1));
    }
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{')
        ? (JSON.parse(text) as Record<string, unknown>)
        : { text, list: text.startsWith('[') ? JSON.parse(text) : null },
      headers: response.headers,
    };
  }

  cookies(): readonly string[] {
    return [...this.#cookies.keys()];
  }

  async token(): Promise<string> {
    const { body } = await this.get('/auth/token');
    return body['token'] as string;
  }

  /** Role as the server sees it, or the refusal's code. */
  async role(bearer?: string): Promise<unknown> {
    const { status, body } = await (bearer === undefined
      ? this.get('/functions/whoami')
      : new Visitor(this.#url).get('/functions/whoami', { authorization: `Bearer ${bearer}` }));
    return status === 200 ? body['role'] : body['code'];
  }
}

/** The code of an authenticator app (RFC 6238, SHA-1, 30 s, 6 digits). */
export function totpOf(uri: string, at = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  let bits = '';
  for (const letter of secret.replace(/=+$/, '')) {
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0');
  }
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac[mac.length - 1]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
