import ipaddr from 'ipaddr.js';

/** What the internet routes today; everything else in IPv6 is reserved or wraps an IPv4 address. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** A cloud's metadata agent that answers on an address of the public range. */
const METADATA = ['168.63.129.16'];

/**
 * Whether an IP address belongs to the open internet. Private, loopback, link-local, shared and reserved
 * ranges do not, nor do IPv6 forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6) return parsed.match(GLOBAL_IPV6);
  return !METADATA.includes(parsed.toString());
}

/** The IP address that a URL's host spells out, in any notation; null for a name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(host) ? host : null;
}

/** Names that no public resolver answers, or that lead home: RFC 6761, 6762, 7686, 8375 and what routers use. */
const LOCAL_NAME =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|test|invalid|onion|arpa)\.?$/i;

/** Whether a host's name belongs to a machine or a network of one's own. */
export const isLocalName = (host: string): boolean => LOCAL_NAME.test(host);

/** Whether a URL can be fetched by someone on the internet, as far as its spelling tells. */
export function looksPublic(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return false;
  const address = literalAddress(parsed);
  if (address !== null) return isPublicAddress(address);
  return parsed.hostname.includes('.') && !isLocalName(parsed.hostname);
}
