import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Whether others than this machine can reach an installation, as its settings tell. */
export interface Exposure {
  /** The setting that lets others in, as `HOST=0.0.0.0`; null when listener and address are this machine's own. */
  readonly by: string | null;
  /** Something stands in front and asks in the name of others: nothing that comes in is sure to be from here. */
  readonly behindProxy: boolean;
  /** What is only for trying may exist: nobody else can reach this, and nobody calls it production. */
  readonly trial: boolean;
}

/** The one answer to "is this exposed?". */
export function exposureOf(settings: {
  readonly host: string;
  readonly publicUrl: string | null;
  readonly trustProxy: number;
  readonly environment: string;
}): Exposure {
  const { host, publicUrl, trustProxy, environment } = settings;
  const isPublic = publicUrl !== null && !isOwnName(new URL(publicUrl).hostname);
  const by = !isOwnName(host) ? `HOST=${host}` : isPublic ? `PUBLIC_URL=${publicUrl}` : null;
  // Léa speaks HTTP on HOST: behind another address, or behind TLS, somebody passes the requests on.
  const passedOn = isPublic && (isOwnName(host) || publicUrl.startsWith('https:'));
  const behindProxy = trustProxy > 0 || passedOn;
  return { by, behindProxy, trial: by === null && !behindProxy && environment !== 'production' };
}

/** Headers by which proxies and tunnels tell for whom they ask, whether we believe them or not. */
const PASSED_ON =
  /^(forwarded|via|x-forwarded(-.+)?|x-real-ip|x-client-ip|x-cluster-client-ip|x-original-.+|true-client-ip|cf-.+|fastly-.+|x-envoy-.+|x-appengine-.+|x-azure-.+|cdn-loop)$/;

/**
 * Whether a request was really made on this machine: from a loopback address, for a loopback name (no page of
 * another site that had its name point here), and passed on by nobody. HTTP/1.0 is what some proxies speak
 * without saying more; no browser does. Where others can reach us nobody is believed: a proxy on this machine that
 * adds no header looks like a neighbour.
 */
export function askedFromThisMachine(request: IncomingMessage, exposure: Exposure): boolean {
  const { headers, httpVersion, socket } = request;
  return (
    exposure.by === null &&
    !exposure.behindProxy &&
    httpVersion !== '1.0' &&
    isLoopback(socket.remoteAddress ?? '') &&
    !Object.keys(headers).some((name) => PASSED_ON.test(name)) &&
    isOwnName(hostOf(headers.host))
  );
}

/** `localhost`, or an address of this machine's own loopback in whatever notation. */
function isOwnName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name);
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(plain) && ipaddr.process(plain).range() === 'loopback';
}

function hostOf(header: string | undefined): string {
  const url = `http://${header ?? ''}`;
  return header !== undefined && /^[\w.:[\]-]+$/.test(header) && URL.canParse(url)
    ? new URL(url).hostname
    : '';
}
