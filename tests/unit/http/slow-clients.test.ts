import type { RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS, Listener } from '../../../src/adapters/http/core/listener.ts';

/** Everything a hundred times as fast. */
const QUICK = {
  ...LIMITS,
  headersMs: 150,
  keepAliveMs: 150,
  bodyGraceMs: 150,
  unreadMs: 300,
  checkEveryMs: 20,
};
let listener: Listener;
let port: number;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await listener.close(0);
});

async function listen(handler: RequestListener, limits = QUICK): Promise<void> {
  listener = new Listener(() => handler, limits);
  ({ port } = await listener.listen(0, '127.0.0.1'));
}
async function open(first: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  if (first !== '') socket.write(first);
  return socket;
}
/** A byte again and again, for as long as it is taken. */
function trickle(socket: Socket, bytes = 'a'): void {
  const timer = setInterval(() => socket.write(bytes), 20);
  socket.once('close', () => clearInterval(timer));
}
/** A reset counts: whoever goes on writing to a closed connection gets one. */
const closed = (socket: Socket): Promise<unknown> =>
  new Promise((resolve) => socket.resume().once('close', resolve));
/** Reads the body to its end, then says how much there was. */
const counting: RequestListener = (request, response) => {
  let size = 0;
  request.on('data', (part: Buffer) => (size += part.length));
  request.on('end', () => response.end(String(size)));
  request.on('error', () => undefined);
};
const HEAD = 'POST / HTTP/1.1\r\nHost: lea\r\nContent-Length: 1000000\r\n\r\n';

describe('a connection is closed', () => {
  it('that says nothing', async () => {
    await listen(counting);
    await closed(await open(''));
  });

  it('whose head comes letter by letter', async () => {
    await listen(counting);
    const socket = await open('GET / HTTP/1.1\r\nX-Slow: ');
    trickle(socket);
    await closed(socket);
  });

  it('whose body comes letter by letter', async () => {
    await listen(counting);
    const socket = await open(HEAD);
    trickle(socket);
    await closed(socket);
  });

  it('whose body does not come at all', async () => {
    await listen(counting);
    await closed(await open(HEAD));
  });

  it('whose body comes letter by letter in pieces', async () => {
    await listen(counting);
    const socket = await open('POST / HTTP/1.1\r\nHost: lea\r\nTransfer-Encoding: chunked\r\n\r\n');
    trickle(socket, '1\r\na\r\n');
    await closed(socket);
  });

  it('whose body goes on letter by letter after it was refused', async () => {
    await listen((_request, response) => response.writeHead(401).end());
    const socket = await open(HEAD);
    trickle(socket);
    await closed(socket);
  });

  it('that begins a second request and does not end it', async () => {
    await listen(counting);
    const socket = await open('GET / HTTP/1.1\r\nHost: lea\r\n\r\n');
    await once(socket, 'data');
    socket.write('GET / HT');
    trickle(socket);
    await closed(socket);
  });

  it('that stays after its answer without a further request', async () => {
    await listen(counting);
    await closed(await open('GET / HTTP/1.1\r\nHost: lea\r\n\r\n'));
  });

  it('that asks for much and takes nothing of it', async () => {
    const dropped = new Promise((resolve) => {
      void listen((_request, response) => {
        response.once('close', resolve);
        response.end(Buffer.alloc(50_000_000));
      }).then(async () => (await open('GET / HTTP/1.1\r\nHost: lea\r\n\r\n')).pause());
    });
    await dropped;
  });
});

describe('a connection goes on', () => {
  it('that sends slowly, but sends', async () => {
    await listen(counting, { ...QUICK, bodyGraceMs: 2_000 });
    const socket = await open('POST / HTTP/1.1\r\nHost: lea\r\nContent-Length: 100000\r\n\r\n');
    for (let sent = 0; sent < 100_000; sent += 5_000) {
      socket.write('a'.repeat(5_000));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 [^]*100000/);
  });

  it('whose body we do not read yet', async () => {
    await listen((request, response) => {
      setTimeout(() => counting(request, response), 500);
    });
    const socket = await open(
      `POST / HTTP/1.1\r\nHost: lea\r\nContent-Length: 100000\r\n\r\n${'a'.repeat(100_000)}`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/100000/);
  });

  it('that waits for an answer of ours, and a stream that beats', async () => {
    await listen((_request, response) => {
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const timer = setInterval(() => response.write(':\n\n'), 100);
        setTimeout(() => response.end('data: end\n\n'), 1_500);
        response.once('close', () => clearInterval(timer));
      }, 700);
    });
    const socket = await open('GET /events HTTP/1.1\r\nHost: lea\r\nConnection: close\r\n\r\n');
    let heard = '';
    socket.on('data', (part: Buffer) => (heard += part.toString()));
    await closed(socket);
    expect(heard).toContain('data: end');
  });
});

it('all of that takes at most 20 s, and a slow phone may send the largest picture', () => {
  const { headersMs, bodyGraceMs, unreadMs, keepAliveMs, checkEveryMs, requestMs } = LIMITS;
  // Node adds a second to what it promises about idle connections.
  for (const limit of [headersMs, bodyGraceMs, unreadMs, keepAliveMs + 1_000])
    expect(limit + 2 * checkEveryMs).toBeLessThanOrEqual(20_000);
  // Eight megabytes at 30 kB/s.
  expect(requestMs).toBeGreaterThanOrEqual((8 * 1_048_576) / 30);
});
