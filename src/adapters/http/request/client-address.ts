import { isIP } from 'node:net';
import type { AppContext } from '../app-context.ts';

/** Where the request comes from, as far as TRUST_PROXY lets us believe it; null for what is no address. */
export const clientAddress = (ctx: AppContext): string | null => asAddress(ctx.ip);

/** An IPv4 address in an IPv6 one is shown as what it is, and the zone of an IPv6 address left out. */
export function asAddress(text: string): string | null {
  const plain = text.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? '';
  return isIP(plain) === 0 ? null : plain;
}
