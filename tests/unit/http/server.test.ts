import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ID, startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
afterEach(() => app.close());

describe('headers', () => {
  test('do not send a browser to https unless the shop is there', async () => {
    app = await startTestApp();
    const { headers } = await app.fetch('/healthz');
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('do with an https address', async () => {
    app = await startTestApp({ settings: { publicUrl: 'https://lea.example' } });
    const { headers } = await app.fetch('/healthz');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  });

  test('for browsers are not sent to the gateway, who still gets errors in JSON', async () => {
    app = await startTestApp();
    const { status, body, headers } = await app.call('POST', '/functions/v1/whatsapp-webhook', {
      body: {},
    });
    expect([status, body['code'], headers.get('content-security-policy')]).toEqual([
      401,
      'invalid_secret',
      null,
    ]);
    expect(headers.get('x-request-id')).not.toBeNull();
    expect((await app.call('GET', '/functions/whatsapp-webhook')).status).toBe(405);
  });

  test('keep answers out of caches and large ones small', async () => {
    app = await startTestApp();
    const { headers } = await app.fetch('/openapi.json', { headers: { 'accept-encoding': 'br' } });
    expect([headers.get('cache-control'), headers.get('content-encoding')]).toEqual([
      'no-store',
      'br',
    ]);
  });
});

describe('other origins', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,apikey',
    },
  };

  test('are not let in by default', async () => {
    app = await startTestApp();
    expect(
      (await app.fetch('/functions/take-over', preflight)).headers.get(
        'access-control-allow-origin',
      ),
    ).toBeNull();
  });

  test('are let in when listed, without credentials, and may read errors', async () => {
    app = await startTestApp({ settings: { corsOrigins: ['https://shop.example/'] } });
    const { status, headers } = await app.fetch('/functions/take-over', preflight);
    expect([
      status,
      headers.get('access-control-allow-origin'),
      headers.get('access-control-allow-headers'),
      headers.get('access-control-allow-credentials'),
    ]).toEqual([204, 'https://shop.example', 'authorization,apikey', null]);
    const refused = await app.fetch('/functions/take-over', {
      method: 'POST',
      headers: { origin: 'https://shop.example' },
    });
    expect([
      refused.status,
      refused.headers.get('access-control-allow-origin'),
      refused.headers.get('vary'),
    ]).toEqual([401, 'https://shop.example', expect.stringContaining('Origin')]);
    const other = await app.fetch('/healthz', { headers: { origin: 'https://other.example' } });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('sign-in', () => {
  test('is handed to the library with its body unread, limited by address', async () => {
    app = await startTestApp({
      settings: { anonymousPerMinute: 1 },
      deps: {
        auth: {
          nodeHandler: async (request, response) => {
            const chunks: Buffer[] = [];
            for await (const chunk of request) chunks.push(chunk as Buffer);
            response
              .setHeader('content-type', 'application/json')
              .end(`{"url":"${request.url}","body":${Buffer.concat(chunks).toString()}}`);
          },
          endpoints: async () => [],
        },
      },
    });
    const first = await app.call('POST', '/auth/sign-in/email?x=1', { body: { email: 'a@b.c' } });
    expect([first.status, first.body]).toEqual([
      200,
      { url: '/auth/sign-in/email?x=1', body: { email: 'a@b.c' } },
    ]);
    expect((await app.call('POST', '/auth/sign-in/email', { body: {} })).status).toBe(429);
  });

  test('that fails before it answers is a 500 like any other', async () => {
    app = await startTestApp({
      deps: {
        auth: { nodeHandler: () => Promise.reject(new Error('gone')), endpoints: async () => [] },
      },
    });
    const { status, body } = await app.call('GET', '/auth/token');
    expect([status, body['code']]).toEqual([500, 'internal']);
  });
});

describe('pictures', () => {
  const images = async (key: string) => {
    if (key === 'demo/creme.svg')
      return { bytes: Buffer.from('<svg/>'), mimeType: 'image/svg+xml' };
    return key === 'note.html' ? { bytes: Buffer.from('<script>'), mimeType: 'text/html' } : null;
  };

  test('are public, cached for long, and harmless as documents', async () => {
    app = await startTestApp({ deps: { images } });
    const response = await app.fetch('/images/demo/creme.svg');
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'image/svg+xml',
      '<svg/>',
    ]);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  test.each(['unknown.png', '..%2F..%2Fetc%2Fpasswd', 'note.html', '%00'])(
    'that are none are 404 (%s)',
    async (key) => {
      app = await startTestApp({ deps: { images } });
      expect((await app.fetch(`/images/${key}`)).status).toBe(404);
    },
  );
});

describe('the dashboard', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'lea-static-'));
    await mkdir(path.join(root, 'assets'));
    await writeFile(path.join(root, 'index.html'), '<!doctype html>Léa');
    await writeFile(path.join(root, 'assets/app-1a2b.js'), 'export {}');
    await writeFile(path.join(root, 'favicon.svg'), '<svg/>');
    await writeFile(path.join(root, 'sw.js'), '');
    await writeFile(path.join(root, '.secret'), 'x');
  });
  afterAll(() => rm(root, { recursive: true }));
  const get = async (at: string, accept = 'text/html') => {
    const response = await app.fetch(at, { headers: { accept } });
    return [
      response.status,
      response.headers.get('cache-control'),
      response.headers.get('content-type')?.split(';')[0],
    ];
  };

  test('is served with pages always asked for again and assets kept for ever', async () => {
    app = await startTestApp({ deps: { staticFiles: { root } } });
    const page = [200, 'no-cache', 'text/html'];
    expect(await get('/')).toEqual(page);
    expect(await get('/inbox/0190?tab=mine')).toEqual(page);
    expect(await get('/simulator')).toEqual(page);
    expect(await get('/assets/app-1a2b.js', '*/*')).toEqual([
      200,
      'max-age=31536000,immutable',
      'text/javascript',
    ]);
    expect(await get('/favicon.svg', '*/*')).toEqual([200, 'max-age=3600', 'image/svg+xml']);
    expect((await get('/sw.js', '*/*'))[1]).toBe('no-cache');
  });

  test.each([
    '/functions/nothing',
    '/rest/v1/nothing',
    '/assets/gone.js',
    '/auth/nothing',
    '/simulator/messages',
    '/.secret/x',
    '/..%2f..%2fetc%2fpasswd',
  ])('does not answer for %s', async (at) => {
    app = await startTestApp({ deps: { staticFiles: { root } } });
    expect((await get(at, at.startsWith('/.') ? '*/*' : 'text/html'))[0]).toBe(404);
  });

  test('does not answer programs with a page, nor serve hidden files', async () => {
    app = await startTestApp({ deps: { staticFiles: { root } } });
    expect(await get('/nothing', 'application/json')).toEqual([
      404,
      'no-store',
      'application/json',
    ]);
    expect((await get('/.secret', '*/*'))[0]).toBe(404);
  });
});

describe('closing', () => {
  test('lets a running request end, takes no new ones, and does not wait for idle connections', async () => {
    app = await startTestApp();
    let finish = () => {};
    app.useCases.when('takeOver', () => new Promise<void>((resolve) => (finish = resolve)));
    const running = app.call('POST', '/functions/take-over', {
      as: 'support',
      body: { conversation_id: ID },
    });
    await expect.poll(() => app.useCases.calls.length).toBe(1);
    const idle = connect(Number(new URL(app.url).port), '127.0.0.1').on('error', () => {});
    // Longer than a test may take: had it waited for the idle one, this would never end.
    const closed = app.server.close(60_000);
    await expect(fetch(`${app.url}/healthz`)).rejects.toThrow();
    finish();
    const { status, headers } = await running;
    await closed;
    idle.destroy();
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
  });

  test('breaks off what does not end in time', async () => {
    app = await startTestApp();
    app.useCases.when('takeOver', () => new Promise<void>(() => {}));
    const running = app.call('POST', '/functions/take-over', {
      as: 'support',
      body: { conversation_id: ID },
    });
    running.catch(() => {});
    await expect.poll(() => app.useCases.calls.length).toBe(1);
    await app.server.close(100);
    await expect(running).rejects.toThrow();
  });

  test('tells streams to end', async () => {
    app = await startTestApp();
    expect(app.server.closing.aborted).toBe(false);
    await app.server.close(100);
    expect(app.server.closing.aborted).toBe(true);
  });
});
