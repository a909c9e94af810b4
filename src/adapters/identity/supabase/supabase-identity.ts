import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Pool } from 'pg';
import type { Identity, StaffIdentity } from '../../../ports/identity.ts';
import type { Log } from '../../../ports/log.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import type { StaffAccounts } from '../../../ports/staff-accounts.ts';
import { PgStaffAccounts } from '../shared/pg-staff-accounts.ts';
import { openServerPool } from '../shared/server-pool.ts';
import { StaffDirectory } from '../shared/staff-directory.ts';

/** Asymmetric ones only: with a shared secret, whoever can check a token can make one. */
const ALGORITHMS = ['ES256', 'RS256', 'EdDSA'];

export interface SupabaseIdentityDeps {
  readonly supabaseUrl: string;
  /** The server's limited role. */
  readonly databaseUrl: string;
  readonly log: Log;
}

/** Supabase Auth signs in; we check its tokens by its published keys, and look the role up ourselves. */
export class SupabaseIdentity implements Identity {
  readonly accounts: StaffAccounts;
  readonly #pool: Pool;
  readonly #directory: StaffDirectory;
  readonly #issuer: string;
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;

  constructor({ supabaseUrl, databaseUrl, log }: SupabaseIdentityDeps) {
    this.#pool = openServerPool(databaseUrl, log);
    this.#directory = new StaffDirectory(this.#pool);
    this.#issuer = `${supabaseUrl.replace(/(?<!\/)\/+$/, '')}/auth/v1`;
    this.#keys = createRemoteJWKSet(new URL(`${this.#issuer}/.well-known/jwks.json`), {
      timeoutDuration: 5_000,
      cooldownDuration: 10_000,
    });
    this.accounts = new PgStaffAccounts(this.#pool, this.#directory, null);
  }

  /** @throws ProviderError when Supabase's keys cannot be had */
  async verifyToken(token: string): Promise<StaffIdentity | null> {
    const sub = await this.#subjectOf(token);
    const staff = sub === null ? null : await this.#directory.find(sub);
    return staff === null ? null : { userId: staff.userId, role: staff.role, name: staff.name };
  }

  /** There are no sessions here: Supabase's own client keeps them. */
  async verifySession(): Promise<null> {
    return null;
  }

  /** The first admin is made in Supabase, and named in `users` by the operator. */
  async ensureFirstAdmin(): Promise<{ readonly created: false; readonly generatedPassword: null }> {
    return { created: false, generatedPassword: null };
  }

  async stop(): Promise<void> {
    await this.#pool.end();
  }

  async #subjectOf(token: string): Promise<string | null> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        algorithms: ALGORITHMS,
        issuer: this.#issuer,
        audience: 'authenticated',
        requiredClaims: ['sub', 'exp'],
      });
      return payload['role'] === 'authenticated' ? (payload.sub ?? null) : null;
    } catch (error) {
      if (isUnreachable(error)) {
        throw new ProviderError('supabase', 'unavailable', 'The keys cannot be had.', {
          cause: error,
        });
      }
      return null;
    }
  }
}

/** A refused token is a JOSE error with a code of its own; everything else is the way to the keys. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return (
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === errors.JOSEError.code
  );
}
