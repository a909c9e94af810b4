import { isLocalName, literalAddress } from './public-address.ts';

const MAX_LENGTH = 1_000;
/** One label of a host's name. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/**
 * What is wrong with the address of a service on the internet that somebody asks us to connect to; null when nothing
 * is. It tells by the spelling alone: where the name leads is looked at when we connect (`vettedLookup`).
 */
export function faultOfServiceAddress(address: string): string | null {
  if (address.length > MAX_LENGTH) return `must have at most ${MAX_LENGTH} characters`;
  // As it is written: what a parser would drop or mend is nothing that a browser gives.
  if (!/^https:\/\/[!-~]+$/.test(address) || address.includes('\\') || !URL.canParse(address))
    return 'must be an https URL';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || authority(address).includes('@'))
    return 'must name no user';
  if (url.port !== '') return 'must name no port';
  if (url.hash !== '') return 'must have no #';
  return isPublicName(url) ? null : 'must name a host on the internet';
}

/** A name of at least two labels that is nobody's own network: no address, in whatever notation. */
function isPublicName(url: URL): boolean {
  const name = url.hostname.replace(/\.$/, '');
  const labels = name.split('.');
  return (
    literalAddress(url) === null &&
    !isLocalName(name) &&
    name.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    // No top-level domain is a number: what ends in one is an address to somebody.
    /[a-z]/.test(labels.at(-1) ?? '')
  );
}

const authority = (address: string): string => address.split(/[/?#]/, 3)[2] ?? '';
