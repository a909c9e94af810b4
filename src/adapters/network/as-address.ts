import { isIP } from 'node:net';

/**
 * An IPv4 address in an IPv6 one is shown as what it is, and the zone of an IPv6 address left out; null for
 * anything else.
 */
export function asAddress(text: string): string | null {
  const plain = text.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? '';
  return isIP(plain) === 0 ? null : plain;
}
