import { Agent, request, type Dispatcher } from 'undici';
import { ProviderError } from '../../../ports/provider-error.ts';
import { isPublicAddress, literalAddress } from '../../network/public-address.ts';
import { discard, readLimited } from './read-limited.ts';
import {
  RefusedAddressError,
  systemResolve,
  vettedLookup,
  type Resolve,
} from '../../network/vetted-lookup.ts';

export interface SafeFetchOptions {
  /** For the whole fetch, redirects and body included. */
  readonly timeoutMs?: number;
  readonly maxRedirects?: number;
  /** Origins of our own settings (the gateway's): fetched wherever they lead. */
  readonly trustedOrigins?: readonly string[];
  readonly ports?: readonly number[];
  readonly resolve?: Resolve;
  readonly isAllowed?: (address: string) => boolean;
}

export interface SafeRequest {
  readonly maxBytes: number;
  /** Sent to this very origin only, never to where it redirects. */
  readonly credentials?: { readonly origin: string; readonly authorization: string };
}

export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

const refused = (why: string, cause?: unknown): ProviderError =>
  new ProviderError('media', 'rejected', `The file was not fetched: ${why}.`, { cause });

/** Fetches a file from an address that others chose, without becoming their way into our network. */
export class SafeFetch {
  readonly #timeoutMs: number;
  readonly #maxRedirects: number;
  readonly #trusted: ReadonlySet<string>;
  readonly #ports: ReadonlySet<number>;
  readonly #isAllowed: (address: string) => boolean;
  readonly #resolve: Resolve;

  constructor(options: SafeFetchOptions = {}) {
    this.#timeoutMs = options.timeoutMs ?? 20_000;
    this.#maxRedirects = options.maxRedirects ?? 3;
    this.#trusted = new Set(options.trustedOrigins ?? []);
    this.#ports = new Set(options.ports ?? [80, 443]);
    this.#isAllowed = options.isAllowed ?? isPublicAddress;
    this.#resolve = options.resolve ?? systemResolve;
  }

  /** @throws ProviderError `rejected` for what will never be fetched, else by what went wrong */
  async get(link: string, wanted: SafeRequest): Promise<FetchedFile> {
    const signal = AbortSignal.timeout(this.#timeoutMs);
    let url = link;
    for (let hop = 0; hop <= this.#maxRedirects; hop += 1) {
      const target = this.#vet(url);
      const outcome = await this.#hop(target, wanted, signal);
      if ('bytes' in outcome) return outcome;
      if (!URL.canParse(outcome.location, target.href)) throw refused('it redirects to nowhere');
      url = new URL(outcome.location, target.href).href;
    }
    throw refused('it redirects too often');
  }

  #vet(link: string): URL {
    if (!URL.canParse(link)) throw refused('its link is no URL');
    const url = new URL(link);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw refused('its link is not http');
    if (url.username !== '' || url.password !== '') throw refused('its link carries a password');
    if (this.#trusted.has(url.origin)) return url;
    const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
    if (!this.#ports.has(port)) throw refused('its link names an unusual port');
    // Sockets skip the lookup for a literal address, so it is vetted here.
    const address = literalAddress(url);
    if (address !== null && !this.#isAllowed(address)) throw refused('its address is not public');
    return url;
  }

  async #hop(
    url: URL,
    wanted: SafeRequest,
    signal: AbortSignal,
  ): Promise<FetchedFile | { readonly location: string }> {
    // An agent per hop: no connection that was vetted under other conditions is ever reused.
    const connect = this.#trusted.has(url.origin)
      ? {}
      : { lookup: vettedLookup(this.#resolve, this.#isAllowed) };
    const dispatcher = new Agent({ connect: { timeout: 5_000, ...connect }, connections: 1 });
    try {
      const authorization =
        wanted.credentials?.origin === url.origin ? wanted.credentials.authorization : null;
      const headers = {
        accept: '*/*',
        'accept-encoding': 'identity',
        ...(authorization === null ? {} : { authorization }),
      };
      const response = await request(url, { dispatcher, headers, signal });
      return await this.#read(response, wanted.maxBytes);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      if (error instanceof RefusedAddressError) throw refused('its address is not public', error);
      throw new ProviderError('media', 'unavailable', 'The file could not be fetched.', {
        cause: error,
      });
    } finally {
      await dispatcher.destroy();
    }
  }

  async #read(
    response: Dispatcher.ResponseData,
    maxBytes: number,
  ): Promise<FetchedFile | { readonly location: string }> {
    const { statusCode, headers, body } = response;
    if (statusCode !== 200) {
      discard(body);
      const { location } = headers;
      if ([301, 302, 303, 307, 308].includes(statusCode) && typeof location === 'string') {
        return { location };
      }
      throw failedWith(statusCode);
    }
    const announced = Number(headers['content-length'] ?? 0);
    const bytes = announced > maxBytes ? (discard(body), null) : await readLimited(body, maxBytes);
    if (bytes === null) throw new FileTooLargeError();
    return { bytes, contentType: String(headers['content-type'] ?? '') };
  }
}

/** The file exceeds what was asked for; another way to it would not make it smaller. */
export class FileTooLargeError extends ProviderError {
  constructor() {
    super('media', 'rejected', 'The file was not fetched: it is too large.');
  }
}

function failedWith(status: number): ProviderError {
  const message = `The file could not be fetched (${status}).`;
  if (status === 429) return new ProviderError('media', 'rate_limited', message);
  if (status >= 500) return new ProviderError('media', 'unavailable', message);
  return new ProviderError('media', 'rejected', message);
}
