import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice } from '../../src/domain/conversation/dialogue-state.ts';
import type {
  ChannelHealth,
  MediaReference,
  MessagingGateway,
  OutboundContent,
} from '../../src/ports/messaging-gateway.ts';
import { ProviderError, type ProviderErrorKind } from '../../src/ports/provider-error.ts';
import { oggOfSize } from '../support/peers/whapi-peer.ts';

/** What a customer sees of one message. */
export interface Seen {
  readonly text: string;
  readonly image: boolean;
  readonly buttons: readonly Choice[];
  readonly rows: readonly Choice[];
}

/** A gateway with a look at the phones behind it. */
export interface GatewayUnderTest {
  readonly gateway: MessagingGateway;
  seenBy(chatId: string): readonly Seen[];
  /** The next send fails in this way. */
  failNext(kind: ProviderErrorKind): void;
  offer(bytes: Uint8Array, mimeType: string): MediaReference;
  setHealth(health: ChannelHealth): void;
  close(): Promise<void>;
}

const AWA = '24174000000@s.whatsapp.net';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const choices = (count: number): readonly Choice[] =>
  Array.from({ length: count }, (_, index) => ({ id: `c${index}`, title: `Choix ${index + 1}` }));

/** What every way to the customer's phone does. */
export function messagingGatewayContract(
  name: string,
  open: () => Promise<GatewayUnderTest>,
): void {
  describe(`messaging gateway: ${name}`, () => {
    let test: GatewayUnderTest;
    let serial = 0;
    beforeEach(async () => {
      test = await open();
    });
    afterEach(() => test.close());

    const send = (content: OutboundContent, chatId = AWA) =>
      test.gateway.send({ chatId, content, idempotencyKey: `key-${(serial += 1)}` });
    const say = (text: string, chatId = AWA) => send({ kind: 'text', text }, chatId);
    const failureOf = async (work: Promise<unknown>): Promise<ProviderError> => {
      const error: unknown = await work.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(ProviderError);
      return error as ProviderError;
    };

    it('delivers texts to their chat, in order, each with an id of its own', async () => {
      const ids = [await say('Bonjour'), await say('à bientôt'), await say('Salut', '991234@lid')];
      expect(new Set(ids.map(({ providerId }) => providerId)).size).toBe(3);
      expect(test.seenBy(AWA).map(({ text }) => text)).toEqual(['Bonjour', 'à bientôt']);
      expect(test.seenBy('991234@lid').map(({ text }) => text)).toEqual(['Salut']);
    });

    it('keeps line breaks, emoji and other scripts', async () => {
      await say('Crème 👩🏾‍⚕️\n3 500 FCFA');
      expect(test.seenBy(AWA)[0]?.text).toBe('Crème 👩🏾‍⚕️\n3 500 FCFA');
    });

    it('shows a picture with its caption', async () => {
      await send({ kind: 'image', imageUrl: 'https://shop.example/a.jpg', caption: 'Crème' });
      expect(test.seenBy(AWA)).toMatchObject([{ text: 'Crème', image: true }]);
    });

    it('rather says a long caption in full, without the picture', async () => {
      const caption = 'mot '.repeat(400).trim();
      await send({ kind: 'image', imageUrl: 'https://shop.example/a.jpg', caption });
      expect(test.seenBy(AWA)).toMatchObject([{ text: caption, image: false }]);
    });

    it('offers up to three choices as buttons', async () => {
      await send({ kind: 'choices', text: 'Que voulez-vous ?', choices: choices(3) });
      expect(test.seenBy(AWA)).toMatchObject([
        { text: 'Que voulez-vous ?', buttons: choices(3), rows: [] },
      ]);
    });

    it('fits a title to a button between words, keeps its id and tells it in full above', async () => {
      const long = [{ id: 'advisor', title: 'Parler tout de suite à un conseiller' }];
      await send({ kind: 'choices', text: 'Et maintenant ?', choices: long });
      const seen = test.seenBy(AWA)[0];
      expect(seen?.buttons).toEqual([{ id: 'advisor', title: 'Parler tout de suite' }]);
      expect(seen?.text).toContain('1. Parler tout de suite à un conseiller');
    });

    it('offers four to ten choices as a list', async () => {
      await send({ kind: 'choices', text: 'Quel type ?', choices: choices(10) });
      expect(test.seenBy(AWA)).toMatchObject([{ buttons: [], rows: choices(10) }]);
    });

    it('writes out more choices than a list holds', async () => {
      await send({ kind: 'choices', text: 'Lequel ?', choices: choices(11) });
      const [seen] = test.seenBy(AWA);
      expect(seen).toMatchObject({ buttons: [], rows: [] });
      expect(seen?.text).toMatch(/^Lequel \?\n\n1\. Choix 1\n[^]*\n11\. Choix 11$/);
    });

    it('cuts a text that WhatsApp would refuse', async () => {
      await say('é'.repeat(5_000));
      const text = test.seenBy(AWA)[0]?.text ?? '';
      expect(text).toHaveLength(4_096);
      expect(text.endsWith('é…')).toBe(true);
    });

    it.each(['120363@g.us', 'status@broadcast', '12@newsletter', '24174000000', '../x@lid', ''])(
      'never writes to %j',
      async (chatId) => {
        const error = await failureOf(say('Bonjour', chatId));
        expect(error).toMatchObject({ kind: 'rejected', retryable: false, mayHaveActed: false });
        expect(test.seenBy(chatId)).toEqual([]);
      },
    );

    it('sends no empty message', async () => {
      expect(await failureOf(say('  \n '))).toMatchObject({ kind: 'rejected', retryable: false });
    });

    it.each(['unavailable', 'rate_limited', 'rejected'] as const)(
      'says when a send was %s, and goes on afterwards',
      async (kind) => {
        test.failNext(kind);
        expect(await failureOf(say('Bonjour'))).toMatchObject({
          kind,
          retryable: kind !== 'rejected',
        });
        await say('Encore');
        expect(test.seenBy(AWA).map(({ text }) => text)).toEqual(['Encore']);
      },
    );

    it('sends to many at once', async () => {
      const chats = Array.from({ length: 100 }, (_, n) => `241740001${n + 100}@s.whatsapp.net`);
      await Promise.all(chats.map((chatId) => say(`à ${chatId}`, chatId)));
      for (const chatId of chats) expect(test.seenBy(chatId)).toHaveLength(1);
    });

    it('lists what it took for a chat, with the ids it gave, and nothing that it refused', async () => {
      const since = new Date(Date.now() - 60_000);
      const first = await say('Bonjour');
      const link = await say('Voici : https://shop.example/o/1');
      await say('Pour une autre', '24174000009@s.whatsapp.net');
      test.failNext('rate_limited');
      await failureOf(say('Jamais'));
      const asked = await send({ kind: 'choices', text: 'Et maintenant ?', choices: choices(2) });
      const shown = await send({
        kind: 'image',
        imageUrl: 'https://shop.example/a.jpg',
        caption: 'Crème',
      });
      expect(await test.gateway.sentSince(AWA, since)).toEqual([
        { ...first, text: 'Bonjour' },
        { ...link, text: 'Voici : https://shop.example/o/1' },
        { ...asked, text: 'Et maintenant ?' },
        { ...shown, text: 'Crème' },
      ]);
      expect(await test.gateway.sentSince('24174000008@s.whatsapp.net', since)).toEqual([]);
    });

    it('never fails for showing that it types', async () => {
      await expect(test.gateway.showTyping(AWA)).resolves.toBeUndefined();
      await expect(test.gateway.showTyping('120363@g.us')).resolves.toBeUndefined();
    });

    it('fetches a voice note and a picture, named by what they are', async () => {
      const ogg = oggOfSize(500);
      const voice = await test.gateway.fetchMedia(test.offer(ogg, 'audio/ogg; codecs=opus'), 500);
      expect(voice.mimeType).toBe('audio/ogg');
      expect(Buffer.from(voice.bytes).equals(ogg)).toBe(true);
      const picture = await test.gateway.fetchMedia(test.offer(PIXEL, 'image/jpeg'), 500);
      expect(picture.mimeType).toBe('image/png');
    });

    it('does not fetch more than was asked for', async () => {
      const media = test.offer(oggOfSize(501), 'audio/ogg');
      expect(await failureOf(test.gateway.fetchMedia(media, 500))).toMatchObject({
        kind: 'rejected',
        retryable: false,
      });
    });

    it.each([
      ['a page as a picture', Buffer.from('<html><script>1</script></html>'), 'image/png'],
      ['a drawing that can hold scripts', Buffer.from('<svg xmlns="x"/>'), 'image/svg+xml'],
      ['a program', Buffer.from('MZ'.padEnd(200, '\0')), 'application/octet-stream'],
      ['a picture as a voice note', PIXEL, 'audio/ogg'],
      ['nothing', Buffer.alloc(0), 'audio/ogg'],
    ])('refuses %s', async (_what, bytes, mimeType) => {
      const error = await failureOf(test.gateway.fetchMedia(test.offer(bytes, mimeType), 9_999));
      expect(error).toMatchObject({ kind: 'rejected', retryable: false });
    });

    it('refuses a file that nobody has, and one without any address', async () => {
      const nowhere = { link: null, mimeType: 'audio/ogg' };
      for (const providerMediaId of ['no-such-file', null]) {
        const wanted = test.gateway.fetchMedia({ ...nowhere, providerMediaId }, 500);
        expect((await failureOf(wanted)).kind).toBe('rejected');
      }
    });

    it('never fetches from a private address', async () => {
      const link = 'http://127.0.0.1:1/a.ogg';
      const media = { providerMediaId: null, link, mimeType: 'audio/ogg' };
      expect((await failureOf(test.gateway.fetchMedia(media, 500))).kind).toBe('rejected');
    });

    it.each(['connected', 'disconnected', 'unknown'] as const)(
      'reports being %s',
      async (state) => {
        test.setHealth(state);
        expect(await test.gateway.health()).toBe(state);
      },
    );
  });
}
