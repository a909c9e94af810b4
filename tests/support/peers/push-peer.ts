import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';
import { importJWK, jwtVerify } from 'jose';
import type { PushSubscription } from '../../../src/ports/push-subscriptions.ts';

export interface ReceivedPush {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What the browser reads once it has decrypted it. */
  readonly text: string;
}

export type PushAnswer = { readonly status: number } | { readonly hang: true };

export interface PushPeer {
  readonly received: ReceivedPush[];
  /** By endpoint, until taken away; without one a push is accepted. */
  readonly answers: Map<string, PushAnswer>;
  /** A browser that asked to be told. */
  browser(): PushSubscription;
  close(): Promise<void>;
}

/**
 * A push service and the browsers behind it: takes only what is signed for it (VAPID, RFC 8292) and what the
 * browser can decrypt (RFC 8291).
 */
export async function startPushPeer(): Promise<PushPeer> {
  const received: ReceivedPush[] = [];
  const answers = new Map<string, PushAnswer>();
  const browsers = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer }>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const endpoint = `${origin}${request.url}`;
      const answer = answers.get(endpoint);
      const end = (status: number): void => void response.writeHead(status).end();
      if (answer !== undefined) {
        if ('status' in answer) end(answer.status);
        return;
      }
      const browser = browsers.get(endpoint);
      if (browser === undefined) return end(410);
      signedFor(origin, request.headers.authorization).then(
        () => {
          const text = ece.decrypt(Buffer.concat(chunks), {
            version: 'aes128gcm',
            privateKey: browser.ecdh,
            authSecret: browser.auth.toString('base64url'),
          });
          received.push({ endpoint, headers: request.headers, text: text.toString('utf8') });
          end(201);
        },
        () => end(403),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    received,
    answers,
    browser() {
      const ecdh = createECDH('prime256v1');
      const auth = randomBytes(16);
      const endpoint = `${origin}/push/${randomBytes(24).toString('base64url')}`;
      browsers.set(endpoint, { ecdh, auth });
      const p256dh = ecdh.generateKeys('base64url');
      return { endpoint, keys: { p256dh, auth: auth.toString('base64url') } };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `vapid t=<JWT>, k=<public key>`, for this origin and a day at most. */
async function signedFor(audience: string, authorization = ''): Promise<void> {
  const [, token, key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  if (token === undefined || key === undefined) throw new Error('not signed');
  const point = Buffer.from(key, 'base64url');
  const publicKey = await importJWK(
    {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
    'ES256',
  );
  const { payload } = await jwtVerify(token, publicKey, { audience });
  if (!/^(mailto:|https:)/.test(payload.sub ?? '')) throw new Error('nobody to write to');
}
