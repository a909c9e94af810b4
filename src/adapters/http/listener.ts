import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A phone on a slow network takes a while to send one megabyte; nobody takes longer. */
const REQUEST_TIMEOUT_MS = 60_000;
/** Longer than a load balancer's, so that it is not us who close a connection just being used. */
const KEEP_ALIVE_MS = 65_000;
const GRACE_MS = 10_000;

/** The listening socket, and how to leave without breaking off an answer. */
export class Listener {
  readonly #closing = new AbortController();
  readonly #makeHandler: () => RequestListener;
  #server: Server | null = null;

  constructor(makeHandler: () => RequestListener) {
    this.#makeHandler = makeHandler;
  }

  /** Aborted when closing begins; streams end on it. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Port 0 takes a free one. @throws node's error, such as `EADDRINUSE` */
  async listen(port: number, host: string): Promise<{ readonly port: number }> {
    const server = createServer(
      { requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS },
      this.#makeHandler(),
    );
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
