import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 15 * 60;

/** What is counted per account, whether there is such an account or not. */
const POINTS = { password: 10, mail: 5 } as const;
export type CountedAttempt = keyof typeof POINTS;

/** Slows down guessing at one account from many addresses. The counts are in the database: replicas share them. */
export class AccountLimits {
  readonly #limiters: Readonly<Record<CountedAttempt, RateLimiterPostgres>>;

  constructor(pool: Pool) {
    const limiter = (kind: CountedAttempt): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'lea_auth',
        tableName: 'accountAttempt',
        tableCreated: true,
        keyPrefix: kind,
        points: POINTS[kind],
        duration: WINDOW_SECONDS,
      });
    this.#limiters = { password: limiter('password'), mail: limiter('mail') };
  }

  /** Answers null, or the seconds to wait. Counted before the attempt: fifty at once are fifty. */
  async count(kind: CountedAttempt, email: string): Promise<number | null> {
    try {
      await this.#limiters[kind].consume(keyOf(email));
      return null;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    }
  }

  /** The right password was given: earlier slips count no more. */
  async clear(kind: CountedAttempt, email: string): Promise<void> {
    await this.#limiters[kind].delete(keyOf(email));
  }
}

/** The address itself is not kept: strangers' addresses are typed here too. */
const keyOf = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
