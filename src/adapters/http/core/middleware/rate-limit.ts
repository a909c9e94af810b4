import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AppContext } from '../app-context.ts';
import { HttpProblem } from '../http-problem.ts';

/** Generous for people behind one address, too little for guessing. */
export const ANONYMOUS_PER_MINUTE = 600;
/** Enough to notice a setting that was mistyped, and nothing for guessing. */
export const WRONG_SECRETS_PER_MINUTE = 60;

/** Counts requests by address, in this process. */
export class RateLimit {
  readonly #limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** @throws HttpProblem 429 `rate_limited` with Retry-After */
  async count(ctx: AppContext): Promise<void> {
    try {
      await this.#limiter.consume(network(ctx.ip));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new HttpProblem(
        429,
        'rate_limited',
        'Too many requests from your address. Try again later.',
        {
          headers: { 'Retry-After': String(Math.max(1, Math.ceil(error.msBeforeNext / 1000))) },
        },
      );
    }
  }
}

/** An IPv6 customer has a whole /64 to choose addresses from. */
export function network(address: string): string {
  const plain = address.split('%')[0] ?? '';
  if (!ipaddr.isValid(plain)) return plain;
  const parsed = ipaddr.process(plain);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString();
}
