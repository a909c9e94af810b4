import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares secrets so that the time taken tells neither where they differ nor how long they are. */
export const sameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

/** Checks `sha256=<hex HMAC of the raw body>`. */
export function validSignature(header: string, rawBody: Uint8Array, secret: string): boolean {
  const expected = `sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`;
  return sameSecret(header.trim().toLowerCase(), expected);
}
