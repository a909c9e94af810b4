import type {
  ChannelHealth,
  FetchedMedia,
  MediaReference,
  MessagingGateway,
  OutboundContent,
  OutboundMessage,
  SentByUs,
} from '../../../ports/messaging-gateway.ts';
import { readChatId } from '../shared/chat-id.ts';
import { fr } from '../../../domain/texts/fr.ts';
import { CHANNEL_LIMITS } from '../../../domain/message/channel-limits.ts';
import { numberedText, presentChoices } from '../../../domain/message/present-choices.ts';
import { looksPublic } from '../../network/public-address.ts';
import { SafeFetch } from '../shared/safe-fetch.ts';
import { shorten } from '../shared/shorten.ts';
import { readHealth } from './webhook/status-item.ts';
import { WhapiFailure } from './whapi-failure.ts';
import { WhapiHttp } from './whapi-http.ts';
import { WhapiMedia } from './whapi-media.ts';
import { interactiveBody, sentByUs, sentId } from './whapi-requests.ts';

export interface WhapiMessagingOptions {
  readonly token: string;
  readonly baseUrl: string;
  readonly timeoutMs?: number;
  readonly mediaTimeoutMs?: number;
  readonly connections?: number;
  /** Pictures that the gateway cannot fetch by itself, as on a machine without a public address. */
  readonly loadImage?: (url: string) => Promise<FetchedMedia | null>;
}

type Choices = Extract<OutboundContent, { kind: 'choices' }>;
const FRENCH = fr.list;

/** WhatsApp's limit for a picture. */
const MAX_IMAGE_BYTES = 5 * 1024 * 1024;
/** WhatsApp shows these as pictures; WebP is for stickers. */
const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);
const NOT_SHOWN = /\.(webp|gif|avif|svg|heic|tiff?)$/i;
const TYPING_TIMEOUT_MS = 3_000;

/** WhatsApp through the Whapi gateway. */
export class WhapiMessaging implements MessagingGateway {
  readonly #http: WhapiHttp;
  readonly #media: WhapiMedia;
  readonly #loadImage: (url: string) => Promise<FetchedMedia | null>;

  constructor(options: WhapiMessagingOptions) {
    this.#http = new WhapiHttp(options);
    const { baseUrl, authorization } = this.#http;
    const fetch = new SafeFetch({
      timeoutMs: options.mediaTimeoutMs ?? 20_000,
      trustedOrigins: [new URL(baseUrl).origin],
    });
    this.#media = new WhapiMedia({ fetch, baseUrl, authorization });
    this.#loadImage = options.loadImage ?? (async () => null);
  }

  async send(message: OutboundMessage): Promise<{ readonly providerId: string }> {
    const { chatId, content } = message;
    if (readChatId(chatId).kind !== 'person') {
      throw new WhapiFailure('rejected', 'Only chats with a person are written to.');
    }
    return { providerId: await this.#sendContent(chatId, content) };
  }

  async #sendContent(to: string, content: OutboundContent): Promise<string> {
    switch (content.kind) {
      case 'text':
        return this.#sendText(to, content.text);
      case 'image':
        return this.#sendImage(to, content.imageUrl, content.caption);
      case 'choices':
        return this.#sendChoices(to, content);
    }
  }

  async #sendText(to: string, text: string): Promise<string> {
    const body = shorten(text, CHANNEL_LIMITS.text);
    if (body === '') throw new WhapiFailure('rejected', 'A message without text is not sent.');
    return sentId(await this.#http.call('POST', '/messages/text', { to, body }));
  }

  async #sendImage(to: string, imageUrl: string, caption: string): Promise<string> {
    // Words matter more than the picture: a caption that would be cut goes without it.
    const media = caption.length > CHANNEL_LIMITS.caption ? null : await this.#reachable(imageUrl);
    if (media === null) return this.#sendText(to, caption);
    const send = () => this.#http.call('POST', '/messages/image', { to, media, caption });
    return this.#orPlainly(
      async () => sentId(await send()),
      () => this.#sendText(to, caption),
    );
  }

  async #sendChoices(to: string, content: Choices): Promise<string> {
    const { text, choices, labels = FRENCH } = content;
    const presented = presentChoices(text, choices);
    if (presented.as === 'text') return this.#sendText(to, presented.text);
    const body = { to, ...interactiveBody(presented, labels) };
    const send = () => this.#http.call('POST', '/messages/interactive', body);
    return this.#orPlainly(
      async () => sentId(await send()),
      () => this.#sendText(to, numberedText(text, choices)),
    );
  }

  /** The plain form is tried only where the rich one was refused for what it is. */
  async #orPlainly(rich: () => Promise<string>, plain: () => Promise<string>): Promise<string> {
    try {
      return await rich();
    } catch (error) {
      if (!(error instanceof WhapiFailure) || !error.plainerMayPass) throw error;
      return plain();
    }
  }

  /** What the gateway can take a picture from: its public address, or the picture itself. */
  async #reachable(imageUrl: string): Promise<string | null> {
    if (looksPublic(imageUrl)) return NOT_SHOWN.test(new URL(imageUrl).pathname) ? null : imageUrl;
    const image = await this.#loadImage(imageUrl).catch(() => null);
    if (image === null || image.bytes.length > MAX_IMAGE_BYTES) return null;
    if (!SHOWN.has(image.mimeType)) return null;
    return `data:${image.mimeType};base64,${Buffer.from(image.bytes).toString('base64')}`;
  }

  async sentSince(chatId: string, since: Date): Promise<readonly SentByUs[]> {
    const from = Math.floor(since.getTime() / 1_000);
    const path = `/messages/list/${encodeURIComponent(chatId)}?count=100&time_from=${from}`;
    return sentByUs(await this.#http.call('GET', path));
  }

  async showTyping(chatId: string): Promise<void> {
    if (readChatId(chatId).kind !== 'person') return;
    const path = `/presences/${encodeURIComponent(chatId)}`;
    await this.#http.call('PUT', path, { presence: 'typing' }, TYPING_TIMEOUT_MS).catch(() => null);
  }

  fetchMedia(media: MediaReference, maxBytes: number): Promise<FetchedMedia> {
    return this.#media.get(media, maxBytes);
  }

  /** Does not wake the channel up: looking must not change what is seen. */
  async health(): Promise<ChannelHealth> {
    return readHealth(await this.#http.call('GET', '/health?wakeup=false'));
  }

  /** Lets calls in flight finish and closes the connections. */
  async close(): Promise<void> {
    await this.#http.close();
  }
}
