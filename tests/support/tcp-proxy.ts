import {
  createServer,
  connect,
  type AddressInfo,
  type NetConnectOpts,
  type Socket,
} from 'node:net';

/** Where PostgreSQL listens, as `net.connect` takes it. */
export function serverOf(databaseUrl: string): NetConnectOpts {
  const { hostname, port, searchParams } = new URL(databaseUrl);
  const folder = searchParams.get('host');
  return folder?.startsWith('/')
    ? { path: `${folder}/.s.PGSQL.${port}` }
    : { host: hostname, port: Number(port) };
}

/** A TCP relay on loopback between Léa and a server, with the faults of a network. */
export interface TcpProxy {
  readonly port: number;
  /** `url` with this relay's host and port. */
  through(url: string): string;
  /** Connections that are open now. */
  readonly open: number;
  /** Ends every connection with a reset, as a restarting server does; new ones pass. */
  cut(): void;
  /** Half-open: connections stay, and nothing passes any more in either direction. New ones hang too. */
  freeze(): void;
  /** Bytes pass again. Connections that were frozen are ended, as their bytes are lost. */
  thaw(): void;
  /** As `freeze`, for the connections there are now only: new ones pass. */
  stall(): void;
  /** Refuses new connections (and ends those there are) until `allow`. */
  refuse(): void;
  allow(): void;
  close(): Promise<void>;
}

/** @param databaseUrl whose server, on a socket or on TCP, stands behind it */
export async function startTcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const target = serverOf(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  const stalled = new Set<readonly [Socket, Socket]>();
  let frozen = false;
  let refusing = false;

  const server = createServer((near) => {
    if (refusing) return void near.resetAndDestroy();
    const far = connect(target);
    const pair = [near, far] as const;
    pairs.add(pair);
    const passes = (): boolean => !frozen && !stalled.has(pair);
    const end = (): void => {
      pairs.delete(pair);
      stalled.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.setNoDelay(true);
      from.on('data', (bytes: Buffer) => {
        if (passes()) to.write(bytes);
      });
      // A frozen relay does not tell of an end either.
      from.on('end', () => {
        if (passes()) to.end();
      });
      from.on('error', end);
      from.on('close', () => {
        if (passes()) end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const cut = (): void => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
    pairs.clear();
    stalled.clear();
  };

  return {
    port,
    through: (url) => {
      const changed = new URL(url);
      changed.searchParams.delete('host');
      changed.hostname = '127.0.0.1';
      changed.port = String(port);
      return changed.toString();
    },
    get open() {
      return pairs.size;
    },
    cut,
    freeze: () => {
      frozen = true;
    },
    thaw: () => {
      frozen = false;
      cut();
    },
    stall: () => {
      for (const pair of pairs) stalled.add(pair);
    },
    refuse: () => {
      refusing = true;
      cut();
    },
    allow: () => {
      refusing = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
