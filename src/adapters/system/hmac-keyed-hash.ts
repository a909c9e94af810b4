import { createHmac } from 'node:crypto';
import type { KeyedHash } from '../../ports/keyed-hash.ts';

/** HMAC-SHA-256 under `ERASURE_KEY`. */
export class HmacKeyedHash implements KeyedHash {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  of(value: string): string {
    return createHmac('sha256', this.#key).update(value).digest('hex');
  }
}
