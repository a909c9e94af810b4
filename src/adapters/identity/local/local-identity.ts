import type { Pool } from 'pg';
import type { Identity, SignInEndpoint, StaffIdentity } from '../../../ports/identity.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { Log } from '../../../ports/log.ts';
import type { Mailer } from '../../../ports/mailer.ts';
import type { StaffAccounts } from '../../../ports/staff-accounts.ts';
import { asService } from '../shared/as-role.ts';
import { PgStaffAccounts } from '../shared/pg-staff-accounts.ts';
import { openServerPool } from '../shared/server-pool.ts';
import { ShortMemory } from '../shared/short-memory.ts';
import { StaffDirectory } from '../shared/staff-directory.ts';
import { writeAuditLine } from '../shared/write-audit-line.ts';
import { AccountLimits } from './account-limits.ts';
import { Background } from './background.ts';
import { BASE_PATH, createAuth, type Auth } from './create-auth.ts';
import { describeSignIn } from './describe-sign-in.ts';
import { ensureFirstAdmin, type FirstAdmin } from './first-admin.ts';
import { nodeHandler, type NodeHandler } from './node-handler.ts';
import { leadingAway } from './own-page.ts';
import { SIGN_IN_PATHS } from './sign-in-paths.ts';
import { signInRecords } from './sign-in-records.ts';
import { isDatabaseAway } from '../../network/out-of-order.ts';
import { problem, tidyAnswer } from './tidy-answer.ts';
import { TokenVerifier } from './token-verifier.ts';

const JSON_TYPE = /^application\/json *(?:;|$)/i;
const SESSION_KEEP_MS = 2_000;

export interface LocalIdentityDeps {
  /** The server's limited role. */
  readonly databaseUrl: string;
  readonly publicUrl: string;
  readonly secret: string;
  readonly mailer: Mailer;
  readonly log: Log;
  /** How the mails name the shop. */
  readonly shopName: () => string;
  readonly trustProxy?: number;
  /** Further origins whose pages may sign in, beside our own; no link leads there. */
  readonly trustedOrigins?: readonly string[];
  /** Page of the dashboard that a sign-in link opens. */
  readonly confirmPath?: string;
  readonly passwordPath?: string;
}

type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;
interface Factor {
  readonly twoFactorEnabled?: boolean | null | undefined;
  readonly twoFactorRequired?: boolean | null | undefined;
}

/** Sign-in of our own, by better-auth: password, link, second factor, sessions and short-lived tokens. */
export class LocalIdentity implements Identity {
  readonly accounts: StaffAccounts;
  /** Answers everything under `/auth`, reading the body itself. */
  readonly nodeHandler: NodeHandler;
  readonly #pool: Pool;
  readonly #auth: Auth;
  readonly #directory: StaffDirectory;
  readonly #tokens: TokenVerifier;
  readonly #background: Background;
  readonly #log: Log;
  readonly #ownOrigins: readonly string[];
  readonly #sessions = new ShortMemory<Factor | null>(SESSION_KEEP_MS);

  constructor(deps: LocalIdentityDeps) {
    const { databaseUrl, publicUrl, secret, mailer, log, shopName } = deps;
    this.#log = log;
    this.#ownOrigins = ownOrigins(publicUrl);
    this.#pool = openServerPool(databaseUrl, log);
    this.#directory = new StaffDirectory(this.#pool);
    this.#background = new Background(log);
    this.#auth = createAuth({
      pool: this.#pool,
      publicUrl,
      secret,
      trustedOrigins: [...this.#ownOrigins, ...(deps.trustedOrigins ?? [])],
      confirmPath: deps.confirmPath ?? '/sign-in/link',
      passwordPath: deps.passwordPath ?? '/sign-in/password',
      mailer,
      shopName,
      directory: this.#directory,
      limits: new AccountLimits(this.#pool),
      record: (line) => asService(this.#pool, ({ client }) => writeAuditLine(client, line)),
      background: this.#background,
      log,
    });
    this.#tokens = new TokenVerifier(() => this.#auth.api.getJwks(), publicUrl);
    this.accounts = new PgStaffAccounts(this.#pool, this.#directory, signInRecords);
    this.nodeHandler = nodeHandler({
      handle: (request) => this.handle(request),
      publicUrl,
      trustProxy: deps.trustProxy ?? 0,
    });
  }

  /** Fetch-style: answers one request under `/auth`. */
  async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (!Object.hasOwn(SIGN_IN_PATHS, pathname.slice(BASE_PATH.length)))
      return problem(404, 'not_found', 'There is nothing here.');
    const away = await leadingAway(request, this.#ownOrigins);
    if (away !== null)
      return problem(400, 'invalid_request', `${away} must be a page of this installation.`);
    // A form is what another site's page can send without being asked for leave; ours send none.
    if (request.body !== null && !JSON_TYPE.test(request.headers.get('content-type') ?? ''))
      return problem(415, 'unsupported_media_type', 'The body must be application/json.');
    try {
      return await tidyAnswer(await this.#auth.handler(request));
    } catch (error) {
      this.#log.error('identity.failure', {
        path: pathname,
        error: error instanceof Error ? error.name : typeof error,
      });
      if (isDatabaseAway(error))
        return problem(
          503,
          'database_unavailable',
          'The database cannot take this right now. Try again later.',
          new Headers({ 'retry-after': '10' }),
        );
      return problem(500, 'internal', 'Something went wrong on our side.');
    }
  }

  /** What `nodeHandler` answers, for the API's document. */
  endpoints(): Promise<readonly SignInEndpoint[]> {
    return describeSignIn(this.#auth);
  }

  /** @throws LeaError `two_factor_required` (403) while an admin waits for the second factor */
  async verifyToken(token: string): Promise<StaffIdentity | null> {
    const claims = await this.#tokens.verify(token);
    if (claims === null) return null;
    const session = await this.#sessions.get(`${claims.sid} ${claims.sub}`, () =>
      this.#session(claims.sid, claims.sub),
    );
    return session === null ? null : this.#admit(claims.sub, session);
  }

  /** @throws LeaError `two_factor_required` (403) while an admin waits for the second factor */
  async verifySession(headers: RequestHeaders): Promise<StaffIdentity | null> {
    const cookie = [headers['cookie'] ?? []].flat().join('; ');
    if (cookie === '') return null;
    // Only `/auth` can lengthen the cookie, so only there the session is lengthened.
    const session = await this.#auth.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    return session === null ? null : this.#admit(session.user.id, session.user);
  }

  /**
   * Creates the first admin when there is none who can sign in. Answers the generated password once.
   * @throws LeaError `weak_password`
   */
  async ensureFirstAdmin(admin: {
    readonly email: string;
    readonly password: string | null;
  }): Promise<FirstAdmin> {
    const { password } = await this.#auth.$context;
    return ensureFirstAdmin(this.#pool, password.hash, admin);
  }

  /** Lets mails on their way go out, and closes the connections. */
  async stop(): Promise<void> {
    await this.#background.settled();
    await this.#pool.end();
  }

  async #admit(id: string, factor: Factor): Promise<StaffIdentity | null> {
    const staff = await this.#directory.find(id);
    if (staff === null) return null;
    if (factor.twoFactorRequired === true && factor.twoFactorEnabled !== true) {
      throw new LeaError(
        'forbidden',
        'two_factor_required',
        'Set up a second factor before going on.',
      );
    }
    return { userId: staff.userId, role: staff.role, name: staff.name };
  }

  async #session(id: string, userId: string): Promise<Factor | null> {
    const { rows } = await this.#pool.query<Factor>(
      `select u."twoFactorEnabled", u."twoFactorRequired"
         from lea_auth."session" s join lea_auth."user" u on u.id = s."userId"
        where s.id::text = $1 and u.id::text = $2 and s."expiresAt" > now()`,
      [id, userId],
    );
    return rows[0] ?? null;
  }
}

/** `localhost` and `127.0.0.1` are the same door. */
function ownOrigins(publicUrl: string): readonly string[] {
  const { origin, hostname, port, protocol } = new URL(publicUrl);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return [origin];
  const suffix = port === '' ? '' : `:${port}`;
  return [`${protocol}//localhost${suffix}`, `${protocol}//127.0.0.1${suffix}`];
}
