import { hkdfSync } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { APIError, isAPIError } from 'better-auth/api';
import { jwt, magicLink, openAPI } from 'better-auth/plugins';
import type { Pool } from 'pg';
import type { Log } from '../../../ports/log.ts';
import type { Mailer } from '../../../ports/mailer.ts';
import { isDatabaseAway } from '../../network/out-of-order.ts';
import type { StaffDirectory } from '../shared/staff-directory.ts';
import type { AccountLimits } from './account-limits.ts';
import type { Background } from './background.ts';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { auditSignIn } from './audit-sign-in.ts';
import { CLIENT_ADDRESS_HEADER } from './client-address-header.ts';
import { guardHooks } from './guard-hooks.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from './password-policy.ts';
import { secondFactor } from './second-factor.ts';
import { SIGN_IN_PATHS } from './sign-in-paths.ts';
import { passwordMail, signInMail } from './staff-mails.ts';

export const BASE_PATH = '/auth';
export const TOKEN_SECONDS = 5 * 60;
export const TOKEN_ALGORITHM = 'ES256';
const LINK_MINUTES = 10;
const PASSWORD_LINK_MINUTES = 30;
const DAY_SECONDS = 86_400;

export interface AuthDeps {
  readonly pool: Pool;
  /** Without a slash at the end. Cookies are Secure exactly when it is https. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly trustedOrigins: readonly string[];
  /** Path of the page whose button uses a sign-in link. */
  readonly confirmPath: string;
  /** Path of the page where a password is chosen. */
  readonly passwordPath: string;
  readonly mailer: Mailer;
  readonly shopName: () => string;
  readonly directory: StaffDirectory;
  readonly limits: AccountLimits;
  readonly background: Background;
  /** Adds a line to the audit log. */
  readonly record: (line: AuditEntry) => Promise<void>;
  readonly log: Log;
}

export type Auth = ReturnType<typeof createAuth>;

/** A refusal is no failure; of a failure, only the name: a driver's words hold values. */
function noteFailure(log: Log, error: unknown): void {
  if (isAPIError(error) && error.statusCode < 500) return;
  log.error('identity.failure', { error: error instanceof Error ? error.name : typeof error });
}

/** better-auth as this shop uses it. */
export function createAuth(deps: AuthDeps) {
  const { pool, publicUrl, secret, directory, background, mailer, shopName, log } = deps;
  const page = (path: string, token: string): string =>
    `${publicUrl}${path}?token=${encodeURIComponent(token)}`;

  const audit = auditSignIn({ directory, record: deps.record, accountOf });

  return betterAuth({
    appName: 'Léa',
    baseURL: publicUrl,
    basePath: BASE_PATH,
    // A key of its own: what signs cookies must not be what the database's password follows from.
    secret: Buffer.from(hkdfSync('sha256', secret, 'lea', 'sign-in', 32)).toString('base64url'),
    database: pool,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Only that it happened: the library's words may name an address.
      log: (level) => log.warn('identity.library', { level }),
    },
    onAPIError: {
      onError: (error) => {
        noteFailure(log, error);
        // The library would make it an answer of 500.
        if (isDatabaseAway(error)) throw error;
      },
    },
    trustedOrigins: [...deps.trustedOrigins],
    advanced: {
      // Said aloud: under a test runner the library would switch both off.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: 'uuid' },
      useSecureCookies: publicUrl.startsWith('https:'),
      cookiePrefix: 'lea',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      backgroundTasks: { handler: (task) => background.run(task) },
    },
    user: {
      additionalFields: {
        twoFactorRequired: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS, freshAge: DAY_SECONDS },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }, request) => audit.passwordReset(user.id, request),
      resetPasswordTokenExpiresIn: PASSWORD_LINK_MINUTES * 60,
      // Never awaited: sending takes longer for an address that exists.
      sendResetPassword: async ({ user, token }) =>
        background.run(
          sendTo(user.id, ({ language }) =>
            passwordMail({
              to: user.email,
              language,
              shop: shopName(),
              link: page(deps.passwordPath, token),
              minutes: PASSWORD_LINK_MINUTES,
            }),
          ),
        ),
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { ...SIGN_IN_PATHS },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session, context) {
            if ((await directory.find(session.userId)) !== null) return;
            // The link's own page is told by a redirect; a password gets the answer of a wrong one.
            if (context?.path === '/magic-link/verify') return false;
            throw new APIError('UNAUTHORIZED', {
              code: 'INVALID_EMAIL_OR_PASSWORD',
              message: 'Invalid email or password',
            });
          },
        },
      },
    },
    hooks: guardHooks(deps.limits),
    plugins: [
      audit.first,
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: LINK_MINUTES * 60,
        // Looked up and sent behind the answer: known and unknown addresses take the same time.
        sendMagicLink: ({ email, token }) => {
          background.run(sendLink(email, token));
        },
      }),
      ...secondFactor(),
      // For our own document only: none of its paths is among those that are answered.
      openAPI({ disableDefaultReference: true }),
      jwt({
        jwks: { keyPairConfig: { alg: TOKEN_ALGORITHM } },
        // A token belongs into one answer, not into the headers of every look at the session.
        disableSettingJwtHeader: true,
        jwt: {
          issuer: publicUrl,
          audience: 'authenticated',
          expirationTime: `${TOKEN_SECONDS}s`,
          async definePayload({ user, session }) {
            const staff = await directory.find(user.id);
            if (staff === null) throw new APIError('UNAUTHORIZED', { code: 'UNAUTHORIZED' });
            return { role: 'authenticated', user_role: staff.role, sid: session.id };
          },
        },
      }),
      audit.last,
    ],
  });

  async function sendTo(
    userId: string,
    write: (staff: { readonly language: 'fr' | 'en' }) => Parameters<Mailer['send']>[0],
  ): Promise<void> {
    const staff = await directory.find(userId);
    if (staff !== null) await mailer.send(write(staff));
  }

  async function accountOf(email: string): Promise<UserId | null> {
    const { rows } = await pool.query<{ id: UserId }>(
      'select id from lea_auth."user" where email = lower($1)',
      [email],
    );
    return rows[0]?.id ?? null;
  }

  async function sendLink(email: string, token: string): Promise<void> {
    const { rows } = await pool.query<{ id: string; email: string }>(
      'select id, email from lea_auth."user" where email = lower($1)',
      [email],
    );
    const user = rows[0];
    if (user === undefined) return;
    await sendTo(user.id, ({ language }) =>
      signInMail({
        to: user.email,
        language,
        shop: shopName(),
        link: page(deps.confirmPath, token),
        minutes: LINK_MINUTES,
      }),
    );
  }
}
