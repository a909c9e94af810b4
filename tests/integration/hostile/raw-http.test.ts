import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG, PATIENCE_MS } from './effort.ts';
import { startStaffedLea, type StaffedLea } from './staffed-lea.ts';

let lea: StaffedLea;
beforeAll(async () => {
  lea = await startStaffedLea();
});
afterAll(() => lea?.stop());

/** What comes back for bytes that no well-behaved client would send; empty when the line is cut. */
function raw(bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(lea.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const heard: Buffer[] = [];
    socket.setTimeout(20_000, () => socket.destroy());
    socket.on('data', (part) => heard.push(part));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Being hung up on is an answer too.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => resolve(Buffer.concat(heard).toString('latin1')));
    socket.write(bytes);
  });
}
const get = (target: string, headers = ''): Promise<string> =>
  raw(`GET ${target} HTTP/1.1\r\nHost: lea\r\nConnection: close\r\n${headers}\r\n`);
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** Ways out of a folder, as written in a request line. */
const WAYS_OUT = [
  '../', '../../', '../../../', '../../../../../../', '..%2f', '..%2F..%2F', '%2e%2e/', '%2e%2e%2f', '%2e%2e%2f%2e%2e%2f', '.%2e/', '%252e%252e%252f',
  '..%252f', '..\\', '..%5c', '..%5c..%5c', '%5c..%5c', '..%c0%af', '%c0%ae%c0%ae%c0%af', '..%ef%bc%8f', '%uff0e%uff0e/', '....//', '..;/', './../', '/..//', '%00../', '..%00/', '~/', '//',
  'file:///', 'C:%5c', '%2f', '%2fetc%2f..%2f', '.%00./', '..%09/', '..%0a/',
] as const; // prettier-ignore
const FOLDERS = ['/', '/images/', '/images/demo/', '/images/products/', '/media/', '/docs/', '/assets/', '/dashboard/', '/o/', '/dev/', '/rest/v1/'] as const; // prettier-ignore
const SECRETS = [
  'etc/passwd',
  'package.json',
  '.env',
  'src/main.ts',
  '.git/config',
  'secrets.json',
] as const;

describe('a way out of what is served', () => {
  it('leads nowhere, however it is written', { timeout: PATIENCE_MS }, async () => {
    const targets = FOLDERS.flatMap((folder) =>
      WAYS_OUT.flatMap((way) =>
        (LONG ? SECRETS : SECRETS.slice(0, 1)).map((file) => `${folder}${way}${file}`),
      ),
    );
    expect(targets.length).toBeGreaterThan(300);
    const leaks: string[] = [];
    const queue = [...targets];
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
          const answer = await get(
            target,
            `X-Forwarded-For: 10.99.${queue.length >> 8}.${queue.length & 255}\r\n`,
          );
          const status = statusOf(answer);
          if (status >= 500 || status === 0 || /root:x:|"dependencies"|startLea/.test(answer))
            leaks.push(`${status} ${target}`);
        }
      }),
    );
    expect(leaks).toEqual([]);
  });

  it.each(['admin', 'service'] as const)(
    'does not open for a %s who asks for media',
    async (role) => {
      for (const way of WAYS_OUT) {
        const { authorization } = lea.headersOf(role) as { authorization: string };
        const answer = await get(`/media/${way}etc/passwd`, `Authorization: ${authorization}\r\n`);
        expect(statusOf(answer), way).toBeGreaterThanOrEqual(400);
        expect(statusOf(answer), way).toBeLessThan(500);
        expect(answer).not.toContain('root:x:');
      }
    },
  );
});

/** Requests that mean two things to two readers, or that are larger or odder than any client's. */
const ODD: readonly (readonly [string, string])[] = [
  ['two lengths', 'POST /functions/send-message HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 30\r\nConnection: close\r\n\r\nabc'],
  ['length and chunks', 'POST /functions/send-message HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n'],
  ['a negative length', 'POST /functions/send-message HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\nConnection: close\r\n\r\n'],
  ['chunks of nonsense', 'POST /functions/send-message HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nZZ\r\nabc\r\n'],
  ['a space before the colon', 'GET /healthz HTTP/1.1\r\nHost : a\r\nConnection: close\r\n\r\n'],
  ['a folded header', 'GET /healthz HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\nConnection: close\r\n\r\n'],
  ['a bare line feed in a header', 'GET /healthz HTTP/1.1\nHost: a\nConnection: close\n\n'],
  ['NUL in a header', 'GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\nConnection: close\r\n\r\n'],
  ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['two hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
  ['a host that is none', 'GET /healthz HTTP/1.1\r\nHost: a b/../c?\r\nConnection: close\r\n\r\n'],
  ['an absolute target', 'GET http://evil.example/healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a target that is no URL', 'GET http://[::1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a target of slashes', 'GET //////// HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['two slashes and a host', 'GET //evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a star', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a method of its own', 'BREW /coffee HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['an upgrade', 'GET /events HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/9', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n'],
  ['a percent that ends', 'GET /o/% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['half a character', 'GET /o/%ed%a0%80 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a percent in a query', 'GET /rest/v1/products?name=eq.%E0%A4 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['NUL in a query', 'GET /rest/v1/products?name=eq.%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['NUL in a path', 'GET /o/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['ten thousand parameters', `GET /rest/v1/products?${'a=eq.1&'.repeat(1_500)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`],
  ['a header of 100 kB', `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\nConnection: close\r\n\r\n`],
  ['five thousand headers', `GET /healthz HTTP/1.1\r\nHost: a\r\n${'X: 1\r\n'.repeat(5_000)}Connection: close\r\n\r\n`],
  ['a bearer of 15 kB', `GET /functions/me HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${'a.'.repeat(7_000)}\r\nConnection: close\r\n\r\n`],
  ['a thousand cookies', `GET /functions/me HTTP/1.1\r\nHost: a\r\nCookie: ${'a=b; '.repeat(1_000)}\r\nConnection: close\r\n\r\n`],
  ['an address that is none', 'GET /rest/v1/products HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: not-an-address, \u00ff, 1.2.3.4.5\r\nConnection: close\r\n\r\n'],
  ['a gzip that is none', 'POST /functions/whatsapp-webhook HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc'],
  ['an encoding nobody knows', 'POST /functions/redeem-coupon HTTP/1.1\r\nHost: a\r\nContent-Encoding: x-evil\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}'],
  ['a form without an end', 'POST /functions/import-products HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 40\r\nConnection: close\r\n\r\n--x\r\nContent-Disposition: form-data; nam'],
  ['a request that stops', 'POST /functions/send-message HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\nConnection: close\r\n\r\nabc'],
  ['a binary greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001'],
]; // prettier-ignore

describe('a request that no client makes', () => {
  it.each(ODD)('%s is refused or answered, never by a failure', async (_name, bytes) => {
    const answer = await raw(Buffer.from(bytes, 'latin1'));
    expect(statusOf(answer)).toBeLessThan(500);
    expect(answer).not.toMatch(/evil\.example/);
  });

  it('leaves the server well', async () => {
    expect((await fetch(`${lea.url}/readyz`)).status).toBe(200);
  });
});
