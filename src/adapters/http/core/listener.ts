import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeSlowClients, type SlowClientLimits } from './slow-clients.ts';

/** In milliseconds. */
export interface ListenerLimits extends SlowClientLimits {
  /** For the head of a request, from when the connection was made or the one before was answered. */
  readonly headersMs: number;
  /** For a whole request: eight megabytes from a slow phone. */
  readonly requestMs: number;
  /** Between two requests. */
  readonly keepAliveMs: number;
}

/** Whoever says nothing, or next to nothing, is gone within 20 s. */
export const LIMITS: ListenerLimits = {
  headersMs: 10_000,
  requestMs: 300_000,
  keepAliveMs: 15_000,
  bodyGraceMs: 10_000,
  leastBytesPerSecond: 1_000,
  unreadMs: 15_000,
  checkEveryMs: 2_000,
};
/** Longer than a load balancer's, so that it is not us who close a connection just being used. */
export const BEHIND_PROXY: ListenerLimits = { ...LIMITS, keepAliveMs: 65_000 };
const GRACE_MS = 10_000;

/** The listening socket, and how to leave without breaking off an answer. */
export class Listener {
  readonly #closing = new AbortController();
  readonly #makeHandler: () => RequestListener;
  readonly #limits: ListenerLimits;
  #server: Server | null = null;

  constructor(makeHandler: () => RequestListener, limits: ListenerLimits) {
    this.#makeHandler = makeHandler;
    this.#limits = limits;
  }

  /** Aborted when closing begins; streams end on it. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Port 0 takes a free one. @throws node's error, such as `EADDRINUSE` */
  async listen(port: number, host: string): Promise<{ readonly port: number }> {
    const server = createServer(
      {
        headersTimeout: this.#limits.headersMs,
        requestTimeout: this.#limits.requestMs,
        keepAliveTimeout: this.#limits.keepAliveMs,
        connectionsCheckingInterval: this.#limits.checkEveryMs,
      },
      this.#makeHandler(),
    );
    closeSlowClients(server, this.#limits);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
    this.#server = server;
    return { port: (server.address() as AddressInfo).port };
  }

  /** Takes no more connections, lets running requests end, and breaks off what is left after `graceMs`. */
  async close(graceMs: number = GRACE_MS): Promise<void> {
    this.#closing.abort();
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    await new Promise<void>((resolve) => {
      // A connection turns idle after its answer; node closes only those that are idle at the call.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const force = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearInterval(sweep);
        clearTimeout(force);
        resolve();
      });
      server.closeIdleConnections();
    });
  }
}
