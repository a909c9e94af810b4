import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPublicAddress, looksPublic } from '../../../src/adapters/network/public-address.ts';
import { SafeFetch } from '../../../src/adapters/messaging/shared/safe-fetch.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';

/** Ways to write an address of this machine or of a private network into a link. */
const HOSTS = [
  '127.0.0.1',
  '127.0.0.2',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '0177.0x0.0.1',
  '00000177.0.0.1',
  '127.0.0.1.',
  '0',
  '0.0.0.0',
  '0.0.0.1',
  '0x0',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '127%2e0%2e0%2e1',
  '%31%32%37.0.0.1',
  '10.0.0.1',
  '10.255.255.255',
  '0xa.0.0.1',
  '012.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.1.254',
  '3232235521',
  '0xc0a80001',
  '169.254.169.254',
  '169.254.170.2',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:a9fe:a9fe]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::10.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2002:a00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[febf::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[100::1]',
  '[::ffff:0:127.0.0.1]',
  '[4000::1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'private.example',
  'mixed.example',
  'mapped.example',
];

const NAMES: Record<string, readonly { address: string; family: number }[]> = {
  localhost: [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ],
  'localhost.': [{ address: '127.0.0.1', family: 4 }],
  'private.example': [{ address: '127.0.0.1', family: 4 }],
  'mixed.example': [
    { address: '8.8.8.8', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ],
  'mapped.example': [{ address: '::ffff:127.0.0.1', family: 6 }],
  'media.example': [{ address: '127.0.0.1', family: 4 }],
};

interface Heard {
  readonly url: string;
  readonly headers: Record<string, unknown>;
}

describe('fetching a file from an address of others', () => {
  let server: Server;
  let port = 0;
  let connections = 0;
  let heard: Heard[] = [];
  let answer: (url: string) => {
    status?: number;
    headers?: Record<string, string>;
    body?: Buffer | null;
  };

  beforeEach(async () => {
    connections = 0;
    heard = [];
    answer = () => ({ body: Buffer.from('file') });
    server = createServer((request, response) => {
      heard.push({ url: request.url ?? '', headers: request.headers });
      const { status = 200, headers = {}, body = Buffer.alloc(0) } = answer(request.url ?? '');
      response.writeHead(status, headers);
      if (body === null) response.write('x');
      else response.end(body);
    });
    server.on('connection', () => (connections += 1));
    // Every address of this machine, both families.
    await new Promise<void>((resolve) =>
      server.listen({ port: 0, host: '::', ipv6Only: false }, resolve),
    );
    port = (server.address() as AddressInfo).port;
  });
  afterEach(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });

  const lookups: string[] = [];
  const resolve = async (name: string) => {
    lookups.push(name);
    return NAMES[name] ?? [];
  };
  /** As in the shop, but for the port and the names. */
  const strict = () => new SafeFetch({ ports: [port], resolve, timeoutMs: 2_000 });
  /** Takes this machine for a part of the internet, so that there is something to fetch. */
  const pretending = (more: ConstructorParameters<typeof SafeFetch>[0] = {}) =>
    new SafeFetch({
      ports: [port],
      resolve,
      timeoutMs: 2_000,
      isAllowed: (address) => address === '127.0.0.1',
      ...more,
    });
  const failure = async (work: Promise<unknown>): Promise<ProviderError> => {
    const error: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ProviderError);
    return error as ProviderError;
  };
  const wanted = { maxBytes: 1_000 };

  it('is tried with enough addresses', () =>
    expect(new Set(HOSTS).size).toBeGreaterThanOrEqual(60));

  it.each(HOSTS)('does not connect to %s', async (host) => {
    const error = await failure(strict().get(`http://${host}:${port}/secret`, wanted));
    expect(error).toMatchObject({ kind: 'rejected', retryable: false, mayHaveActed: false });
    expect(connections).toBe(0);
  });

  it.each(HOSTS)('is not redirected to %s', async (host) => {
    const origin = `http://127.0.0.1:${port}`;
    // Where it is led to is allowed by its port, so that only the address can be the reason.
    const fetcher = new SafeFetch({ ports: [port + 1], resolve, trustedOrigins: [origin] });
    const spelled = host.replace(/[^ -~]/gu, encodeURIComponent);
    answer = () => ({ status: 302, headers: { location: `http://${spelled}:${port + 1}/secret` } });
    const error = await failure(fetcher.get(`${origin}/start`, wanted));
    // Had it tried to connect, it would be `unavailable`.
    expect(error).toMatchObject({ kind: 'rejected' });
    expect(heard.map(({ url }) => url)).toEqual(['/start']);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://media.example/a',
    'gopher://media.example/',
    'data:text/plain,x',
    'nonsense',
    'http://',
    'http://media.example:22/',
    'http://media.example:5432/',
    'https://media.example:6379/',
  ])('refuses %s', async (link) => {
    expect(await failure(pretending().get(link, wanted))).toMatchObject({ kind: 'rejected' });
    expect(connections).toBe(0);
  });

  it('refuses a link with a name or a password in it', async () => {
    for (const user of ['user', ':pass', 'user:pass']) {
      const work = pretending().get(`http://${user}@media.example:${port}/a`, wanted);
      expect(await failure(work)).toMatchObject({ kind: 'rejected' });
    }
    expect(connections).toBe(0);
  });

  it('connects to the very address that was vetted, asking for the name once', async () => {
    lookups.length = 0;
    const { bytes } = await pretending().get(`http://media.example:${port}/a`, wanted);
    expect(Buffer.from(bytes).toString()).toBe('file');
    expect(lookups).toEqual(['media.example']);
  });

  it('vets a name anew on each redirect', async () => {
    const answers = ['127.0.0.1', '10.0.0.1'];
    const rebinding = async () => [{ address: answers.shift() ?? '10.0.0.1', family: 4 }];
    answer = () => ({ status: 307, headers: { location: '/again' } });
    const work = pretending({ resolve: rebinding }).get(`http://media.example:${port}/a`, wanted);
    expect(await failure(work)).toMatchObject({ kind: 'rejected' });
    expect(connections).toBe(1);
  });

  it('follows three redirects and no more', async () => {
    answer = (url) =>
      url === '/3'
        ? { body: Buffer.from('end') }
        : { status: 301, headers: { location: `/${Number(url.slice(1)) + 1}` } };
    const start = (at: number) => pretending().get(`http://media.example:${port}/${at}`, wanted);
    expect(Buffer.from((await start(0)).bytes).toString()).toBe('end');
    answer = () => ({ status: 302, headers: { location: '/more' } });
    expect(await failure(start(0))).toMatchObject({ kind: 'rejected' });
  });

  it('gives credentials to their origin only', async () => {
    const origin = `http://127.0.0.1:${port}`;
    const elsewhere = `http://media.example:${port}`;
    answer = (url) =>
      url === '/a'
        ? { status: 302, headers: { location: `${elsewhere}/b` } }
        : { body: Buffer.from('x') };
    const fetcher = pretending({ trustedOrigins: [origin] });
    await fetcher.get(`${origin}/a`, {
      ...wanted,
      credentials: { origin, authorization: 'Bearer t' },
    });
    expect(heard.map(({ headers }) => headers['authorization'])).toEqual(['Bearer t', undefined]);
  });

  it('stops at the limit, announced or not', async () => {
    const get = () => pretending().get(`http://media.example:${port}/a`, wanted);
    answer = () => ({ body: Buffer.alloc(1_000) });
    expect((await get()).bytes).toHaveLength(1_000);
    answer = () => ({ body: Buffer.alloc(1_001) });
    expect(await failure(get())).toMatchObject({ kind: 'rejected' });
    answer = () => ({ headers: { 'transfer-encoding': 'chunked' }, body: Buffer.alloc(5_000_000) });
    expect(await failure(get())).toMatchObject({ kind: 'rejected' });
  });

  it('does not wait for ever for a body', async () => {
    answer = () => ({ body: null });
    const work = pretending({ timeoutMs: 300 }).get(`http://media.example:${port}/a`, wanted);
    expect(await failure(work)).toMatchObject({ kind: 'unavailable', retryable: true });
  });

  it.each([
    [404, 'rejected'],
    [410, 'rejected'],
    [403, 'rejected'],
    [206, 'rejected'],
    [429, 'rate_limited'],
    [503, 'unavailable'],
  ])('says what %i deps', async (status, kind) => {
    answer = () => ({ status });
    expect(await failure(pretending().get(`http://media.example:${port}/a`, wanted))).toMatchObject(
      { kind },
    );
  });

  it('says that a name leads nowhere', async () => {
    expect((await failure(pretending().get(`http://nobody.example:${port}/a`, wanted))).kind).toBe(
      'rejected',
    );
  });
});

describe('public addresses', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['https://shop.example/a.jpg', true],
    ['http://8.8.8.8/a.jpg', true],
    ['http://localhost:3000/a.jpg', false],
    ['http://lea.local/a.jpg', false],
    ['http://web/a.jpg', false],
    ['http://192.168.1.5/a.jpg', false],
    ['http://[::1]:3000/a.jpg', false],
    ['/images/a.jpg', false],
    ['data:image/png;base64,AA', false],
  ])('%s can be fetched from outside: %s', (url, expected) => {
    expect(looksPublic(url)).toBe(expected);
  });
});
