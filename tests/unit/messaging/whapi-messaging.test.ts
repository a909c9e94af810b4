import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageResolver, ownImages } from '../../../src/adapters/images/image-resolver.ts';
import {
  WhapiMessaging,
  type WhapiMessagingOptions,
} from '../../../src/adapters/messaging/whapi/whapi-messaging.ts';
import type { OutboundContent } from '../../../src/ports/messaging-gateway.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { oggOfSize, startWhapiPeer, type WhapiPeer } from '../../support/peers/whapi-peer.ts';

const AWA = '24174000000@s.whatsapp.net';
const TOKEN = 'a-very-secret-token';
const CHOICES: OutboundContent = {
  kind: 'choices',
  text: 'On commence ?',
  choices: [
    { id: 'yes', title: 'Oui' },
    { id: 'no', title: 'Non' },
  ],
};

let peer: WhapiPeer;
let gateway: WhapiMessaging;
const open = (more: Partial<WhapiMessagingOptions> = {}) =>
  new WhapiMessaging({ token: TOKEN, baseUrl: peer.url, ...more });
beforeEach(async () => {
  peer = await startWhapiPeer({ token: TOKEN });
  gateway = open();
});
afterEach(async () => {
  await peer.close();
  await gateway.close();
});

const send = (content: OutboundContent, through = gateway) =>
  through.send({ chatId: AWA, content, idempotencyKey: 'k' });
const say = (text: string, through = gateway) => send({ kind: 'text', text }, through);
async function failureOf(work: Promise<unknown>): Promise<ProviderError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProviderError);
  return error as ProviderError;
}

describe('on the wire', () => {
  it('sends a text with the token and nothing more', async () => {
    const { providerId } = await say('Bonjour');
    expect(peer.requests[0]).toMatchObject({
      method: 'POST',
      path: '/messages/text',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: { to: AWA, body: 'Bonjour' },
    });
    expect(peer.sent()[0]?.id).toBe(providerId);
  });

  it('sends buttons and lists in the documented shapes', async () => {
    await send(CHOICES);
    const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, description: `le ${id}` }));
    await send({ kind: 'choices', text: 'Lequel ?', choices });
    expect(peer.requests.map(({ body }) => body)).toEqual([
      {
        to: AWA,
        type: 'button',
        body: { text: 'On commence ?' },
        action: {
          buttons: [
            { type: 'quick_reply', title: 'Oui', id: 'yes' },
            { type: 'quick_reply', title: 'Non', id: 'no' },
          ],
        },
      },
      {
        to: AWA,
        type: 'list',
        body: { text: 'Lequel ?' },
        action: { list: { label: 'Choisir', sections: [{ title: 'Choix', rows: choices }] } },
      },
    ]);
  });

  it('opens a list with words in the language of the customer', async () => {
    const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id }));
    const labels = { open: 'Choose', section: 'Choices' };
    await send({ kind: 'choices', text: 'Which one?', choices, labels });
    expect(peer.requests[0]?.body).toMatchObject({
      action: { list: { label: 'Choose', sections: [{ title: 'Choices' }] } },
    });
  });

  it('shows that it types, and asks for health without waking the channel', async () => {
    await gateway.showTyping(AWA);
    await gateway.health();
    expect(peer.requests).toMatchObject([
      {
        method: 'PUT',
        path: `/presences/${encodeURIComponent(AWA)}`,
        body: { presence: 'typing' },
      },
      { method: 'GET', path: '/health', query: '?wakeup=false' },
    ]);
  });

  it('keeps connections', async () => {
    for (let n = 0; n < 20; n += 1) await say(`message ${n}`);
    // The first may still be busy with its answer when the second message comes.
    expect(peer.connections).toBeLessThanOrEqual(2);
  });

  it('honours a base URL with a path and a slash', async () => {
    await failureOf(say('x', open({ baseUrl: `${peer.url}/proxy/` })));
    expect(peer.requests[0]?.path).toBe('/proxy/messages/text');
  });
});

describe('pictures', () => {
  const picture = (imageUrl: string): OutboundContent => ({
    kind: 'image',
    imageUrl,
    caption: 'Crème',
  });
  const here = picture('http://localhost:3000/images/a.jpg');

  it('hands over the address of one that is public', async () => {
    await send(picture('https://shop.example/a.jpg'));
    expect(peer.sent()[0]?.body).toEqual({
      to: AWA,
      media: 'https://shop.example/a.jpg',
      caption: 'Crème',
    });
  });

  it('hands over the bytes of one that only we can reach', async () => {
    const loadImage = async () => ({ bytes: Buffer.from('ffd8ff', 'hex'), mimeType: 'image/jpeg' });
    await send(here, open({ loadImage }));
    expect(peer.sent()[0]?.body['media']).toBe('data:image/jpeg;base64,/9j/');
  });

  it('hands over JPEG of what the shop keeps as WebP', async () => {
    const bytes = await sharp({
      create: { width: 9, height: 9, channels: 4, background: '#00000000' },
    })
      .webp()
      .toBuffer();
    const key = `products/${'a'.repeat(64)}`;
    const store = {
      get: async (asked: string) =>
        asked === `${key}.webp` ? { bytes, mimeType: 'image/webp' } : null,
    };
    const loadImage = ownImages('http://localhost:3000', imageResolver(store));
    await send(picture(`http://localhost:3000/images/${key}.jpg`), open({ loadImage }));
    const { media } = peer.sent()[0]!.body as { media: string };
    expect(media).toMatch(/^data:image\/jpeg;base64,/);
    const { data, info } = await sharp(Buffer.from(media.split(',')[1]!, 'base64'))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, data[0]]).toEqual([9, 9, 255]);
  });

  it.each<[string, Partial<WhapiMessagingOptions>]>([
    ['nobody can load', {}],
    ['is gone', { loadImage: async () => null }],
    ['cannot be loaded', { loadImage: () => Promise.reject(new Error('disk')) }],
    [
      'is too large',
      { loadImage: async () => ({ bytes: Buffer.alloc(5_242_881), mimeType: 'image/png' }) },
    ],
    [
      'is of a kind for stickers',
      { loadImage: async () => ({ bytes: Buffer.alloc(9), mimeType: 'image/webp' }) },
    ],
  ])('says it without one that %s', async (_why, options) => {
    await send(here, open(options));
    expect(peer.sent()).toMatchObject([{ type: 'text', body: { body: 'Crème' } }]);
  });

  it('says it without one that WhatsApp would take for a sticker', async () => {
    await send(picture('https://shop.example/a.webp'));
    expect(peer.requests.map(({ path }) => path)).toEqual(['/messages/text']);
  });

  it('says it without one that Whapi refuses', async () => {
    peer.script({ on: '/messages/image', status: 415, body: { error: { code: 415 } } });
    await send(picture('https://shop.example/a.bmp'));
    expect(peer.sent()).toMatchObject([{ type: 'text', body: { body: 'Crème' } }]);
  });
});

describe('choices that Whapi cannot send', () => {
  it.each<[string, object]>([
    ['400', { status: 400 }],
    ['403', { status: 403 }],
    ['404', { status: 404, body: { error: { code: 404, message: 'Not found' } } }],
    ['500', { status: 500 }],
    ['sent: false', { body: { sent: false } }],
  ])('are written out after %s', async (_why, behaviour) => {
    peer.script({ on: '/messages/interactive', ...behaviour });
    await send(CHOICES);
    expect(peer.sent()).toMatchObject([{ body: { body: 'On commence ?\n\n1. Oui\n2. Non' } }]);
  });

  it.each<[string, object]>([
    ['401', { status: 401 }],
    ['402', { status: 402 }],
    [
      '404 for the channel',
      { status: 404, body: { error: { code: 404, message: 'Channel not found' } } },
    ],
    ['429', { status: 429 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['a torn connection', { drop: true }],
    ['sent: false with an id', { body: { sent: false, message: { id: 'x' } } }],
    ['an answer that is no JSON', { body: '<html>' }],
  ])('are not sent twice after %s', async (_why, behaviour) => {
    peer.script({ on: '/messages/interactive', ...behaviour });
    await failureOf(send(CHOICES));
    expect(peer.requests).toHaveLength(1);
  });
});

describe('failures', () => {
  const error = (code: number, message = 'x') => ({ error: { code, message } });

  it.each([
    [400, 'rejected', false, false, /malformed/],
    [401, 'rejected', false, false, /WHAPI_TOKEN/],
    [402, 'rejected', false, false, /paid/],
    [403, 'rejected', false, false, /not allow/],
    [404, 'rejected', false, false, /not know/],
    [413, 'rejected', false, false, /too large/],
    [415, 'rejected', false, false, /kind of file/],
    [302, 'rejected', false, false, /WHAPI_BASE_URL/],
    [418, 'rejected', false, false, /refuses/],
    [408, 'unavailable', true, true, /out of order/],
    [429, 'rate_limited', true, false, /slow down/],
    [500, 'unavailable', true, true, /out of order/],
    [502, 'unavailable', true, true, /out of order/],
    [503, 'unavailable', true, true, /out of order/],
  ] as const)('%i is %s', async (status, kind, retryable, mayHaveActed, words) => {
    peer.script({ status, body: error(status) });
    const failure = await failureOf(say('Bonjour'));
    expect(failure).toMatchObject({ provider: 'whapi', kind, retryable, mayHaveActed });
    expect(failure.message).toMatch(words);
  });

  it('tells a lost channel from a wrong path', async () => {
    peer.script({ status: 404, body: error(404, 'Channel not found') });
    const failure = await failureOf(say('Bonjour'));
    expect(failure).toMatchObject({ kind: 'rejected', retryable: false });
    expect(failure.message).toMatch(/no channel for this token.*WHAPI_TOKEN/);
  });

  it('quotes neither token nor number nor text', async () => {
    peer.script({ status: 400, body: error(400, `${AWA} said Bonjour Awa with ${TOKEN}`) });
    const failure = await failureOf(say('Bonjour Awa'));
    expect(`${failure.message} ${failure.stack}`).not.toMatch(/24174|Bonjour|secret/);
  });

  it.each(['null', '[]', '"x"', '{"error":null}', '{"error":{"code":{}}}', '<html>', ''])(
    'takes %j for the body of an error',
    async (body) => {
      peer.script({ status: 500, body });
      expect((await failureOf(say('x'))).kind).toBe('unavailable');
    },
  );

  it.each([
    '',
    'null',
    '[]',
    '"ok"',
    '{}',
    '<html>',
    '{"message":{}}',
    '{"message":{"id":5}}',
    '{"sent":"yes"}',
  ])('takes a success of %j for one that may have happened', async (body) => {
    peer.script({ status: 200, body });
    expect(await failureOf(say('x'))).toMatchObject({
      kind: 'unavailable',
      mayHaveActed: true,
      retryable: true,
    });
  });

  it('does not ask for another try of what was surely sent', async () => {
    peer.script({ body: { sent: true } });
    expect(await failureOf(say('x'))).toMatchObject({ mayHaveActed: true, retryable: false });
  });

  it('believes 201 and an answer without "sent"', async () => {
    peer.script({ status: 201, body: { message: { id: 'abc' } } });
    expect(await say('x')).toEqual({ providerId: 'abc' });
  });

  it('does not read an endless answer', async () => {
    peer.script({ body: 'x'.repeat(3_000_000) }, { status: 500, body: 'x'.repeat(3_000_000) });
    expect((await failureOf(say('x'))).mayHaveActed).toBe(true);
    expect((await failureOf(say('x'))).kind).toBe('unavailable');
    await say('after that');
  });

  it.each<[string, object]>([
    ['no answer', { hang: true, acts: true }],
    ['a late answer', { delayMs: 1_000 }],
    ['a slow body', { body: { sent: true, message: { id: 'x'.repeat(100) } }, dripMs: 20 }],
  ])('gives up on %s, which may have acted', async (_what, behaviour) => {
    const hurried = open({ timeoutMs: 250 });
    peer.script(behaviour);
    const failure = await failureOf(say('x', hurried));
    expect(failure).toMatchObject({ kind: 'unavailable', retryable: true, mayHaveActed: true });
  });

  it('knows that a connection torn after the request may have acted', async () => {
    peer.script({ drop: true, acts: true });
    expect(await failureOf(say('x'))).toMatchObject({ kind: 'unavailable', mayHaveActed: true });
    expect(peer.sent()).toHaveLength(1);
  });

  it('knows that without a connection nothing happened', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const failure = await failureOf(say('x', open({ baseUrl: `http://127.0.0.1:${port}` })));
    expect(failure).toMatchObject({ kind: 'unavailable', retryable: true, mayHaveActed: false });
  });

  it('says when the health cannot be asked', async () => {
    peer.script({ on: '/health', status: 404, body: error(404, 'Channel not found') });
    expect((await failureOf(gateway.health())).message).toMatch(/WHAPI_TOKEN/);
    peer.script({ on: '/health', body: '<html>' });
    expect(await gateway.health()).toBe('unknown');
  });

  it('does not mind failing to show that it types', async () => {
    peer.script({ on: '/presences', status: 500 }, { on: '/presences', drop: true });
    await gateway.showTyping(AWA);
    await gateway.showTyping(AWA);
    expect(peer.requests).toHaveLength(2);
  });
});

describe('files', () => {
  const bytes = oggOfSize();
  const voice = (link: string | null, providerMediaId: string | null = null) =>
    gateway.fetchMedia({ link, providerMediaId, mimeType: 'audio/ogg' }, 10_000);

  it('sends the token for an id and not for a link', async () => {
    const link = peer.addMedia('v1', { bytes });
    await voice(link, 'v1');
    await voice(null, 'v1');
    expect(peer.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/files/v1', undefined],
      ['/media/v1', `Bearer ${TOKEN}`],
    ]);
  });

  it.each(['http://169.254.169.254/latest', 'http://127.0.0.1:1/x', 'file:///x'])(
    'asks for the id where the link %s is refused',
    async (link) => {
      peer.addMedia('v1', { bytes });
      expect((await voice(link, 'v1')).mimeType).toBe('audio/ogg');
    },
  );

  it('asks for the id where the link has expired', async () => {
    const link = peer.addMedia('v1', { bytes });
    peer.script({ on: '/files', status: 410 });
    expect((await voice(link, 'v1')).bytes).toHaveLength(bytes.length);
  });

  it('does not ask again for what is too large', async () => {
    const link = peer.addMedia('v1', { bytes: oggOfSize(10_001) });
    expect((await failureOf(voice(link, 'v1'))).kind).toBe('rejected');
    expect(peer.requests).toHaveLength(1);
  });

  it('keeps the token from where the gateway redirects to', async () => {
    const other = await startWhapiPeer();
    peer.script({ on: '/media', status: 302, headers: { location: `${other.url}/files/x` } });
    expect((await failureOf(voice(null, 'v1'))).kind).toBe('rejected');
    expect(other.connections).toBe(0);
    await other.close();
  });

  it('believes the bytes, where header and claim do not contradict them', async () => {
    const link = peer.addMedia('v1', { bytes, contentType: 'text/html' });
    expect((await failureOf(voice(link))).kind).toBe('rejected');
    const fine = peer.addMedia('v2', { bytes, contentType: 'audio/mpeg' });
    expect((await voice(fine)).mimeType).toBe('audio/ogg');
  });

  it('cannot be led out of /media by an id', async () => {
    await failureOf(voice(null, '../settings?x='));
    expect(peer.requests[0]?.path).toBe('/media/..%2Fsettings%3Fx%3D');
  });
});
