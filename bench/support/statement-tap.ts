import { connect, createServer, type Socket } from 'node:net';
import { serverOf } from '../../tests/support/tcp-proxy.ts';

export interface TappedStatement {
  readonly connection: number;
  /** Statements of one packet were sent together and are waited for together. */
  readonly packet: number;
  readonly sql: string;
}

export interface StatementTap {
  /** The database's address through the tap. */
  readonly url: string;
  readonly statements: readonly TappedStatement[];
  /** Forgets what was seen. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Stands between a server and PostgreSQL and writes down what is asked, as the frontend's protocol has it:
 * after the first message, which bears no letter, each is a letter, a length and its content.
 */
export async function openTap(databaseUrl: string): Promise<StatementTap> {
  const sockets = new Set<Socket>();
  let statements: TappedStatement[] = [];
  let packets = 0;
  let connections = 0;

  const server = createServer((client) => {
    const connection = (connections += 1);
    const database = connect(serverOf(databaseUrl));
    const read = reader((sql) => statements.push({ connection, packet: packets, sql }));
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
    client.on('data', (chunk: Buffer) => {
      packets += 1;
      read(chunk);
      database.write(chunk);
    });
    database.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  // Past the socket.
  url.searchParams.delete('host');
  url.port = String((server.address() as { readonly port: number }).port);
  return {
    url: url.toString(),
    get statements() {
      return statements;
    },
    reset: () => {
      statements = [];
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Tells each statement that a chunk completes: what is asked at once, and what is bound, prepared now or long ago. */
function reader(tell: (sql: string) => void): (chunk: Buffer) => void {
  const prepared = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  let opened = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = opened ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = rest.readUInt32BE(head);
      if (rest.length < head + length) return;
      const letter = opened ? String.fromCharCode(rest[0]!) : '';
      const content = rest.subarray(head + 4, head + length);
      rest = rest.subarray(head + length);
      opened = true;
      if (!/[QPB]/.test(letter)) continue;
      // Q: the text. P: the name of a statement (or none), then its text. B: a portal's name, then the statement's.
      const [first = '', second = ''] = content.toString('latin1').split('\0', 2);
      if (letter === 'Q') tell(content.toString('utf8').slice(0, -1));
      if (letter === 'P')
        prepared.set(
          first,
          content
            .toString('utf8')
            .slice(first.length + 1)
            .split('\0', 1)[0]!,
        );
      if (letter === 'B') tell(prepared.get(second) ?? `unknown statement ${second}`);
    }
  };
}
